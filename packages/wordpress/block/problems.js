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

	block.Problems = function ( { found } ) {
		const lines = found.problems.map( line );
		const heading = lines.length ? __( 'The ladder was not accepted:', 'career-ladder' ) : found.message;
		return el(
			Notice,
			{
				status: 'error',
				isDismissible: false,
				className: 'career-ladder-problems',
				spokenMessage: [ heading, ...lines ].join( '\n' ),
			},
			el( 'p', { style: { marginTop: 0 } }, heading ),
			el(
				'ul',
				{ style: { listStyle: 'disc', margin: 0, paddingInlineStart: '16px', overflowWrap: 'break-word' } },
				lines.map( ( text, index ) => el( 'li', { key: index }, text ) )
			)
		);
	};
} )( window.wp, window.careerLadderBlock );
