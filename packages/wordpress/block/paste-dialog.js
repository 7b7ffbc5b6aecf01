// The dialog in which a ladder is pasted or edited.
( function ( wp, block ) {
	const { createElement: el, Fragment, useState } = wp.element;
	const { Button, Modal, TextareaControl } = wp.components;
	const { __ } = wp.i18n;

	/** The smallest ladder of one's own: a bundled one with another title for one of its levels. */
	const EXAMPLE = `{ "format": 1, "extends": "product", "id": "our-product",
  "rungs": { "senior-pm": { "title": "Senior" } } }`;

	const help = el(
		Fragment,
		null,
		__( 'Paste a whole ladder, or only your changes to one of the included ladders, such as these:', 'career-ladder' ),
		el( 'code', { dir: 'ltr', style: { display: 'block', whiteSpace: 'pre-wrap' } }, EXAMPLE )
	);

	block.PasteDialog = function ( { json, onUse, onClose } ) {
		const [ draft, setDraft ] = useState( block.fromBase64( json ) );
		const [ found, setFound ] = useState( null );
		const [ isBusy, setBusy ] = useState( false );

		async function use() {
			setBusy( true );
			setFound( null );
			const problems = await block.check( { json: draft } );
			setBusy( false );
			setFound( problems );
			if ( ! problems ) {
				onUse( block.toBase64( draft ) );
			}
		}

		return el(
			Modal,
			{
				title: __( 'Paste a ladder', 'career-ladder' ),
				className: 'career-ladder-paste',
				style: { width: '720px' },
				// A click outside would lose the draft.
				shouldCloseOnClickOutside: false,
				onRequestClose: onClose,
			},
			el( TextareaControl, {
				label: __( 'Ladder in JSON', 'career-ladder' ),
				help,
				value: draft,
				onChange: setDraft,
				rows: 16,
				spellCheck: false,
				dir: 'ltr',
				style: { fontFamily: 'monospace' },
			} ),
			found && el( block.Problems, { found } ),
			el(
				'div',
				{ style: { display: 'flex', gap: '8px', justifyContent: 'flex-end', marginTop: '16px' } },
				el( Button, { variant: 'tertiary', onClick: onClose }, __( 'Cancel', 'career-ladder' ) ),
				el(
					Button,
					{ variant: 'primary', onClick: use, isBusy, disabled: ! draft.trim() },
					__( 'Use this ladder', 'career-ladder' )
				)
			)
		);
	};
} )( window.wp, window.careerLadderBlock );
