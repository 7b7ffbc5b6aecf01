<?php
/**
 * What is wrong with a shortcode: attributes that it does not have, and values that are not valid.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * The attributes of the shortcode.
 *
 * @return string[] By name, what the attribute can be.
 */
function career_ladder_shortcode_attributes() {
	$colour = __( 'a color, such as #b4480f', 'career-ladder' );
	return array(
		'ladder'     => implode( ', ', array_keys( career_ladder_bundled() ) ),
		'attachment' => __( 'the number of a ladder in the media library', 'career-ladder' ),
		'start'      => implode( ', ', CAREER_LADDER_CHOICES['start'] ),
		'theme'      => implode( ', ', CAREER_LADDER_CHOICES['theme'] ),
		'lang'       => __( 'a language tag, such as de or pt-BR', 'career-ladder' ),
		'storage'    => implode( ', ', CAREER_LADDER_CHOICES['storage'] ),
		'share-url'  => __( 'an address, such as https://example.com/careers', 'career-ladder' ),
		'accent'     => $colour,
		'surface'    => $colour,
		'text'       => $colour,
	);
}

/**
 * The problems of a shortcode, in one or two sentences each.
 *
 * @param array $attributes As WordPress parsed them. A value without a name has a number for a name.
 * @return string[]
 */
function career_ladder_shortcode_problems( $attributes ) {
	$known    = career_ladder_shortcode_attributes();
	$problems = array();
	foreach ( array_intersect_key( $attributes, $known ) as $name => $value ) {
		$value = trim( $value );
		if ( '' !== $value && ! career_ladder_is_valid( $name, $value ) ) {
			/* translators: 1: what the author wrote, 2: name of an attribute, 3: what the attribute can be. */
			$problem    = __( '“%1$s” is not valid for “%2$s”. It can be: %3$s.', 'career-ladder' );
			$problems[] = sprintf( $problem, $value, $name, $known[ $name ] );
		}
	}
	$unknown = array();
	foreach ( array_diff_key( $attributes, $known ) as $name => $value ) {
		$unknown[] = is_int( $name ) ? $value : $name;
	}
	if ( $unknown ) {
		/* translators: 1: what the author wrote, 2: names of attributes. */
		$problem    = __( 'The shortcode has no “%1$s”. Its attributes are: %2$s.', 'career-ladder' );
		$problems[] = sprintf( $problem, implode( '”, “', $unknown ), implode( ', ', array_keys( $known ) ) );
	}
	// WordPress takes curly quotes for a part of the value.
	if ( preg_match( '/[“”„″]/u', implode( $attributes ) ) ) {
		$problems[] = __( 'The quotes around values must be straight, as in ladder="product".', 'career-ladder' );
	}
	return $problems;
}

/**
 * Whether the widget uses a value.
 *
 * @param string $name  An attribute of the shortcode.
 * @param string $value Its value, as the author wrote it.
 * @return bool
 */
function career_ladder_is_valid( $name, $value ) {
	$settings = career_ladder_settings( career_ladder_shortcode_as_block( array( $name => $value ) ) );
	if ( 'attachment' === $name ) {
		return '' !== career_ladder_attached( $settings['attachment'] ) || career_ladder_is_elsewhere( $settings['attachment'] );
	}
	// WordPress completes addresses.
	return 'share-url' === $name ? '' !== $settings['shareUrl'] : $value === $settings[ $name ];
}
