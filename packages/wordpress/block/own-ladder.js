// The controls for the author's own ladder: upload, choose from the media library, or paste. Each is checked first.
( function ( wp, block ) {
	const { createElement: el, useState } = wp.element;
	const { Button, FormFileUpload } = wp.components;
	const { MediaUpload, MediaUploadCheck } = wp.blockEditor;
	const { __, sprintf } = wp.i18n;
	const { getFilename } = wp.url;

	/** Uploads a file to the media library. */
	function send( file ) {
		const body = new FormData();
		body.append( 'file', file, file.name );
		return wp.apiFetch( { path: '/wp/v2/media', method: 'POST', body } );
	}

	/** The title of a pasted ladder, or the id of one that has the title of another. */
	function titleOf( base64 ) {
		try {
			const { title, id } = JSON.parse( block.fromBase64( base64 ).replace( /^\uFEFF/, '' ) );
			return title || id || '';
		} catch {
			return '';
		}
	}

	/** Says which ladder is in use. */
	function CurrentLadder( { attachment, json } ) {
		const { url, isMissing } = block.useAttachment( attachment );
		if ( isMissing ) {
			// The problem below the controls names it.
			return null;
		}
		if ( attachment ) {
			/* translators: %s: name of a file. */
			return el( 'p', null, sprintf( __( 'From the media library: %s', 'career-ladder' ), url ? getFilename( url ) : '…' ) );
		}
		if ( json ) {
			/* translators: %s: title of a ladder. */
			return el( 'p', null, sprintf( __( 'Pasted: %s', 'career-ladder' ), titleOf( json ) ) );
		}
		return el( 'p', null, __( 'A ladder is one JSON file. It is checked before it is used.', 'career-ladder' ) );
	}

	block.OwnLadder = function ( { attributes, setAttributes } ) {
		const { attachment, json } = attributes;
		const current = block.useFindings( attributes );
		const [ refused, setRefused ] = useState( null );
		const [ isBusy, setBusy ] = useState( false );
		const [ isPasting, setPasting ] = useState( false );

		/** Runs a check, then uses the attachment that `attach` gives. */
		async function accept( check, attach ) {
			setBusy( true );
			setRefused( null );
			try {
				const problems = await check();
				setRefused( problems );
				if ( ! problems ) {
					setAttributes( { attachment: await attach(), json: '' } );
				}
			} catch ( error ) {
				setRefused( { message: error.message, problems: [] } );
			}
			setBusy( false );
		}

		function onFile( { currentTarget } ) {
			const [ file ] = currentTarget.files;
			// The same file can be chosen again, after it was mended.
			const copy = file && new File( [ file ], file.name, { type: 'application/json' } );
			currentTarget.value = '';
			if ( copy ) {
				accept(
					() => block.checkFile( copy ),
					async () => ( await send( copy ) ).id
				);
			}
		}

		const look = { variant: 'secondary', disabled: isBusy };
		const pasteLabel = json ? __( 'Edit', 'career-ladder' ) : __( 'Paste', 'career-ladder' );
		const upload = el(
			FormFileUpload,
			{ ...look, accept: '.json,application/json', onChange: onFile, isBusy },
			__( 'Upload', 'career-ladder' )
		);
		const library = el(
			MediaUploadCheck,
			null,
			el( MediaUpload, {
				title: __( 'Choose a ladder', 'career-ladder' ),
				allowedTypes: [ 'application/json' ],
				value: attachment || undefined,
				onSelect: ( { id, url } ) => accept( () => block.check( { src: url } ), async () => id ),
				render: ( { open } ) => el( Button, { ...look, onClick: open }, __( 'Media library', 'career-ladder' ) ),
			} )
		);
		const found = refused ?? current;
		return el(
			'div',
			{ className: 'career-ladder-own' },
			el( CurrentLadder, { attachment, json } ),
			el(
				'div',
				{ style: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '16px' } },
				block.canUpload && upload,
				block.canUpload && library,
				el( Button, { ...look, onClick: () => setPasting( true ) }, pasteLabel )
			),
			found && el( block.Problems, { found } ),
			isPasting &&
				el( block.PasteDialog, {
					json,
					onClose: () => setPasting( false ),
					onUse( base64 ) {
						setAttributes( { json: base64, attachment: 0 } );
						setRefused( null );
						setPasting( false );
					},
				} )
		);
	};
} )( window.wp, window.careerLadderBlock );
