//! A small hash, for checksums and for ids in links.

/// The value to pass as `from` for the first bytes.
pub(crate) const BASIS: u32 = 0x811c_9dc5;

/// Continues the hash `from` with more bytes: FNV-1a, 32 bits (Fowler, Noll, Vo).
pub(crate) fn fnv(from: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(from, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_hash() {
        assert_eq!(fnv(BASIS, b""), 0x811c_9dc5);
        assert_eq!(fnv(BASIS, b"a"), 0xe40c_292c);
        assert_eq!(fnv(BASIS, b"foobar"), 0xbf9c_f968);
        assert_eq!(fnv(fnv(BASIS, b"foo"), b"bar"), 0xbf9c_f968);
    }
}
