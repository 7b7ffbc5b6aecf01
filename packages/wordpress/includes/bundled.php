<?php
/**
 * The ladders that come with the plugin.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * The ladders that come with the plugin, as `ladders/index.json` lists them.
 *
 * @return array[] By id: `id`, `title`, and `langs`, the languages other than English.
 */
function career_ladder_bundled() {
	static $ladders = null;
	if ( null === $ladders ) {
		$list    = wp_json_file_decode( CAREER_LADDER_FOLDER . '/ladders/index.json', array( 'associative' => true ) );
		$ladders = array_column( is_array( $list ) ? $list : array(), null, 'id' );
	}
	return $ladders;
}

/**
 * The language, among those of a bundled ladder, that is nearest to a tag.
 *
 * @param string $id   A bundled ladder.
 * @param string $lang A language tag such as `de-AT`.
 * @return string Empty for English.
 */
function career_ladder_nearest_language( $id, $lang ) {
	$ladders = career_ladder_bundled();
	$langs   = $ladders[ $id ]['langs'] ?? array();
	foreach ( $langs as $candidate ) {
		if ( 0 === strcasecmp( $candidate, $lang ) ) {
			return $candidate;
		}
	}
	foreach ( $langs as $candidate ) {
		if ( 0 === strcasecmp( strtok( $candidate, '-' ), strtok( $lang, '-' ) ) ) {
			return $candidate;
		}
	}
	return '';
}

/**
 * A bundled ladder as decoded JSON, which overlays extend. The build chooses the ending of its file.
 *
 * @param string $id   A bundled ladder.
 * @param string $lang One of its languages, empty for English.
 * @return stdClass|null
 */
function career_ladder_bundled_data( $id, $lang = '' ) {
	if ( ! isset( career_ladder_bundled()[ $id ] ) ) {
		return null;
	}
	$name = '' === $lang ? $id : "$id.$lang";
	$file = career_ladder_asset( $name, 'txt' );
	$file = '' === $file ? career_ladder_asset( $name, 'json' ) : $file;
	return $file ? wp_json_file_decode( CAREER_LADDER_FOLDER . "/assets/$file" ) : null;
}
