<?php
/**
 * What an author chose for a widget, in the block or in the shortcode.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** The values of the settings that have a fixed set; the first one is the default. */
const CAREER_LADDER_CHOICES = array(
	'start'   => array( 'ladder', 'quiz' ),
	'theme'   => array( 'auto', 'light', 'dark' ),
	'storage' => array( 'session', 'none' ),
);

/**
 * Keeps what is valid, and replaces everything else by its default.
 *
 * @param array $raw Attributes of the block, or of the shortcode under the same names.
 * @return array `ladder`, `attachment`, `json`, `start`, `theme`, `lang`, `storage`, `shareUrl`, and the colours.
 */
function career_ladder_settings( $raw ) {
	$text   = function ( $name ) use ( $raw ) {
		return isset( $raw[ $name ] ) && is_scalar( $raw[ $name ] ) ? trim( (string) $raw[ $name ] ) : '';
	};
	$choice = function ( $name ) use ( $text ) {
		$values = CAREER_LADDER_CHOICES[ $name ];
		return in_array( $text( $name ), $values, true ) ? $text( $name ) : $values[0];
	};
	$lang   = $text( 'lang' );
	return array(
		'ladder'     => isset( career_ladder_bundled()[ $text( 'ladder' ) ] ) ? $text( 'ladder' ) : 'product',
		'attachment' => absint( $text( 'attachment' ) ),
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- filters would change the text.
		'json'       => (string) base64_decode( $text( 'json' ), true ),
		'start'      => $choice( 'start' ),
		'theme'      => $choice( 'theme' ),
		'lang'       => preg_match( '/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i', $lang ) ? $lang : '',
		'storage'    => $choice( 'storage' ),
		// The filters of an author without `unfiltered_html` have turned `&` into `&amp;`.
		'shareUrl'   => esc_url_raw( wp_specialchars_decode( $text( 'shareUrl' ) ), array( 'http', 'https' ) ),
		'accent'     => career_ladder_colour( $text( 'accent' ) ),
		'surface'    => career_ladder_colour( $text( 'surface' ) ),
		'text'       => career_ladder_colour( $text( 'text' ) ),
	);
}

/**
 * A colour that may stand in a style attribute: a name, or functions of CSS in one another. Neither quotes nor `;` nor `url()`
 * are among what it may have.
 *
 * @param string $value As the author chose or wrote it.
 * @return string Empty if it is none.
 */
function career_ladder_colour( $value ) {
	$names = 'rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color|color-mix|light-dark|var|calc|min|max|clamp';
	$call  = "(?<call>(?<![\w-])(?:$names)\((?:(?&call)|[\w.,%\s#+*\/-])+\))";
	// A comment would hide what stands behind it.
	return preg_match( "/^(?!.*\/\*)(?:#[0-9a-f]{3,8}|[a-z]+|$call)$/is", $value ) ? $value : '';
}
