<?php
/**
 * The loader, the one script of the widget, on the pages that show one.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'career_ladder_register_loader' );
add_action( 'wp_enqueue_scripts', 'career_ladder_enqueue_early' );
add_filter( 'script_loader_tag', 'career_ladder_async', 10, 2 );

/** Makes the script and its style known; `career_ladder_enqueue` puts them on a page. */
function career_ladder_register_loader() {
	// Before 6.3 WordPress takes the array as "in the footer".
	$options = array(
		'in_footer' => true,
		'strategy'  => 'async',
	);
	$url     = career_ladder_assets_url() . 'career-ladder.js';
	wp_register_script( 'career-ladder', $url, array(), CAREER_LADDER_VERSION, $options );
	wp_register_style( 'career-ladder', false, array(), CAREER_LADDER_VERSION );
	// The readable ladder is longer than the widget. Until the script is there, it scrolls, so that the page does not jump.
	$style = '@media (scripting:enabled){career-ladder:not(:defined){max-height:560px;overflow:auto}}';
	wp_add_inline_style( 'career-ladder', $style );
}

/** Puts the script and its style on the page, once. */
function career_ladder_enqueue() {
	wp_enqueue_script( 'career-ladder' );
	wp_enqueue_style( 'career-ladder' );
}

/** Puts them on the page of a post with a widget. The style thus stands in the head. */
function career_ladder_enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( ! $post || post_password_required( $post ) ) {
		return;
	}
	foreach ( CAREER_LADDER_SHORTCODES as $tag ) {
		if ( has_shortcode( $post->post_content, $tag ) ) {
			career_ladder_enqueue();
		}
	}
	if ( has_block( 'career-ladder/ladder', $post ) ) {
		career_ladder_enqueue();
	}
}

/**
 * Lets the page go on while the script loads, also before WordPress 6.3.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's handle.
 * @return string
 */
function career_ladder_async( $tag, $handle ) {
	if ( 'career-ladder' !== $handle || preg_match( '/\sasync\b/', $tag ) ) {
		return $tag;
	}
	return str_replace( ' src=', ' async src=', $tag );
}
