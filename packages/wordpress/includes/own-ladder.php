<?php
/**
 * Ladders that site owners bring. The widget's ladder reader, which runs in the editor, makes the full check; the server
 * refuses what cannot be a ladder.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** The size, in bytes, above which the ladder reader refuses a file. */
const CAREER_LADDER_MOST_BYTES = 1048576;

/**
 * Why a text cannot be a ladder.
 *
 * @param string $json The content of a file.
 * @return string A sentence for its author; empty if it may be a ladder.
 */
function career_ladder_problem( $json ) {
	if ( strlen( $json ) > CAREER_LADDER_MOST_BYTES ) {
		return __( 'A career ladder may have at most 1 MiB.', 'career-ladder' );
	}
	if ( ! preg_match( '//u', $json ) ) {
		return __( 'The ladder is not in UTF-8. Save it as UTF-8.', 'career-ladder' );
	}
	$ladder = career_ladder_decode( $json );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		/* translators: %s: what PHP says about the file, in English. */
		return sprintf( __( 'The file is not valid JSON: %s.', 'career-ladder' ), json_last_error_msg() );
	}
	if ( 1 !== ( $ladder['format'] ?? null ) ) {
		return __( 'The file is not a career ladder: it has no "format": 1.', 'career-ladder' );
	}
	return '';
}

/**
 * The values of a ladder.
 *
 * @param string $json The content of a file.
 * @return array Empty if it is not JSON.
 */
function career_ladder_decode( $json ) {
	return (array) json_decode( career_ladder_without_mark( $json ), true );
}

/**
 * A text without the byte order mark that some editors write before it.
 *
 * @param string $json The content of a file.
 * @return string
 */
function career_ladder_without_mark( $json ) {
	return (string) preg_replace( '/^\xEF\xBB\xBF/', '', $json );
}

/**
 * The content of a ladder in the media library.
 *
 * @param int $attachment The attachment's id.
 * @return string Empty if the attachment is gone, is no ladder, or is not on this server.
 */
function career_ladder_attached( $attachment ) {
	$file = career_ladder_attached_file( $attachment );
	return '' === $file ? '' : career_ladder_read( $file );
}

/**
 * Whether the media library has a JSON file that is not on this server. Plugins move files to other hosts.
 *
 * @param int $attachment The attachment's id.
 * @return bool
 */
function career_ladder_is_elsewhere( $attachment ) {
	$file = career_ladder_attached_file( $attachment );
	return '' !== $file && ! is_readable( $file );
}

/**
 * The path of a JSON file in the media library.
 *
 * @param int $attachment The attachment's id.
 * @return string Empty if the attachment is gone, or is no JSON.
 */
function career_ladder_attached_file( $attachment ) {
	return 'application/json' === get_post_mime_type( $attachment ) ? (string) get_attached_file( $attachment ) : '';
}

/**
 * The content of a file, if it may be a ladder.
 *
 * @param string $file A file on the server.
 * @return string Empty if it is none.
 */
function career_ladder_read( $file ) {
	if ( ! is_readable( $file ) || filesize( $file ) > CAREER_LADDER_MOST_BYTES ) {
		return '';
	}
	$json = (string) file_get_contents( $file );
	return '' === career_ladder_problem( $json ) ? $json : '';
}

/**
 * The same JSON without characters that mean something in HTML or to WordPress's filters, which run over the page after
 * the block was rendered. Outside of strings JSON has none of them but brackets.
 *
 * @param string $json A ladder.
 * @return string
 */
function career_ladder_escape_json( $json ) {
	$escapes = array(
		'<' => '\u003c',
		'>' => '\u003e',
		'&' => '\u0026',
		'[' => '\u005b',
		']' => '\u005d',
	);
	return preg_replace_callback(
		'/"(?:[^"\\\\]++|\\\\.)*+"/s',
		function ( $text ) use ( $escapes ) {
			return strtr( $text[0], $escapes );
		},
		$json
	);
}
