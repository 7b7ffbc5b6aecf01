// The dialog in which a ladder is pasted or edited.
( function ( wp, block ) {
	const { createElement: el, useState } = wp.element;
	const { Button, Modal, TextareaControl } = wp.components;
	const { __ } = wp.i18n;

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
