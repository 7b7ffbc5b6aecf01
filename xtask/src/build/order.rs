//! Puts the functions of a wasm into the order in which Brotli packs them best: each beside the one most like it.

use anyhow::{Context as _, Result};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::{Encode as _, NameMap, NameSection, Section as _};
use wasmparser::{Parser, Payload, TypeRef};

/// Alikeness is counted in sequences of this many bytes. With 2 or 4, the widget has 0.1 KB more.
const SEQUENCE: usize = 3;

/// The wasm with a name for each function. In the order of the names, each function stands behind the one that has the
/// largest share of its bytes' sequences.
pub(super) fn named_in_order(wasm: &[u8]) -> Result<Vec<u8>> {
    let (imported, functions) = functions(wasm).context("cannot read the wasm")?;
    let mut names = vec![String::new(); functions.len()];
    for (place, function) in order(&functions).into_iter().enumerate() {
        names[function] = format!("{place:05}");
    }
    let mut map = NameMap::new();
    for (index, name) in (imported..).zip(&names) {
        map.append(index, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    let mut named = wasm.to_vec();
    named.push(section.id());
    section.encode(&mut named);
    Ok(named)
}

/// The number of imported functions, whose indices come first, and the bytes of the others.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<&[u8]>)> {
    let (mut imported, mut functions) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(&wasm[body.range()]),
            _ => {}
        }
    }
    Ok((imported, functions))
}

/// The order of the functions, as their indices: the shortest first, and then always the one most like the last.
fn order(functions: &[&[u8]]) -> Vec<usize> {
    let sequences: Vec<BTreeSet<&[u8]>> = functions.iter().map(|code| code.windows(SEQUENCE).collect()).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, sequences) in sequences.iter().enumerate() {
        for sequence in sequences {
            holders.entry(sequence).or_default().push(function);
        }
    }
    let mut left: BTreeSet<usize> = (0..functions.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().min_by_key(|&function| functions[function].len());
    while let Some(last) = next {
        left.remove(&last);
        order.push(last);
        let mut shared = vec![0; functions.len()];
        sequences[last].iter().flat_map(|sequence| &holders[sequence]).for_each(|&holder| shared[holder] += 1);
        // Shares are compared as fractions, without rounding.
        let share = |function: usize| {
            let all = sequences[last].len() + sequences[function].len() - shared[function];
            (shared[function], all.max(1))
        };
        next = left.iter().copied().reduce(|best, function| {
            let (best_share, share) = (share(best), share(function));
            if share.0 * best_share.1 > best_share.0 * share.1 { function } else { best }
        });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{named_in_order, order};
    use wasmparser::{KnownCustom, Name, Parser, Payload};

    #[test]
    fn each_function_stands_beside_the_one_most_like_it() {
        let functions: [&[u8]; 5] = [b"abcdefgh", b"xyz", b"wxyzvu", b"abcdef", b"tuvwxyz"];
        assert_eq!(order(&functions), [1, 2, 4, 0, 3]);
        assert_eq!(order(&[]), [0; 0]);
        assert_eq!(order(&[b"", b""]), [0, 1]);
    }

    #[test]
    fn functions_are_named_by_their_place_behind_the_imported_ones() {
        let sections: [&[u8]; 4] = [
            // A type without parameters and results, an imported function, and two functions.
            &[1, 4, 1, 0x60, 0, 0],
            &[2, 7, 1, 1, b'a', 1, b'b', 0, 0],
            &[3, 3, 2, 0, 0],
            // The first one does nothing more often.
            &[10, 9, 2, 4, 0, 1, 1, 0x0b, 2, 0, 0x0b],
        ];
        let wasm = [b"\0asm\x01\0\0\0", &*sections.concat()].concat();
        let named = named_in_order(&wasm).unwrap();
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&named) {
            let Payload::CustomSection(section) = payload.unwrap() else { continue };
            let KnownCustom::Name(section) = section.as_known() else { panic!("no names") };
            for part in section {
                let Name::Function(map) = part.unwrap() else { panic!("names of functions only") };
                names.extend(map.into_iter().map(|name| name.map(|name| (name.index, name.name.to_owned())).unwrap()));
            }
        }
        assert_eq!(names, [(1, "00001".to_owned()), (2, "00000".to_owned())]);
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(named_in_order(b"no wasm").is_err());
    }
}
