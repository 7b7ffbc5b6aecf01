<?php
/**
 * Refuses JSON that is no ladder, in every way that a file can come to the media library. Where JSON may be uploaded without
 * this plugin, it is not this plugin's to refuse.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'wp_handle_upload_overrides', 'career_ladder_refuse_other_json', 10, 2 );
add_filter( 'wp_handle_sideload_overrides', 'career_ladder_refuse_other_json', 10, 2 );
add_filter( 'wp_upload_bits', 'career_ladder_refuse_other_bits' );

/**
 * Refuses an uploaded file that ends in `.json` and is no ladder. A plugin that imports files may have its own rules for the
 * types; its uploads are left alone.
 *
 * @param array|false $overrides How WordPress is to handle the upload.
 * @param array       $file      The file, as PHP received it.
 * @return array The same; if the file is refused, with no allowed type, and a handler that says why.
 */
function career_ladder_refuse_other_json( $overrides, $file ) {
	$overrides = is_array( $overrides ) ? $overrides : array();
	$has_rules = ! empty( $overrides['mimes'] ) || ! ( $overrides['test_type'] ?? true );
	if ( $has_rules || ! empty( $file['error'] ) || ! career_ladder_is_judged( $file['name'] ) ) {
		return $overrides;
	}
	// One byte more than is allowed is enough to refuse it.
	$json    = (string) file_get_contents( $file['tmp_name'], false, null, 0, CAREER_LADDER_MOST_BYTES + 1 );
	$problem = career_ladder_problem( $json );
	if ( '' !== $problem ) {
		$overrides['mimes']                = array( 'none' => 'none/none' );
		$overrides['upload_error_handler'] = function () use ( $problem ) {
			return array( 'error' => $problem );
		};
	}
	return $overrides;
}

/**
 * Refuses a file whose content came without an upload, for example by XML-RPC.
 *
 * @param array|string $file Its `name` and its `bits`; or why another plugin refuses it.
 * @return array|string The same, or why it is refused.
 */
function career_ladder_refuse_other_bits( $file ) {
	if ( ! is_array( $file ) || ! career_ladder_is_judged( $file['name'] ) ) {
		return $file;
	}
	$problem = career_ladder_problem( (string) $file['bits'] );
	return '' === $problem ? $file : $problem;
}

/**
 * Whether a file has to be a ladder: one that ends in `.json`, and that the user could not upload without this plugin.
 *
 * @param string $name The file's name.
 * @return bool
 */
function career_ladder_is_judged( $name ) {
	return career_ladder_is_json_name( $name ) && ! career_ladder_json_is_allowed_anyway();
}

/**
 * Whether the current user may upload JSON without this plugin.
 *
 * @return bool
 */
function career_ladder_json_is_allowed_anyway() {
	if ( current_user_can( 'unfiltered_upload' ) ) {
		return true;
	}
	$was_added = remove_filter( 'upload_mimes', 'career_ladder_allow_json', 9 );
	$types     = get_allowed_mime_types();
	if ( $was_added ) {
		add_filter( 'upload_mimes', 'career_ladder_allow_json', 9, 2 );
	}
	return false !== wp_check_filetype( 'ladder.json', $types )['ext'];
}
