<?php
/**
 * Puts the items of a list into order after an overlay has placed some of them behind others.
 *
 * @package CareerLadder
 */

defined( 'ABSPATH' ) || exit;

/** The place of an item at the beginning of the list. */
const CAREER_LADDER_FIRST = -1;

/** The place of an item that stays where it is; a new one follows all others. */
const CAREER_LADDER_UNMOVED = -2;

/**
 * The items in their new order.
 *
 * @param array $items   The items, and null for those that were taken out.
 * @param array $afters  By the number of an item, the id of the one that it follows, empty for the beginning.
 * @param int[] $numbers The numbers of items by id.
 * @return array[]
 */
function career_ladder_reorder( $items, $afters, $numbers ) {
	$places = array();
	foreach ( array_keys( $items ) as $number ) {
		$places[ $number ] = career_ladder_place( $afters[ $number ] ?? null, $items, $numbers );
	}
	$ordered = array();
	foreach ( career_ladder_order( $places ) as $number ) {
		$ordered[] = $items[ $number ];
	}
	return array_values( array_filter( $ordered ) );
}

/**
 * The place of an item, as `career_ladder_order` takes it.
 *
 * @param mixed $after   The id of the item that it follows, empty for the beginning; null if it is not moved.
 * @param array $items   The items; null for those that were taken out.
 * @param int[] $numbers The numbers of items by id.
 * @return int
 */
function career_ladder_place( $after, $items, $numbers ) {
	if ( '' === $after ) {
		return CAREER_LADDER_FIRST;
	}
	$number = is_string( $after ) ? $numbers[ $after ] ?? null : null;
	return null !== $number && null !== $items[ $number ] ? $number : CAREER_LADDER_UNMOVED;
}

/**
 * The numbers of items in their new order.
 *
 * @param int[] $places By the number of an item, the number of the one that it follows, or one of the constants above.
 * @return int[] Items that follow each other in a circle come last; the widget refuses such a ladder.
 */
function career_ladder_order( $places ) {
	$followers = array();
	foreach ( $places as $item => $place ) {
		$followers[ $place ][] = $item;
	}
	$order = array();
	$stack = array_reverse( array_merge( $followers[ CAREER_LADDER_FIRST ] ?? array(), $followers[ CAREER_LADDER_UNMOVED ] ?? array() ) );
	while ( $stack ) {
		$item    = array_pop( $stack );
		$order[] = $item;
		$stack   = array_merge( $stack, array_reverse( $followers[ $item ] ?? array() ) );
	}
	return array_merge( $order, array_diff( array_keys( $places ), $order ) );
}
