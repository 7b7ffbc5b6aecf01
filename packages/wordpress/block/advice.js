// Advice about a ladder that was accepted. The check tells only of ladders that were refused, so this asks the ladder
// reader, which the check has started.
( function ( block ) {
	/** A file as the ladder reader takes it. */
	async function fileAt( url ) {
		const response = await fetch( url );
		return { name: url, url, content: new Uint8Array( await response.arrayBuffer() ) };
	}

	/** The address of what a file extends: a bundled ladder, whose name stands after a colon, or another file. */
	function baseUrl( base, file ) {
		const bundled = base.startsWith( ':' ) && block.dataFiles[ base.slice( 1 ) ];
		return bundled ? block.assets + bundled : new URL( base, file.url ).href;
	}

	/**
	 * @param {{ src?: string, json?: string }} ladder its address, or its text; accepted by `block.check`
	 * @return {Promise<LadderProblem[]>} empty also if the reader cannot be asked
	 */
	block.advice = async function ( { src, json } ) {
		const pasted = { name: '', url: document.baseURI, content: new TextEncoder().encode( json ) };
		try {
			const { missingBase, readLadder } = await import( block.assets + block.reader );
			const files = [ src ? await fileAt( src ) : pasted ];
			for ( let base; ( base = missingBase( files ) ) !== undefined; ) {
				files.unshift( await fileAt( baseUrl( base, files[ 0 ] ) ) );
			}
			return readLadder( files ).problems;
		} catch {
			return [];
		}
	};
} )( window.careerLadderBlock );
