//! The memory that a wasm starts with.

use anyhow::{Context as _, Result};

/// A wasm may start with this many pages of 64 KiB at most: its stack and its data. Every page that shows the widget pays
/// for them, used or not.
pub(super) const MAX_PAGES: u32 = 6;

/// The length of the mark and the version at a wasm's beginning.
const HEADER: usize = 8;
/// The number of the section that describes the memory.
const MEMORY_SECTION: u8 = 5;

/// The pages that the wasm's memory starts with.
pub(super) fn initial_pages(wasm: &[u8]) -> Result<u32> {
    memory_limits(wasm).context("the wasm has no memory of its own")
}

/// Reads the lower limit of the first memory.
fn memory_limits(wasm: &[u8]) -> Option<u32> {
    let mut rest = wasm.get(HEADER..)?;
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let (mut content, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        if section == MEMORY_SECTION {
            let _count = number(&mut content)?;
            let _flags = number(&mut content)?;
            return number(&mut content);
        }
        rest = after;
    }
    None
}

/// Takes a number off the beginning: seven bits a byte, the lowest first, in all bytes but the last with the eighth set.
fn number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::initial_pages;

    #[track_caller]
    fn case(sections: &[u8], expected: Option<u32>) {
        let wasm = [b"\0asm\x01\0\0\0", sections].concat();
        assert_eq!(initial_pages(&wasm).ok(), expected);
    }

    #[test]
    fn the_memory_section_is_found_behind_others() {
        case(&[5, 3, 1, 0, 17], Some(17));
        case(&[1, 2, 5, 5, 5, 4, 1, 1, 2, 9], Some(2));
        case(&[5, 4, 1, 0, 0x80, 0x02], Some(256));
    }

    #[test]
    fn a_wasm_without_memory_or_cut_off_has_no_pages() {
        case(&[], None);
        case(&[1, 1, 0], None);
        case(&[5, 3, 1, 0], None);
        case(&[5, 3, 1, 0, 0x80], None);
    }
}
