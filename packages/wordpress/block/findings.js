// What is to be said about the ladder in use: that it is missing, that the widget refuses it, or advice.
( function ( wp, block ) {
	const { useEffect, useState } = wp.element;

	/** @param {{ src?: string, json?: string }} ladder its address, or its text */
	async function findingsOf( ladder ) {
		const refused = await block.check( ladder );
		return refused ?? { message: '', problems: await block.advice( ladder ) };
	}

	/**
	 * What `block.Problems` shows of the author's own ladder, as a hook; null until it is known, and if there is none.
	 *
	 * @param {{ attachment: number, json: string }} attributes of the block
	 */
	block.useFindings = function ( { attachment, json } ) {
		const { url: src, isMissing } = block.useAttachment( attachment );
		const [ found, setFound ] = useState( null );
		useEffect( () => {
			let isCurrent = true;
			setFound( null );
			if ( isMissing ) {
				setFound( block.missingAttachment( attachment ) );
			} else if ( attachment ? src : json ) {
				findingsOf( attachment ? { src } : { json: block.fromBase64( json ) } ).then( ( findings ) => {
					if ( isCurrent ) {
						setFound( findings );
					}
				} );
			}
			return () => {
				isCurrent = false;
			};
		}, [ attachment, src, isMissing, json ] );
		return found;
	};
} )( window.wp, window.careerLadderBlock );
