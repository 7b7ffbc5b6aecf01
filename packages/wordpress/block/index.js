// Registers the block in the editor. It is rendered on the server, so nothing but its attributes is saved.
( function ( wp, block ) {
	const { createElement: el, Fragment } = wp.element;
	const { useBlockProps } = wp.blockEditor;

	const icon = el(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 24 24', width: 24, height: 24 },
		el( 'path', { d: 'M6 3h1.5v18H6zM16.5 3H18v18h-1.5zM7.5 6.5h9V8h-9zM7.5 11.25h9v1.5h-9zM7.5 16h9v1.5h-9z' } )
	);

	/** A shortcode's attribute as the block's. */
	const fromShortcode = ( type, name ) => ( {
		type,
		shortcode: ( { named } ) => ( type === 'number' ? Number( named[ name ] ) || undefined : named[ name ] ),
	} );

	const transforms = {
		from: [
			{
				type: 'shortcode',
				tag: [ 'career-ladder', 'career_ladder' ],
				attributes: {
					ladder: fromShortcode( 'string', 'ladder' ),
					attachment: fromShortcode( 'number', 'attachment' ),
					start: fromShortcode( 'string', 'start' ),
					theme: fromShortcode( 'string', 'theme' ),
					lang: fromShortcode( 'string', 'lang' ),
					storage: fromShortcode( 'string', 'storage' ),
					shareUrl: fromShortcode( 'string', 'share-url' ),
					accent: fromShortcode( 'string', 'accent' ),
					surface: fromShortcode( 'string', 'surface' ),
					text: fromShortcode( 'string', 'text' ),
				},
			},
		],
	};

	function Edit( props ) {
		return el( Fragment, null, el( block.Controls, props ), el( 'div', useBlockProps(), el( block.Preview, props ) ) );
	}

	wp.blocks.registerBlockType( 'career-ladder/ladder', { icon, transforms, edit: Edit, save: () => null } );
} )( window.wp, window.careerLadderBlock );
