// Ladders in the media library.
( function ( wp, block ) {
	/**
	 * The address of a ladder in the media library, as a hook; undefined until it is known.
	 *
	 * @param {number} id the attachment; 0 for none
	 */
	block.useAttachmentUrl = function ( id ) {
		return wp.data.useSelect( ( select ) => ( id ? select( 'core' ).getMedia( id )?.source_url : undefined ), [ id ] );
	};
} )( window.wp, window.careerLadderBlock );
