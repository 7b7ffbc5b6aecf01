<?php
/**
 * Merges an overlay into the bundled ladder that it extends, so that its readable form has the same texts as the widget.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/**
 * The values of a ladder; of an overlay, those of the whole ladder that it makes.
 *
 * @param string $json A ladder, or an overlay.
 * @return array
 */
function career_ladder_whole( $json ) {
	$ladder = career_ladder_decode( $json );
	$id     = is_string( $ladder['extends'] ?? null ) ? $ladder['extends'] : '';
	$base   = career_ladder_bundled_data( $id );
	if ( ! $base ) {
		return $ladder;
	}
	$lang    = career_ladder_nearest_language( $id, is_string( $ladder['lang'] ?? null ) ? $ladder['lang'] : '' );
	$overlay = json_decode( career_ladder_without_mark( $json ) );
	$layers  = array( $base, '' === $lang ? null : career_ladder_bundled_data( $id, $lang ), $overlay );
	$whole   = array();
	foreach ( array_filter( $layers ) as $layer ) {
		$whole = career_ladder_merge( $whole, $layer );
	}
	return $whole;
}

/**
 * Merges two values: objects field by field, lists of items with ids by id; everything else is replaced.
 *
 * @param mixed $base   A value of the base. Objects are arrays.
 * @param mixed $change A value of the overlay. Objects are objects, since an empty one changes nothing, and an empty list
 *                      replaces a list.
 * @return mixed
 */
function career_ladder_merge( $base, $change ) {
	if ( is_array( $change ) ) {
		return json_decode( (string) wp_json_encode( $change ), true );
	}
	if ( ! $change instanceof stdClass ) {
		return $change;
	}
	if ( isset( $base[0]['id'] ) ) {
		return career_ladder_merge_items( $base, $change );
	}
	$merged = is_array( $base ) && ! isset( $base[0] ) ? $base : array();
	foreach ( get_object_vars( $change ) as $key => $value ) {
		$merged[ $key ] = career_ladder_merge( $merged[ $key ] ?? null, $value );
		if ( null === $value ) {
			unset( $merged[ $key ] );
		}
	}
	return $merged;
}

/**
 * Merges an object by id into a list of items.
 *
 * @param array[]  $items   The items of the base, in order.
 * @param stdClass $changes By id; null takes an item out, `after` puts it behind another one, or first if empty.
 * @return array[]
 */
function career_ladder_merge_items( $items, $changes ) {
	$numbers = array_flip( array_column( $items, 'id' ) );
	$afters  = array();
	foreach ( get_object_vars( $changes ) as $id => $change ) {
		$number = $numbers[ $id ] ?? null;
		$after  = $change->after ?? null;
		if ( null !== $number && ! $change instanceof stdClass ) {
			$items[ $number ] = null;
		}
		// An item that the base no longer has is left out, as the widget does.
		if ( ! $change instanceof stdClass || ( null === $number && null === $after ) ) {
			continue;
		}
		if ( null === $number ) {
			$number         = count( $items );
			$numbers[ $id ] = $number;
			$items[]        = array( 'id' => (string) $id );
		}
		unset( $change->after, $change->id );
		$items[ $number ]  = career_ladder_merge( $items[ $number ], $change );
		$afters[ $number ] = $after;
	}
	return career_ladder_reorder( $items, $afters, $numbers );
}
