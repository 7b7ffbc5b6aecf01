<?php
/**
 * Plugin Name: Test helper
 * Description: With the cookie `classic` posts open in the classic editor; with the cookie `theme` the site has another theme.
 */

defined( 'ABSPATH' ) || exit;

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
