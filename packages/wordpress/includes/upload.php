<?php
/**
 * Lets those who may upload files upload ladders.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

// A network's own list of file types filters at 10 and thus has the last word.
add_filter( 'upload_mimes', 'career_ladder_allow_json', 9, 2 );
add_filter( 'wp_check_filetype_and_ext', 'career_ladder_recognise_json', 10, 3 );

/**
 * Adds JSON to the types that a user may upload.
 *
 * @param string[]         $types Types by endings.
 * @param int|WP_User|null $user  The user; null for the current one.
 * @return string[]
 */
function career_ladder_allow_json( $types, $user = null ) {
	if ( $user ? user_can( $user, 'upload_files' ) : current_user_can( 'upload_files' ) ) {
		$types['json'] = 'application/json';
	}
	return $types;
}

/**
 * Gives a ladder its type where PHP takes it for plain text.
 *
 * @param array  $found What WordPress found: `ext`, `type` and `proper_filename`.
 * @param string $path  The file on the server.
 * @param string $name  The file's name.
 * @return array
 */
function career_ladder_recognise_json( $found, $path, $name ) {
	$is_unknown = empty( $found['ext'] ) && career_ladder_is_json_name( $name );
	if ( $is_unknown && isset( get_allowed_mime_types()['json'] ) && '' !== career_ladder_read( $path ) ) {
		$found['ext']  = 'json';
		$found['type'] = 'application/json';
	}
	return $found;
}

/**
 * Whether a file's name ends in `.json`.
 *
 * @param string $name The name.
 * @return bool
 */
function career_ladder_is_json_name( $name ) {
	return 'json' === strtolower( pathinfo( $name, PATHINFO_EXTENSION ) );
}
