<?php
/**
 * The ladder as text. It stands in feeds, on pages without scripts, and wherever the widget cannot run.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * A bundled ladder as HTML, in a language. The file names its language in its first tag.
 *
 * @param string $id   A bundled ladder.
 * @param string $lang A language tag; English if the ladder does not come in it.
 * @return string
 */
function career_ladder_readable_bundled( $id, $lang ) {
	$nearest = career_ladder_nearest_language( $id, $lang );
	$name    = '' === $nearest ? $id : "$id.$nearest";
	$file    = CAREER_LADDER_FOLDER . "/ladders/$name.html";
	return is_readable( $file ) ? trim( file_get_contents( $file ) ) : '';
}

/**
 * A site owner's own ladder as HTML.
 *
 * @param string $json The ladder.
 * @return string
 */
function career_ladder_readable_own( $json ) {
	$ladder = career_ladder_whole( $json );
	$names  = career_ladder_stage_names( $ladder );
	$html   = career_ladder_tag( 'h2', $ladder['title'] ?? '' ) . career_ladder_tag( 'p', $ladder['summary'] ?? '' );
	foreach ( career_ladder_list( $ladder, 'rungs' ) as $rung ) {
		$stage = $rung['stage'] ?? '';
		$html .= career_ladder_readable_rung( $rung, is_string( $stage ) ? $names[ $stage ] ?? '' : '' );
	}
	return career_ladder_in_language( "<section>$html</section>", $ladder['lang'] ?? 'en' );
}

/**
 * A link to a ladder in the media library that is not on this server.
 *
 * @param int $attachment The attachment.
 * @return string
 */
function career_ladder_readable_elsewhere( $attachment ) {
	$url = esc_url( (string) wp_get_attachment_url( $attachment ) );
	return "<p><a href=\"$url\">" . career_ladder_escape( get_the_title( $attachment ) ) . '</a></p>';
}

/**
 * A rung as HTML: its title, role and stage, what changes, and what success is.
 *
 * @param array  $rung  A rung of a ladder.
 * @param string $stage The name of its stage; empty if it has none.
 * @return string
 */
function career_ladder_readable_rung( $rung, $stage ) {
	$line  = implode( ' · ', array_filter( array( $rung['role'] ?? '', $stage ), 'is_string' ) );
	$html  = career_ladder_tag( 'h3', $rung['title'] ?? '' );
	$html .= career_ladder_tag( 'p', trim( $line, ' ·' ) );
	$items = '';
	foreach ( array( 'changes', 'success' ) as $list ) {
		foreach ( (array) ( $rung[ $list ] ?? array() ) as $item ) {
			$items .= career_ladder_tag( 'li', $item );
		}
	}
	return $html . ( $items ? "<ul>$items</ul>" : '' );
}

/**
 * The names of a ladder's stages, by id.
 *
 * @param array $ladder A ladder; nobody knows whether its values have the right types.
 * @return string[]
 */
function career_ladder_stage_names( $ladder ) {
	$names = array();
	foreach ( career_ladder_list( $ladder, 'stages' ) as $stage ) {
		if ( is_string( $stage['id'] ?? null ) && is_string( $stage['name'] ?? null ) ) {
			$names[ $stage['id'] ] = $stage['name'];
		}
	}
	return $names;
}

/**
 * A list of a ladder.
 *
 * @param array  $ladder A ladder.
 * @param string $name   The name of the list.
 * @return array[]
 */
function career_ladder_list( $ladder, $name ) {
	return array_filter( (array) ( $ladder[ $name ] ?? array() ), 'is_array' );
}

/**
 * A text in a tag.
 *
 * @param string $name The tag's name.
 * @param mixed  $text A value of a ladder; one that is no text gives nothing.
 * @return string
 */
function career_ladder_tag( $name, $text ) {
	if ( ! is_string( $text ) || '' === $text ) {
		return '';
	}
	return "<$name>" . career_ladder_escape( $text ) . "</$name>";
}

/**
 * A text as HTML. Its brackets are escaped too: WordPress looks for shortcodes after the block was rendered.
 *
 * @param string $text A text.
 * @return string
 */
function career_ladder_escape( $text ) {
	$escapes = array(
		'[' => '&#91;',
		']' => '&#93;',
	);
	return strtr( esc_html( $text ), $escapes );
}

/**
 * Says in which language a part of the page is, if it is not the page's.
 *
 * @param string $html The part.
 * @param mixed  $lang Its language.
 * @return string
 */
function career_ladder_in_language( $html, $lang ) {
	$page = get_bloginfo( 'language' );
	if ( '' === $html || ! is_string( $lang ) || '' === $lang || 0 === stripos( "$page-", "$lang-" ) ) {
		return $html;
	}
	return '<div lang="' . esc_attr( $lang ) . '">' . $html . '</div>';
}
