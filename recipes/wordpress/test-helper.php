<?php
/**
 * Plugin Name: Test helper
 * Description: With the cookie `classic` posts open in the classic editor; with `theme` the site has another theme; with `json`,
 *              or this in the address, another plugin allows JSON. The file `elsewhere.json` of the media library is on another host.
 *              The action `import` takes JSON, as plugins do that import their settings.
 */

defined( 'ABSPATH' ) || exit;

// The page for logging in moves the focus to the name a moment later, and the password would be typed there.
add_filter( 'enable_login_autofocus', '__return_false' );

add_filter(
	'use_block_editor_for_post',
	function ( $uses ) {
		return $uses && ! isset( $_COOKIE['classic'] );
	}
);

foreach ( array( 'template', 'stylesheet' ) as $option ) {
	add_filter(
		"pre_option_$option",
		function ( $value ) {
			return $_COOKIE['theme'] ?? $value;
		}
	);
}

add_filter(
	'upload_mimes',
	function ( $types ) {
		// XML-RPC ignores cookies.
		return isset( $_COOKIE['json'] ) || isset( $_GET['json'] ) ? array( 'json|lottie' => 'application/json' ) + $types : $types;
	}
);

add_filter(
	'get_attached_file',
	function ( $file ) {
		return 'elsewhere.json' === basename( $file ) ? "$file.moved" : $file;
	}
);

add_action(
	'wp_ajax_import',
	function () {
		$overrides = array(
			'test_form' => false,
			'mimes'     => array( 'json' => 'application/json' ),
		);
		wp_send_json( wp_handle_upload( $_FILES['file'], $overrides ) );
	}
);
