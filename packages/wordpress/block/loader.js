// Puts the loader of the widget into a document of the editor. Posts are edited in a frame, in the page itself, or, in
// previews, in several frames, depending on WordPress's version and the theme; each document needs the loader once.
( function ( block ) {
	const ID = 'career-ladder-js';

	/**
	 * @param {Document} document
	 * @return {Promise<void>} rejected if the script cannot be loaded
	 */
	block.loadInto = function ( document ) {
		if ( document.defaultView.customElements.get( 'career-ladder' ) ) {
			return Promise.resolve();
		}
		const script = document.getElementById( ID ) || document.createElement( 'script' );
		return new Promise( function ( resolve, reject ) {
			script.addEventListener( 'load', () => resolve() );
			script.addEventListener( 'error', () => {
				// The next widget tries again.
				script.remove();
				reject( new Error( script.src ) );
			} );
			if ( ! script.isConnected ) {
				script.id = ID;
				script.async = true;
				script.src = block.assets + 'career-ladder.js?ver=' + block.version;
				document.head.append( script );
			}
		} );
	};
} )( window.careerLadderBlock );
