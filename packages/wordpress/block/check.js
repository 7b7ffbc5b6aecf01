// The full check of a site owner's ladder: a widget out of sight reads it, as it will on the page.
( function ( wp, block ) {
	const { __ } = wp.i18n;

	/** @param {{ src?: string, json?: string }} ladder its address, or its text */
	function hiddenWidget( { src, json } ) {
		const widget = document.createElement( 'career-ladder' );
		widget.setAttribute( 'loading', 'eager' );
		widget.setAttribute( 'storage', 'none' );
		widget.setAttribute( 'assets', block.assets );
		if ( src ) {
			widget.setAttribute( 'src', src );
		} else {
			const script = document.createElement( 'script' );
			script.type = 'application/json';
			script.textContent = json;
			widget.append( script );
		}
		const box = document.createElement( 'div' );
		box.inert = true;
		box.style.cssText = 'position:fixed;top:0;left:-9999px;width:400px';
		box.append( widget );
		return { box, widget };
	}

	/**
	 * @param {{ src?: string, json?: string }} ladder
	 * @return {Promise<{ message: string, problems: LadderProblem[] } | null>} null if the ladder is fine
	 */
	block.check = async function ( ladder ) {
		try {
			await block.loadInto( document );
		} catch {
			const message = __( 'The widget could not be loaded, so the ladder was not checked.', 'career-ladder' );
			return { message, problems: [] };
		}
		const { box, widget } = hiddenWidget( ladder );
		const found = await new Promise( ( resolve ) => {
			widget.addEventListener( 'ladder-ready', () => resolve( null ) );
			widget.addEventListener( 'ladder-error', ( { detail } ) => resolve( detail ) );
			document.body.append( box );
		} );
		box.remove();
		return found;
	};

	/**
	 * @param {File} file
	 */
	block.checkFile = async function ( file ) {
		const src = URL.createObjectURL( file );
		const found = await block.check( { src } );
		URL.revokeObjectURL( src );
		return found;
	};
} )( window.wp, window.careerLadderBlock );
