//! Puts the items of a list into order after an overlay has placed some of them behind others.

use crate::gather::Gather as _;

/// The place that an overlay gives an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Where it is; a new item follows all others.
    Unmoved,
    /// At the beginning of the list.
    First,
    /// After the item at this index.
    After(usize),
}

/// The indices of the items in their new order, and the indices of those whose places lead in a circle.
///
/// Items that are placed after the same one follow it in their own order. The order depends only on that of the unmoved
/// items and on the places, so placing the items again changes nothing.
pub(super) fn order(places: &[Place]) -> (Vec<usize>, Vec<usize>) {
    // For each item those that follow it, the last first, as a stack needs them.
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    let mut roots = Vec::new();
    for (index, place) in places.iter().enumerate().rev() {
        match place {
            Place::After(item) => followers[*item].push(index),
            Place::Unmoved => roots.push(index),
            Place::First => {}
        }
    }
    roots.extend((0..places.len()).rev().filter(|&index| places[index] == Place::First));
    let mut order = Vec::with_capacity(places.len());
    let mut is_placed = vec![false; places.len()];
    let mut stack = roots;
    while let Some(index) = stack.pop() {
        order.push(index);
        is_placed[index] = true;
        stack.extend(&followers[index]);
    }
    let circles = (0..places.len()).filter(|&index| !is_placed[index]).gather();
    (order, circles)
}

#[cfg(test)]
mod tests {
    use super::Place::{After, First, Unmoved};
    use super::*;

    #[track_caller]
    fn case(places: &[Place], expected: &[usize], circles: &[usize]) {
        assert_eq!(order(places), (expected.to_vec(), circles.to_vec()));
    }

    #[test]
    fn unmoved_items_keep_their_order() {
        case(&[], &[], &[]);
        case(&[Unmoved, Unmoved], &[0, 1], &[]);
    }

    #[test]
    fn items_follow_those_that_they_are_placed_after() {
        case(&[Unmoved, Unmoved, First], &[2, 0, 1], &[]);
        case(&[Unmoved, Unmoved, After(0)], &[0, 2, 1], &[]);
        case(&[After(1), After(2), Unmoved], &[2, 1, 0], &[]);
    }

    #[test]
    fn items_after_the_same_one_keep_their_order() {
        case(&[Unmoved, Unmoved, After(0), After(2), After(0)], &[0, 2, 3, 4, 1], &[]);
        case(&[Unmoved, First, First], &[1, 2, 0], &[]);
    }

    #[test]
    fn items_in_a_circle_are_named() {
        case(&[Unmoved, After(2), After(1), After(1)], &[0], &[1, 2, 3]);
        case(&[After(0)], &[], &[0]);
    }
}
