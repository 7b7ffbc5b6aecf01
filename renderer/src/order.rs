//! Which nodes of a list keep their place when it is put into another order.

/// Of each part in the new order, whether its node may stay where it is; the others are put around those. `from` says
/// where the node was in the old order, and nothing for a part that is new.
///
/// As few as possible are moved, since a node that moves loses the focus: those of the longest row that was in this
/// order before stay, and the last of several such rows. Lists have some dozens of parts, so looking at all pairs will
/// do.
pub(super) fn staying(from: &[Option<usize>]) -> Vec<bool> {
    // How long a row can be that ends with each part; none ends with what is new.
    let mut rows = vec![0; from.len()];
    let mut left = 0;
    for (place, &own) in from.iter().enumerate() {
        for before in 0..place {
            if from[before] < own && rows[before] > rows[place] {
                rows[place] = rows[before];
            }
        }
        rows[place] += usize::from(own.is_some());
        left = left.max(rows[place]);
    }
    let mut stay = vec![false; from.len()];
    let mut behind = Some(usize::MAX);
    for place in (0..from.len()).rev() {
        if left > 0 && rows[place] == left && from[place] < behind {
            stay[place] = true;
            behind = from[place];
            left -= 1;
        }
    }
    stay
}

#[cfg(test)]
mod tests {
    use super::staying;

    /// Letters in their new order; those in capitals stay. The old order is the alphabet's.
    #[track_caller]
    fn case(expected: &str) {
        let from: Vec<Option<usize>> =
            expected.bytes().map(|letter| letter.to_ascii_lowercase().checked_sub(b'a').map(usize::from)).collect();
        let stay = expected.bytes().map(|letter| letter.is_ascii_uppercase()).collect::<Vec<_>>();
        assert_eq!(staying(&from), stay, "{expected}");
    }

    #[test]
    fn what_is_in_order_stays() {
        case("");
        case("ABC");
        case("ACD");
    }

    #[test]
    fn what_is_new_is_put_between() {
        case("-A--C-");
        case("--");
    }

    #[test]
    fn as_few_as_possible_move() {
        case("BCDa");
        case("dABC");
        case("fABgCD");
    }

    #[test]
    fn of_two_that_change_places_the_first_moves() {
        case("bA");
        case("AcBD");
        case("cbA");
    }
}
