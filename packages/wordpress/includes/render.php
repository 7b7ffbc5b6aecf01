<?php
/**
 * The HTML of a widget, for the block and for the shortcode.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * Renders a widget with the readable ladder inside; in feeds, the readable ladder alone. In the place of a ladder that this
 * server does not have, there is a link to it.
 *
 * @param array  $raw     The attributes, as the author gave them.
 * @param string $wrapper The attributes of the box around the widget, escaped; no box if empty.
 * @return string Empty if the author's own ladder is gone.
 */
function career_ladder_render( $raw, $wrapper = '' ) {
	$settings = career_ladder_settings( $raw );
	$own      = career_ladder_own_json( $raw, $settings );
	if ( null === $own ) {
		$lang     = '' === $settings['lang'] ? get_bloginfo( 'language' ) : $settings['lang'];
		$readable = career_ladder_readable_bundled( $settings['ladder'], $lang );
	} elseif ( '' !== $own ) {
		$readable = career_ladder_readable_own( $own );
	} elseif ( career_ladder_is_elsewhere( $settings['attachment'] ) ) {
		$readable = career_ladder_readable_elsewhere( $settings['attachment'] );
	} else {
		return '';
	}
	if ( is_feed() ) {
		return $readable;
	}
	career_ladder_enqueue();
	$inside     = null !== $own && ! $settings['attachment']
		? '<script type="application/json">' . career_ladder_escape_json( $own ) . '</script>'
		: '';
	$attributes = career_ladder_html_attributes( $settings, null !== $own );
	$html       = "<career-ladder$attributes>$inside$readable</career-ladder>";
	return '' === $wrapper ? $html : "<div $wrapper>$html</div>";
}

/**
 * The author's own ladder. One in the media library comes before one that was pasted.
 *
 * @param array $raw      The attributes, as the author gave them.
 * @param array $settings The same, validated.
 * @return string|null Null if the author chose a bundled ladder; empty if their own one cannot be read.
 */
function career_ladder_own_json( $raw, $settings ) {
	if ( $settings['attachment'] ) {
		return career_ladder_attached( $settings['attachment'] );
	}
	if ( empty( $raw['json'] ) ) {
		return null;
	}
	return '' === career_ladder_problem( $settings['json'] ) ? $settings['json'] : '';
}

/**
 * The attributes of the element, each with a space before it. Those that are defaults are left out.
 *
 * @param array $settings Validated settings.
 * @param bool  $is_own   Whether the element shows a ladder of the author's.
 * @return string
 */
function career_ladder_html_attributes( $settings, $is_own ) {
	$attributes = array(
		'ladder'    => $is_own ? '' : $settings['ladder'],
		'src'       => $settings['attachment'] ? (string) wp_get_attachment_url( $settings['attachment'] ) : '',
		'start'     => 'quiz' === $settings['start'] ? 'quiz' : '',
		'theme'     => 'auto' === $settings['theme'] ? '' : $settings['theme'],
		// An own ladder says its language itself.
		'lang'      => $is_own ? '' : $settings['lang'],
		'storage'   => 'none' === $settings['storage'] ? 'none' : '',
		'share-url' => $settings['shareUrl'],
		// Optimisers move scripts, so the element says where the other files are.
		'assets'    => career_ladder_assets_url(),
		'style'     => career_ladder_style( $settings ),
	);
	$html       = '';
	foreach ( array_filter( $attributes, 'strlen' ) as $name => $value ) {
		$html .= " $name=\"" . esc_attr( $value ) . '"';
	}
	return $html;
}

/**
 * The style of the element: the height that it reserves, and the author's colours.
 *
 * @param array $settings Validated settings.
 * @return string
 */
function career_ladder_style( $settings ) {
	$style = 'display:block;min-height:560px';
	foreach ( array( 'accent', 'surface', 'text' ) as $name ) {
		if ( '' !== $settings[ $name ] ) {
			$style .= ";--ladder-$name:" . $settings[ $name ];
		}
	}
	return $style;
}
