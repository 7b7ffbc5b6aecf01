//! The packed form of a ladder: bytes that the build writes and the widget reads.
//!
//! A reader of JSON with located errors weighs more than the whole quiz. The build checks bundled ladders, so the browser
//! reads only strings and lists with their lengths. The bytes end in a checksum: if it matches, [`pack`] wrote them, and
//! every reference is in range.

use super::{
    Answer, Dimension, DimensionId, Faq, Guide, GuideStep, KeyResult, Ladder, LadderParts, LevelException, Link,
    Mistake, Move, Okr, Question, QuestionId, Rung, RungId, Skill, Source, Stage, StageId, Track, TrackId,
};
use crate::hash::{BASIS, fnv};

/// The first byte. A change of the order of fields raises it.
const VERSION: u8 = 2;
/// The length of the checksum at the end, in bytes.
const CHECKSUM: usize = 4;

/// Writes a ladder as bytes.
#[must_use]
pub fn pack(ladder: &Ladder) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    ladder.parts.pack(&mut bytes);
    let sum = checksum(&bytes);
    bytes.extend(sum);
    bytes
}

/// Reads a ladder that [`pack`] wrote; `None` for all other bytes.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Ladder> {
    let (bytes, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let (&version, mut rest) = bytes.split_first()?;
    (version == VERSION && sum == checksum(bytes)).then(|| Ladder::new(LadderParts::unpack(&mut rest)))
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    fnv(BASIS, bytes).to_le_bytes()
}

/// A value with a packed form.
///
/// Unpacking returns no error, which would double the code: the checksum was right. Missing bytes give an empty value.
trait Pack: Sized {
    fn pack(&self, out: &mut Vec<u8>);
    fn unpack(from: &mut &[u8]) -> Self;
}

/// LEB128: seven bits a byte, lowest first.
impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        out.push(rest.to_le_bytes()[0]);
    }

    fn unpack(from: &mut &[u8]) -> Self {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = from.split_first() {
            *from = rest;
            number |= Self::from(byte & 0x7f) << (shift % 28);
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }
}

impl Pack for u16 {
    fn pack(&self, out: &mut Vec<u8>) {
        usize::from(*self).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Self {
        usize::unpack(from).try_into().unwrap_or_default()
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend(self.as_bytes());
    }

    fn unpack(from: &mut &[u8]) -> Self {
        let length = usize::unpack(from).min(from.len());
        let (text, rest) = from.split_at(length);
        *from = rest;
        std::str::from_utf8(text).unwrap_or_default().to_owned()
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Self {
        let length = usize::unpack(from).min(from.len());
        let mut list = Self::with_capacity(length);
        while list.len() < length {
            list.push(T::unpack(from));
        }
        list
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        usize::from(self.is_some()).pack(out);
        if let Some(item) = self {
            item.pack(out);
        }
    }

    fn unpack(from: &mut &[u8]) -> Self {
        (usize::unpack(from) > 0).then(|| T::unpack(from))
    }
}

/// One list of fields serves both ways, so they cannot drift apart.
macro_rules! pack {
    ($($name:ident { $($field:tt),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $(self.$field.pack(out);)*
            }

            fn unpack(from: &mut &[u8]) -> Self {
                Self { $($field: Pack::unpack(from)),* }
            }
        }
    )*};
}

pack! {
    DimensionId { 0 }
    QuestionId { 0 }
    RungId { 0 }
    StageId { 0 }
    TrackId { 0 }
    LadderParts { id, lang, title, summary, sources, stages, dimensions, tracks, rungs, moves, questions, closing, guide }
    Source { title, note }
    Stage { id, name, summary, picture, focus, okr }
    Okr { objective, key_results }
    KeyResult { say, initiatives }
    Dimension { id, name, summary }
    Track { id, name, from }
    Rung { id, title, also, level, track, stage, role, changes, responsibilities, success, note, skills, like, except }
    LevelException { dimension, rung }
    Skill { name, how, dimension, links }
    Link { title, url }
    Move { id, title, suits, from }
    Question { id, about, ask, answers }
    Answer { id, is, say }
    Guide { steps, mistakes, faq }
    GuideStep { name, how }
    Mistake { name, why }
    Faq { ask, answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Ladder {
        Ladder::new(LadderParts {
            id: "small".into(),
            title: "A ladder with an ö".into(),
            tracks: vec![Track { id: "main".into(), ..Track::default() }],
            rungs: vec![
                Rung { id: "low".into(), level: 1, also: vec!["x".repeat(300)], ..Rung::default() },
                Rung { id: "high".into(), level: 2, like: Some(RungId::new(0)), ..Rung::default() },
            ],
            ..LadderParts::default()
        })
    }

    #[test]
    fn unpacking_returns_the_packed_ladder() {
        assert_eq!(unpack(&pack(&small())), Some(small()));
    }

    #[test]
    fn numbers_take_as_few_bytes_as_they_need() {
        fn case(number: usize, bytes: &[u8]) {
            let mut out = Vec::new();
            number.pack(&mut out);
            assert_eq!(out, bytes);
            assert_eq!(usize::unpack(&mut &out[..]), number);
        }
        case(0, &[0]);
        case(127, &[0x7f]);
        case(128, &[0x80, 1]);
        case(65_535, &[0xff, 0xff, 3]);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let bytes = pack(&small());
        for length in 0..bytes.len() {
            assert_eq!(unpack(&bytes[..length]), None, "cut at {length}");
        }
        for index in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[index] ^= 1;
            assert_eq!(unpack(&damaged), None, "damaged at {index}");
        }
    }
}
