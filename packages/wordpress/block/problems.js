// The list of what is wrong with a ladder.
( function ( wp, block ) {
	const { createElement: el } = wp.element;
	const { Notice } = wp.components;
	const { __, sprintf } = wp.i18n;

	/** A problem in one line. */
	function line( { severity, file, line, column, path, message } ) {
		const place = sprintf(
			/* translators: 1: line of a file, 2: column. */
			__( 'Line %1$d, column %2$d', 'career-ladder' ),
			line,
			column
		);
		const kind = severity === 'warning' ? __( 'Advice:', 'career-ladder' ) + ' ' : '';
		return `${ file ? `${ file }: ` : '' }${ place }: ${ kind }${ path ? `${ path }: ` : '' }${ message }`;
	}

	block.Problems = function ( { found, onRemove } ) {
		return el(
			Notice,
			{ status: 'error', onRemove, className: 'career-ladder-problems' },
			el( 'p', null, found.problems.length ? __( 'The ladder was not accepted:', 'career-ladder' ) : found.message ),
			found.problems.length > 0 &&
				el(
					'ul',
					{ style: { listStyle: 'disc', paddingInlineStart: '16px', overflowWrap: 'anywhere' } },
					found.problems.map( ( problem, index ) => el( 'li', { key: index }, line( problem ) ) )
				)
		);
	};
} )( window.wp, window.careerLadderBlock );
