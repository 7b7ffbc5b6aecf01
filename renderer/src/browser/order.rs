//! Decides which nodes of a list stay where they are when the list gets another order.

/// For each part in the new order: whether its node stays where it is. The other nodes are put around those that stay.
/// `from` has the index of each part's node in the old order, `None` for a part without a node.
///
/// As few nodes as possible move, since a node that moves loses the focus. Those that stay are the longest sequence
/// that has the same order as before, and the last one of several such sequences. It is found by comparing all pairs:
/// lists have some dozens of parts.
pub(super) fn staying(from: &[Option<usize>]) -> Vec<bool> {
    // The length of the longest sequence that ends with each part; 0 for a part without a node.
    let mut lengths = vec![0; from.len()];
    let mut left = 0;
    for (index, &own) in from.iter().enumerate() {
        for before in 0..index {
            if from[before] < own && lengths[before] > lengths[index] {
                lengths[index] = lengths[before];
            }
        }
        lengths[index] += usize::from(own.is_some());
        left = left.max(lengths[index]);
    }
    let mut stay = vec![false; from.len()];
    let mut behind = Some(usize::MAX);
    for index in (0..from.len()).rev() {
        if left > 0 && lengths[index] == left && from[index] < behind {
            stay[index] = true;
            behind = from[index];
            left -= 1;
        }
    }
    stay
}

#[cfg(test)]
mod tests {
    use super::staying;

    /// Letters in their new order; those in capitals stay, `-` is a part without a node. The old order is the alphabet's.
    #[track_caller]
    fn case(expected: &str) {
        let from: Vec<Option<usize>> =
            expected.bytes().map(|letter| letter.to_ascii_lowercase().checked_sub(b'a').map(usize::from)).collect();
        let stay = expected.bytes().map(|letter| letter.is_ascii_uppercase()).collect::<Vec<_>>();
        assert_eq!(staying(&from), stay, "{expected}");
    }

    #[test]
    fn nodes_in_order_stay() {
        case("");
        case("ABC");
        case("ACD");
    }

    #[test]
    fn new_parts_go_between_nodes_that_stay() {
        case("-A--C-");
        case("--");
    }

    #[test]
    fn as_few_nodes_as_possible_move() {
        case("BCDa");
        case("dABC");
        case("fABgCD");
    }

    #[test]
    fn if_two_nodes_change_places_the_first_one_moves() {
        case("bA");
        case("AcBD");
        case("cbA");
    }
}
