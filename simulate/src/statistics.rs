//! Means over simulated readers.

/// The fraction of items that a condition holds for, 0 to 1; 0 without items.
pub(super) fn fraction<T>(items: &[T], is: impl Fn(&T) -> bool) -> f64 {
    mean(items, |item| f64::from(u8::from(is(item))))
}

/// The mean of a number over all items; 0 without items.
pub(super) fn mean<T>(items: &[T], number: impl Fn(&T) -> f64) -> f64 {
    items.iter().map(number).sum::<f64>() / items.len().max(1) as f64
}
