// A pasted ladder is kept as base64, since WordPress's filters change `&` and `<` in the attributes of blocks.
( function ( block ) {
	/** @param {string} text */
	block.toBase64 = function ( text ) {
		let bytes = '';
		for ( const byte of new TextEncoder().encode( text ) ) {
			bytes += String.fromCharCode( byte );
		}
		return btoa( bytes );
	};

	/** @param {string} base64 */
	block.fromBase64 = function ( base64 ) {
		try {
			return new TextDecoder().decode( Uint8Array.from( atob( base64 ), ( byte ) => byte.charCodeAt( 0 ) ) );
		} catch {
			return '';
		}
	};
} )( window.careerLadderBlock );
