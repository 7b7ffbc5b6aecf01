// The block's settings in the sidebar.
( function ( wp, block ) {
	const { createElement: el, Fragment, useEffect, useState } = wp.element;
	const { InspectorControls, PanelColorSettings } = wp.blockEditor;
	const { PanelBody, SelectControl, TextControl, ToggleControl } = wp.components;
	const { decodeEntities } = wp.htmlEntities;
	const { __ } = wp.i18n;

	/** The value of the list of ladders that stands for the author's own. */
	const OWN = '*';

	/** The names of languages in the editor's one. Of a locale such as `pt-PT-ao90` only the beginning is a language tag. */
	function languageNames() {
		const parts = document.documentElement.lang.split( '-' );
		for ( ; parts.length; parts.pop() ) {
			try {
				return new Intl.DisplayNames( [ parts.join( '-' ) ], { type: 'language' } );
			} catch {
				// A shorter tag may be one.
			}
		}
		return new Intl.DisplayNames( [ 'en' ], { type: 'language' } );
	}

	/** The languages of a ladder, by their names. */
	function languageOptions( langs ) {
		const names = languageNames();
		const options = [ 'en', ...langs ].map( ( lang ) => ( { value: lang, label: names.of( lang ) } ) );
		return [ { value: '', label: __( 'As the page', 'career-ladder' ) }, ...options ];
	}

	/** Which ladder is shown, and in which language. */
	function LadderPanel( { attributes, setAttributes } ) {
		const { attachment, json, ladder, lang } = attributes;
		const hasOwn = Boolean( attachment || json );
		// Whether the author has asked for the controls of an own ladder, and the block has none yet.
		const [ wantsOwn, setWantsOwn ] = useState( false );
		const isOwn = hasOwn || wantsOwn;
		const langs = block.ladders.find( ( { id } ) => id === ladder )?.langs ?? [];

		// Undoing changes the block alone, so the sidebar follows the block from here on.
		useEffect( () => {
			if ( hasOwn ) {
				setWantsOwn( false );
			}
		}, [ hasOwn ] );

		function choose( value ) {
			setWantsOwn( value === OWN );
			if ( value !== OWN ) {
				setAttributes( { ladder: value, attachment: 0, json: '' } );
			}
		}

		return el(
			PanelBody,
			{ title: __( 'Ladder', 'career-ladder' ) },
			el( SelectControl, {
				label: __( 'Ladder', 'career-ladder' ),
				value: isOwn ? OWN : ladder,
				options: [
					...block.ladders.map( ( { id, title } ) => ( { value: id, label: title } ) ),
					{ value: OWN, label: __( 'Your own ladder', 'career-ladder' ) },
				],
				onChange: choose,
			} ),
			isOwn && el( block.OwnLadder, { attributes, setAttributes } ),
			! isOwn &&
				langs.length > 0 &&
				el( SelectControl, {
					label: __( 'Language', 'career-ladder' ),
					value: lang,
					options: languageOptions( langs ),
					onChange: ( value ) => setAttributes( { lang: value } ),
				} )
		);
	}

	/** How the widget starts, and what it keeps. */
	function BehaviourPanel( { attributes, setAttributes } ) {
		const { start, storage, shareUrl } = attributes;
		return el(
			PanelBody,
			{ title: __( 'Quiz', 'career-ladder' ) },
			el( SelectControl, {
				label: __( 'First screen', 'career-ladder' ),
				value: start,
				options: [
					{ value: 'ladder', label: __( 'The ladder', 'career-ladder' ) },
					{ value: 'quiz', label: __( 'The first question', 'career-ladder' ) },
				],
				onChange: ( value ) => setAttributes( { start: value } ),
			} ),
			el( ToggleControl, {
				label: __( 'Keep answers after a reload', 'career-ladder' ),
				help: __( 'They stay in the reader’s browser until the tab is closed.', 'career-ladder' ),
				checked: storage !== 'none',
				onChange: ( isOn ) => setAttributes( { storage: isOn ? 'session' : 'none' } ),
			} ),
			el( TextControl, {
				label: __( 'Page that shared links lead to', 'career-ladder' ),
				help: __( 'Leave it empty for the page that the reader is on.', 'career-ladder' ),
				type: 'url',
				value: decodeEntities( shareUrl ),
				onChange: ( value ) => setAttributes( { shareUrl: value.trim() } ),
			} )
		);
	}

	/** Light or dark, and the colours of the widget. */
	function ColourPanels( { attributes, setAttributes } ) {
		const colour = ( name, label ) => ( {
			label,
			value: attributes[ name ] || undefined,
			onChange: ( value ) => setAttributes( { [ name ]: value || '' } ),
		} );
		return el(
			Fragment,
			null,
			el(
				PanelBody,
				{ title: __( 'Appearance', 'career-ladder' ) },
				el( SelectControl, {
					label: __( 'Light or dark', 'career-ladder' ),
					value: attributes.theme,
					options: [
						{ value: 'auto', label: __( 'As the page', 'career-ladder' ) },
						{ value: 'light', label: __( 'Light', 'career-ladder' ) },
						{ value: 'dark', label: __( 'Dark', 'career-ladder' ) },
					],
					onChange: ( value ) => setAttributes( { theme: value } ),
				} )
			),
			el( PanelColorSettings, {
				title: __( 'Colors', 'career-ladder' ),
				initialOpen: false,
				colorSettings: [
					colour( 'accent', __( 'Accent', 'career-ladder' ) ),
					colour( 'surface', __( 'Background', 'career-ladder' ) ),
					colour( 'text', __( 'Text', 'career-ladder' ) ),
				],
			} )
		);
	}

	block.Controls = function ( props ) {
		const panels = [ LadderPanel, BehaviourPanel, ColourPanels ];
		return el( InspectorControls, null, ...panels.map( ( panel ) => el( panel, props ) ) );
	};
} )( window.wp, window.careerLadderBlock );
