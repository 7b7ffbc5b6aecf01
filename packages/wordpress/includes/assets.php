<?php
/**
 * The files of the widget, in `assets/`.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** The address of the folder with the files of the widget. */
function career_ladder_assets_url() {
	return plugins_url( 'assets/', CAREER_LADDER_FILE );
}

/**
 * A file whose name has a hash.
 *
 * @param string $name   What stands before the hash, such as `product.de`.
 * @param string $ending What stands behind it, such as `txt`.
 * @return string The file's name; empty if there is none.
 */
function career_ladder_asset( $name, $ending ) {
	$files = glob( CAREER_LADDER_FOLDER . "/assets/$name-" . str_repeat( '[0-9a-f]', 8 ) . ".$ending" );
	return $files ? basename( $files[0] ) : '';
}
