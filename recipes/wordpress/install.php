<?php
/**
 * Installs WordPress into the folder that the command runs in, with one user of each role, and activates the plugin.
 * Usage: php install.php ADDRESS PASSWORD
 */

define( 'WP_INSTALLING', true );
list( , $address, $password ) = $argv;

require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Careers & levels', 'administrator', 'administrator@example.com', true, '', $password );
foreach ( array( 'author', 'contributor' ) as $role ) {
	$id = wp_create_user( $role, $password, "$role@example.com" );
	( new WP_User( $id ) )->set_role( $role );
}
// The tour of the editor would cover the page.
foreach ( get_users() as $user ) {
	update_user_meta(
		$user->ID,
		$GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences',
		array(
			'core/edit-post' => array(
				'welcomeGuide'   => false,
				'fullscreenMode' => false,
			),
			'_modified'      => gmdate( 'c' ),
		)
	);
}
update_option( 'siteurl', $address );
update_option( 'home', $address );
switch_theme( 'twentytwentythree' );

$result = activate_plugin( 'career-ladder/career-ladder.php' );
if ( is_wp_error( $result ) ) {
	fwrite( STDERR, $result->get_error_message() . "\n" );
	exit( 1 );
}
