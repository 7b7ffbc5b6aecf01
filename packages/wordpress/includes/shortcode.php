<?php
/**
 * The shortcode, for the classic editor and for widgets: `[career-ladder ladder="product"]`.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** Both spellings of the shortcode. */
const CAREER_LADDER_SHORTCODES = array( 'career-ladder', 'career_ladder' );

foreach ( CAREER_LADDER_SHORTCODES as $career_ladder_tag ) {
	add_shortcode( $career_ladder_tag, 'career_ladder_shortcode' );
}
add_filter( 'media_send_to_editor', 'career_ladder_send_to_editor', 10, 2 );

/**
 * Renders the shortcode.
 *
 * @param array|string $attributes As WordPress parsed them; a text if there are none.
 * @return string
 */
function career_ladder_shortcode( $attributes ) {
	$attributes = is_array( $attributes ) ? $attributes : array();
	$widget     = career_ladder_render( career_ladder_shortcode_as_block( $attributes ) );
	return career_ladder_shortcode_notice( $attributes ) . $widget;
}

/**
 * The attributes of a shortcode under the names of the block's. A pasted ladder is in blocks only.
 *
 * @param array $attributes As WordPress parsed them.
 * @return array
 */
function career_ladder_shortcode_as_block( $attributes ) {
	$attributes['shareUrl'] = $attributes['share-url'] ?? '';
	unset( $attributes['json'] );
	return $attributes;
}

/**
 * Inserts the shortcode when an author of the classic editor picks a ladder from the media library.
 *
 * @param string $html The link that WordPress would insert.
 * @param int    $id   The attachment.
 * @return string
 */
function career_ladder_send_to_editor( $html, $id ) {
	return '' === career_ladder_attached( $id ) ? $html : '[career-ladder attachment="' . absint( $id ) . '"]';
}
