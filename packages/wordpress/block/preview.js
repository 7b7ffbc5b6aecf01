// The widget in the editor. Until the block is selected a transparent sheet lies over it: the first click selects.
( function ( wp, block ) {
	const { createElement: el, useEffect, useRef, useState } = wp.element;
	const { decodeEntities } = wp.htmlEntities;

	/** The element's attributes, from those of the block. Defaults are left out. */
	function elementAttributes( attributes, src ) {
		const { attachment, json, ladder, start, theme, lang, shareUrl, accent, surface, text } = attributes;
		const isOwn = attachment || json;
		const style = { display: 'block', minHeight: '560px' };
		for ( const [ name, value ] of Object.entries( { accent, surface, text } ) ) {
			if ( value ) {
				style[ `--ladder-${ name }` ] = value;
			}
		}
		return {
			ladder: isOwn ? undefined : ladder,
			src,
			start,
			theme,
			lang: isOwn ? undefined : lang || block.lang,
			'share-url': decodeEntities( shareUrl ) || undefined,
			storage: 'none',
			assets: block.assets,
			debug: '',
			style,
		};
	}

	block.Preview = function ( { attributes, isSelected } ) {
		const ref = useRef();
		const [ isCovered, setCovered ] = useState( true );
		const { url: src, isMissing } = block.useAttachment( attributes.attachment );
		const isWaiting = attributes.attachment && ! src;

		useEffect( () => {
			block.loadInto( ref.current.ownerDocument ).catch( () => {} );
		}, [] );
		useEffect( () => {
			if ( ! isSelected ) {
				setCovered( true );
			}
		}, [ isSelected ] );

		const json = attributes.attachment ? '' : block.fromBase64( attributes.json );
		// The widget reads these once, so another value needs another element.
		const key = JSON.stringify( [ json, src, attributes.start, attributes.lang, attributes.shareUrl ] );
		return el(
			'div',
			{ ref, style: { position: 'relative', minHeight: isMissing ? undefined : '560px' } },
			isMissing && el( block.Problems, { found: block.missingAttachment( attributes.attachment ) } ),
			! isWaiting &&
				el(
					'career-ladder',
					{ key, ...elementAttributes( attributes, src ) },
					json && el( 'script', { type: 'application/json' }, json )
				),
			isCovered &&
				el( 'div', {
					className: 'career-ladder-cover',
					style: { position: 'absolute', inset: 0 },
					onMouseUp: () => setCovered( false ),
				} )
		);
	};
} )( window.wp, window.careerLadderBlock );
