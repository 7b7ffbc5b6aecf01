//! The packed form of a ladder: bytes that the build writes and the widget reads.
//!
//! A reader of JSON with located errors weighs more than the whole quiz. The build checks bundled ladders, so the browser
//! reads only strings and lists with their lengths. The bytes end in a checksum: if it matches, [`pack`] wrote them, and
//! every reference is in range.

use super::{
    Answer, Dimension, DimensionId, Drawing, Faq, Guide, GuideStep, KeyResult, Ladder, LadderParts, LevelException,
    Link, Mistake, Move, Okr, Question, QuestionId, Rung, RungId, Skill, SkillKey, Source, Stage, StageId, Track,
    TrackId,
};
use crate::hash::{BASIS, fnv};

/// The first byte. A new field raises it.
const VERSION: u8 = 6;
/// The earliest version that can be read. Later ones only added to its end.
const EARLIEST_VERSION: u8 = 2;
/// Since this version a text ends in a byte of zero. Before, its length came first, which Brotli cannot predict.
const TERMINATED_VERSION: u8 = 5;
/// The length of the checksum at the end, in bytes.
const CHECKSUM: usize = 4;

/// Writes a ladder as bytes.
#[must_use]
pub fn pack(ladder: &Ladder) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    ladder.parts.pack(&mut bytes);
    pack_added(&ladder.parts, &mut bytes);
    let sum = checksum(&bytes);
    bytes.extend(sum);
    bytes
}

/// Reads a ladder that [`pack`] of this build or an earlier one wrote; `None` for all other bytes.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Ladder> {
    let (bytes, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let (&version, rest) = bytes.split_first()?;
    ((EARLIEST_VERSION..=VERSION).contains(&version) && sum == checksum(bytes)).then(|| {
        let mut from = Packed { bytes: rest, is_terminated: version >= TERMINATED_VERSION };
        let mut parts = LadderParts::unpack(&mut from);
        unpack_added(&mut parts, &mut from);
        Ladder::new(parts)
    })
}

/// Writes the fields that later versions added, in the order of the versions. They follow all others: in a ladder of an
/// earlier version only the end is missing, and missing bytes are read as empty values.
fn pack_added(parts: &LadderParts, out: &mut Vec<u8>) {
    // Version 3.
    for stage in &parts.stages {
        stage.drawing.map_or(0, |drawing| drawing as usize + 1).pack(out);
    }
    for item in &parts.moves {
        item.skills.pack(out);
    }
    // Version 4.
    for skill in skills(parts) {
        out.extend(skill.key.map_or(0, SkillKey::number).to_le_bytes());
    }
    parts.words.pack(out);
    // Version 6. Few ladders have learnt numbers, so the others have two empty lists.
    let shifts: Vec<u16> =
        parts.questions.iter().flat_map(|question| &question.answers).map(|it| zigzag(it.shift)).collect();
    if shifts.iter().any(|&shift| shift > 0) { shifts } else { Vec::new() }.pack(out);
    parts.readers.pack(out);
}

/// Reads what [`pack_added`] wrote.
fn unpack_added(parts: &mut LadderParts, from: &mut Packed<'_>) {
    for stage in &mut parts.stages {
        stage.drawing = Drawing::ALL.get(usize::unpack(from).wrapping_sub(1)).copied();
    }
    for item in &mut parts.moves {
        item.skills = Pack::unpack(from);
    }
    let skills = parts.rungs.iter_mut().flat_map(|rung| &mut rung.skills);
    for skill in skills.chain(parts.moves.iter_mut().flat_map(|item| &mut item.skills)) {
        let number = from.bytes.split_first_chunk().map_or(0, |(&number, rest)| {
            from.bytes = rest;
            u16::from_le_bytes(number)
        });
        skill.key = SkillKey::from_number(number);
    }
    parts.words = Pack::unpack(from);
    let shifts = Vec::<u16>::unpack(from);
    let answers = parts.questions.iter_mut().flat_map(|question| &mut question.answers);
    answers.zip(shifts).for_each(|(answer, shift)| answer.shift = unzigzag(shift));
    parts.readers = Pack::unpack(from);
}

/// A number without a sign for one with a sign: 0, -1, 1, -2 and so on become 0, 1, 2, 3, so that small ones stay small.
fn zigzag(number: i16) -> u16 {
    ((number << 1) ^ (number >> 15)).cast_unsigned()
}

fn unzigzag(number: u16) -> i16 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// The skills of all rungs, then those of all moves.
fn skills(parts: &LadderParts) -> impl Iterator<Item = &Skill> {
    let of_rungs = parts.rungs.iter().flat_map(|rung| &rung.skills);
    of_rungs.chain(parts.moves.iter().flat_map(|item| &item.skills))
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    fnv(BASIS, bytes).to_le_bytes()
}

/// The bytes that are still to be read.
struct Packed<'a> {
    bytes: &'a [u8],
    /// Whether texts end in a byte of zero.
    is_terminated: bool,
}

/// A value with a packed form.
///
/// Unpacking returns no error, which would double the code: the checksum was right. Missing bytes give an empty value.
trait Pack: Sized {
    fn pack(&self, out: &mut Vec<u8>);
    fn unpack(from: &mut Packed<'_>) -> Self;
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

    fn unpack(from: &mut Packed<'_>) -> Self {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = from.bytes.split_first() {
            from.bytes = rest;
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

    fn unpack(from: &mut Packed<'_>) -> Self {
        usize::unpack(from).try_into().unwrap_or_default()
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        // A character of zero takes two bytes, as in Java's modified UTF-8, so that it does not end the text.
        for byte in self.bytes() {
            out.extend_from_slice(if byte == 0 { &[0xc0, 0x80] } else { std::slice::from_ref(&byte) });
        }
        out.push(0);
    }

    fn unpack(from: &mut Packed<'_>) -> Self {
        let length = if from.is_terminated {
            from.bytes.iter().position(|byte| *byte == 0).unwrap_or_default()
        } else {
            usize::unpack(from).min(from.bytes.len())
        };
        let (text, rest) = from.bytes.split_at(length);
        from.bytes = rest.get(usize::from(from.is_terminated)..).unwrap_or_default();
        decoded(text)
    }
}

/// The text of bytes in UTF-8. The standard library's check of strangers' bytes takes half a kilobyte; [`pack`] wrote these.
#[inline(never)]
fn decoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let (mut code, mut missing) = (0u32, 0u32);
    for &byte in bytes {
        // A byte that continues a character begins with one bit, any other with as many as the character has bytes, or none.
        let ones = byte.leading_ones();
        let bits = u32::from(byte) & (0x7f >> ones);
        (code, missing) = if ones == 1 { (code << 6 | bits, missing.wrapping_sub(1)) } else { (bits, ones.max(1) - 1) };
        if missing == 0 {
            text.push(char::from_u32(code).unwrap_or_default());
        }
    }
    text
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        for item in self {
            item.pack(out);
        }
    }

    #[inline(never)]
    fn unpack(from: &mut Packed<'_>) -> Self {
        let length = usize::unpack(from).min(from.bytes.len());
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

    fn unpack(from: &mut Packed<'_>) -> Self {
        (usize::unpack(from) > 0).then(|| T::unpack(from))
    }
}

/// One list of fields serves both ways, so they cannot drift apart. Fields after a semicolon are left to [`pack_added`].
macro_rules! pack {
    ($($name:ident { $($field:tt),* $(; $($added:ident)+)? })*) => {$(
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $(self.$field.pack(out);)*
            }

            #[inline(never)]
            fn unpack(from: &mut Packed<'_>) -> Self {
                Self { $($field: Pack::unpack(from),)* $($($added: Default::default(),)+)? }
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
    LadderParts { id, lang, title, summary, sources, stages, dimensions, tracks, rungs, moves, questions, closing, guide; words readers }
    Source { title, note }
    Stage { id, name, summary, picture, focus, okr; drawing }
    Okr { objective, key_results }
    KeyResult { say, initiatives }
    Dimension { id, name, summary }
    Track { id, name, from }
    Rung { id, title, also, level, track, stage, role, changes, responsibilities, success, note, skills, like, except }
    LevelException { dimension, rung }
    Skill { name, how, dimension, links; key }
    Link { title, url }
    Move { id, title, suits, from; skills }
    Question { id, about, ask, answers }
    Answer { id, is, say; shift }
    Guide { steps, mistakes, faq }
    GuideStep { name, how }
    Mistake { name, why }
    Faq { ask, answer }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skill(id: &str) -> Skill {
        Skill { key: Some(SkillKey::new(id)), name: id.into(), ..Skill::default() }
    }

    fn small() -> Ladder {
        Ladder::new(LadderParts {
            id: "small".into(),
            title: "A ladder with ö, €, \0 and 🪜".into(),
            tracks: vec![Track { id: "main".into(), ..Track::default() }],
            rungs: vec![
                Rung {
                    id: "low".into(),
                    level: 1,
                    also: vec!["x".repeat(300)],
                    skills: vec![skill("digging")],
                    ..Rung::default()
                },
                Rung { id: "high".into(), level: 2, like: Some(RungId::new(0)), ..Rung::default() },
            ],
            stages: vec![
                Stage { drawing: Some(Drawing::Scribble), ..Stage::default() },
                Stage::default(),
                Stage { drawing: Some(Drawing::Summit), ..Stage::default() },
            ],
            dimensions: vec![Dimension::default()],
            questions: vec![
                Question {
                    answers: [0, -35, 900, -900].map(|shift| Answer { shift, ..Answer::default() }).into(),
                    ..Question::default()
                },
                Question { answers: vec![Answer::default()], ..Question::default() },
            ],
            readers: vec![40, 0, 300],
            moves: vec![Move { skills: vec![skill("selling"), Skill::default(), skill("asking")], ..Move::default() }],
            ..LadderParts::default()
        })
    }

    #[test]
    fn unpacking_returns_the_packed_ladder() {
        assert_eq!(unpack(&pack(&small())), Some(small()));
    }

    #[test]
    fn other_versions_are_refused() {
        for version in [EARLIEST_VERSION - 1, VERSION + 1] {
            let mut bytes = vec![version];
            small().parts.pack(&mut bytes);
            bytes.extend(checksum(&bytes));
            assert_eq!(unpack(&bytes), None, "{version}");
        }
    }

    #[test]
    fn numbers_take_as_few_bytes_as_they_need() {
        fn case(number: usize, bytes: &[u8]) {
            let mut out = Vec::new();
            number.pack(&mut out);
            assert_eq!(out, bytes);
            assert_eq!(usize::unpack(&mut Packed { bytes: &out, is_terminated: true }), number);
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
