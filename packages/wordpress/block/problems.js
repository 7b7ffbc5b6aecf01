// What is to be said about a ladder: errors first, then advice.
( function ( wp, block ) {
	const { createElement: el, Fragment } = wp.element;
	const { Notice } = wp.components;
	const { __, sprintf } = wp.i18n;

	/** A problem in one line. */
	function line( { file, line, column, path, message } ) {
		const place = sprintf(
			/* translators: 1: line of a file, 2: column. */
			__( 'Line %1$d, column %2$d', 'career-ladder' ),
			line,
			column
		);
		return `${ file ? `${ file }: ` : '' }${ place }: ${ path ? `${ path }: ` : '' }${ message }`;
	}

	/** A heading with a list below it. */
	function listed( heading, lines ) {
		return el(
			Fragment,
			null,
			el( 'p', { style: { marginTop: 0 } }, heading ),
			el(
				'ul',
				{ style: { listStyle: 'disc', margin: 0, paddingInlineStart: '16px', overflowWrap: 'break-word' } },
				lines.map( ( text, index ) => el( 'li', { key: index }, text ) )
			)
		);
	}

	/** Why a ladder was not accepted. */
	function Errors( { message, lines } ) {
		const heading = lines.length ? __( 'The ladder was not accepted:', 'career-ladder' ) : message;
		// The ladder reader speaks to somebody who writes the element.
		const hint = lines.some( ( text ) => text.includes( '`src`' ) ) && sourceHint();
		return el(
			Notice,
			{
				status: 'error',
				isDismissible: false,
				className: 'career-ladder-problems',
				spokenMessage: [ heading, ...lines, hint || '' ].join( '\n' ),
			},
			listed( heading, lines ),
			hint && el( 'p', { style: { marginBottom: 0 } }, hint )
		);
	}

	/** What to do where the ladder reader advises a file in `src`. */
	function sourceHint() {
		return block.canUpload
			? __( 'There is no `src` here. Keep the ladder in a plain text editor, then paste it from there or upload the file.', 'career-ladder' )
			: __( 'There is no `src` here. Keep the ladder in a plain text editor, then paste it from there.', 'career-ladder' );
	}

	/** What could be better. */
	function Advice( { lines } ) {
		const heading = __( 'Advice:', 'career-ladder' );
		return el(
			Notice,
			{
				status: 'info',
				isDismissible: false,
				className: 'career-ladder-advice',
				politeness: 'polite',
				spokenMessage: heading,
			},
			listed( heading, lines )
		);
	}

	/** `found.message` is empty if the ladder was accepted. */
	block.Problems = function ( { found: { message, problems } } ) {
		const errors = problems.filter( ( { severity } ) => severity === 'error' ).map( line );
		const advice = problems.filter( ( { severity } ) => severity === 'warning' ).map( line );
		return el(
			Fragment,
			null,
			message && el( Errors, { message, lines: errors } ),
			advice.length > 0 && el( Advice, { lines: advice } )
		);
	};
} )( window.wp, window.careerLadderBlock );
