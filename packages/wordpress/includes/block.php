<?php
/**
 * The block: registers it with the scripts of its editor side.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'career_ladder_register_block' );
add_action( 'enqueue_block_editor_assets', 'career_ladder_editor_data' );

/** The scripts in `block/`, each after those that it uses; `index.js` registers the block. */
const CAREER_LADDER_EDITOR_SCRIPTS = array(
	'loader',
	'base64',
	'attachment',
	'check',
	'advice',
	'findings',
	'preview',
	'problems',
	'paste-dialog',
	'own-ladder',
	'controls',
	'index',
);

/** What they use of WordPress. */
const CAREER_LADDER_EDITOR_NEEDS = array(
	'wp-api-fetch',
	'wp-block-editor',
	'wp-blocks',
	'wp-components',
	'wp-core-data',
	'wp-data',
	'wp-element',
	'wp-html-entities',
	'wp-i18n',
	'wp-url',
);

/** Registers the block and the scripts of the editor. */
function career_ladder_register_block() {
	$needs = CAREER_LADDER_EDITOR_NEEDS;
	foreach ( CAREER_LADDER_EDITOR_SCRIPTS as $name ) {
		$handle = "career-ladder-editor-$name";
		$url    = plugins_url( "block/$name.js", CAREER_LADDER_FILE );
		wp_register_script( $handle, $url, $needs, CAREER_LADDER_VERSION, true );
		wp_set_script_translations( $handle, 'career-ladder', CAREER_LADDER_FOLDER . '/languages' );
		$needs = array( $handle );
	}
	register_block_type( CAREER_LADDER_FOLDER . '/block', array( 'render_callback' => 'career_ladder_render_block' ) );
}

/**
 * Renders the block.
 *
 * @param array $attributes The block's attributes.
 * @return string
 */
function career_ladder_render_block( $attributes ) {
	return career_ladder_render( $attributes, get_block_wrapper_attributes() );
}

/** Tells the editor's scripts what the server knows. */
function career_ladder_editor_data() {
	$data = array(
		'ladders'   => array_values( career_ladder_bundled() ),
		'reader'    => career_ladder_asset( 'career-ladder-reader', 'glue.js' ),
		'assets'    => career_ladder_assets_url(),
		'version'   => CAREER_LADDER_VERSION,
		'lang'      => get_bloginfo( 'language' ),
		'canUpload' => current_user_can( 'upload_files' ),
	);
	wp_add_inline_script( 'career-ladder-editor-loader', 'var careerLadderBlock = ' . wp_json_encode( $data ) . ';', 'before' );
}
