<?php
/**
 * Plugin Name:       Career Ladder
 * Description:       Shows a career ladder with a short quiz that finds the reader's stage. Everything happens in the reader's browser.
 * Version:           {{VERSION}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The career-ladder authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       career-ladder
 * Domain Path:       /languages
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** The version, for the addresses of scripts. */
const CAREER_LADDER_VERSION = '{{VERSION}}';

/** The plugin's folder on the server. */
const CAREER_LADDER_FOLDER = __DIR__;

/** The plugin's main file. WordPress finds the addresses of the plugin's files by it. */
const CAREER_LADDER_FILE = __FILE__;

require_once __DIR__ . '/includes/assets.php';
require_once __DIR__ . '/includes/bundled.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/own-ladder.php';
require_once __DIR__ . '/includes/overlay-order.php';
require_once __DIR__ . '/includes/overlay.php';
require_once __DIR__ . '/includes/readable.php';
require_once __DIR__ . '/includes/loader.php';
require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/shortcode-problems.php';
require_once __DIR__ . '/includes/shortcode-notice.php';
require_once __DIR__ . '/includes/shortcode.php';
require_once __DIR__ . '/includes/upload.php';
require_once __DIR__ . '/includes/upload-refusal.php';
