<?php
/**
 * Merges an overlay into the bundled ladder that it extends, so that its readable form has the same titles as the widget.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * The whole ladder that an overlay makes.
 *
 * @param array $ladder A ladder, or an overlay.
 * @return array
 */
function career_ladder_whole( $ladder ) {
	$id   = is_string( $ladder['extends'] ?? null ) ? $ladder['extends'] : '';
	$base = career_ladder_bundled_data( $id );
	if ( ! $base ) {
		return $ladder;
	}
	$lang        = is_string( $ladder['lang'] ?? null ) ? $ladder['lang'] : '';
	$translation = career_ladder_bundled_data( $id, career_ladder_nearest_language( $id, $lang ) );
	return career_ladder_merge( career_ladder_merge( $base, $translation ?? array() ), $ladder );
}

/**
 * Merges two values: objects field by field, lists of items with ids by id; everything else is replaced.
 *
 * @param mixed $base   A value of the base.
 * @param mixed $change A value of the overlay.
 * @return mixed
 */
function career_ladder_merge( $base, $change ) {
	if ( ! is_array( $base ) || ! is_array( $change ) || ( $change && wp_is_numeric_array( $change ) ) ) {
		return $change;
	}
	if ( isset( $base[0]['id'] ) ) {
		return career_ladder_merge_items( $base, $change );
	}
	foreach ( $change as $key => $value ) {
		$base[ $key ] = career_ladder_merge( $base[ $key ] ?? null, $value );
		if ( null === $value ) {
			unset( $base[ $key ] );
		}
	}
	return $base;
}

/**
 * Merges an object by id into a list of items.
 *
 * @param array[] $items   The items of the base, in order.
 * @param array   $changes By id; null takes an item out, `after` puts it behind another one, or first if empty.
 * @return array[]
 */
function career_ladder_merge_items( $items, $changes ) {
	$items = array_column( $items, null, 'id' );
	foreach ( $changes as $id => $change ) {
		$after = $change['after'] ?? null;
		if ( null === $change ) {
			unset( $items[ $id ] );
		} elseif ( null === $after ) {
			// An item that the base no longer has is left out, as the widget does.
			if ( isset( $items[ $id ] ) ) {
				$items[ $id ] = career_ladder_merge( $items[ $id ], $change );
			}
		} else {
			$item = career_ladder_merge( $items[ $id ] ?? array( 'id' => $id ), $change );
			unset( $items[ $id ] );
			$index = array_search( $after, array_keys( $items ), true );
			$at    = false === $index ? 0 : $index + 1;
			$items = array_slice( $items, 0, $at ) + array( $id => $item ) + array_slice( $items, $at );
		}
	}
	return array_values( $items );
}
