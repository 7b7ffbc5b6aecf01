<?php
/**
 * The notice above a widget whose shortcode has problems. Only those who may mend the shortcode see it.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** Looks like a notice of the admin area, whose styles pages do not have. */
const CAREER_LADDER_NOTICE_STYLE = 'box-sizing:border-box;margin-block:16px;padding:12px 16px;'
	. 'border-inline-start:4px solid #dba617;background:#fcf9e8;color:#1d2327;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere';

/**
 * The notice with all problems of a shortcode.
 *
 * @param array $attributes As WordPress parsed them.
 * @return string Empty if there are none, or if the reader may not see them.
 */
function career_ladder_shortcode_notice( $attributes ) {
	$problems = career_ladder_shows_notices() ? career_ladder_shortcode_problems( $attributes ) : array();
	if ( ! $problems ) {
		return '';
	}
	$heading = __( 'The shortcode of the career ladder has mistakes. Only people who may edit this page see this notice.', 'career-ladder' );
	$items   = '';
	foreach ( $problems as $problem ) {
		$items .= career_ladder_tag( 'li', $problem );
	}
	return '<div class="career-ladder-notice" role="note" style="' . CAREER_LADDER_NOTICE_STYLE . '">'
		. '<p style="margin:0 0 8px">' . esc_html( $heading ) . '</p>'
		. '<ul style="margin:0;padding-inline-start:20px">' . $items . '</ul></div>';
}

/**
 * Whether notices may stand in what is rendered: on a page, and not in a feed or in what a plugin stores, and for somebody
 * who may mend the shortcode. One outside of posts is in a widget or a template.
 *
 * @return bool
 */
function career_ladder_shows_notices() {
	if ( ! did_action( 'template_redirect' ) || is_feed() ) {
		return false;
	}
	$post = get_the_ID();
	return $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_theme_options' );
}
