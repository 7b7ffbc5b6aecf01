//! A small hash: for checksums, and for names that fit into a link.

/// Where hashing begins.
pub(crate) const BASIS: u32 = 0x811c_9dc5;

/// FNV-1a, 32 bits (Fowler, Noll, Vo), from where it was left.
pub(crate) fn fnv(from: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(from, |sum, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
