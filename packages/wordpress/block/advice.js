// Advice about a ladder that was accepted. The check tells only of ladders that were refused, so this asks the ladder
// reader, which the check has started.
( function ( block ) {
	/** Fetches a file for the ladder reader. */
	const load = async ( url, use ) => use( await fetch( url ) );

	/**
	 * @param {{ src?: string, json?: string }} ladder its address, or its text; accepted by `block.check`
	 * @return {Promise<LadderProblem[]>} empty also if the reader cannot be asked
	 */
	block.advice = async function ( { src, json } ) {
		try {
			const { fetchBases, readLadder } = await import( block.assets + block.reader );
			const content = src
				? new Uint8Array( await load( src, ( response ) => response.arrayBuffer() ) )
				: new TextEncoder().encode( json );
			const files = [ { name: src ?? '', url: src ?? document.baseURI, content } ];
			await fetchBases( files, load );
			return readLadder( files ).problems;
		} catch {
			return [];
		}
	};
} )( window.careerLadderBlock );
