//! Synthetic ladders for measurements: up to twelve rungs, five dimensions, and 24 questions with four answers each, spread
//! over the whole ladder. `six.json` and `forked.json` in this folder are two of them.

use std::fmt::Write as _;

const NAMES: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const DIMENSIONS: [&str; 5] = ["craft", "scope", "people", "influence", "judgement"];
const QUESTIONS: usize = 24;

/// The levels of the answers, in tenths of the ladder's height. They vary, as real authors' questions do.
const ANCHORS: [[usize; 4]; 6] =
    [[0, 4, 6, 10], [1, 4, 7, 10], [0, 3, 6, 9], [0, 3, 7, 10], [1, 4, 6, 9], [0, 2, 6, 10]];

/// A rung on a side track.
pub(crate) struct SideRung {
    /// Index of the first track's rung on the same level, at least 1.
    pub(crate) index: usize,
    /// In the last dimension it requires the level of the rung this far below.
    pub(crate) below: usize,
}

/// The text of a ladder with this many rungs on its first track, and a side track if one is given.
pub(crate) fn ladder(id: &str, rungs: usize, side: Option<&SideRung>) -> String {
    let mut text =
        format!("{{\n  \"format\": 1, \"id\": \"{id}\", \"title\": \"Made for measuring\",\n  \"dimensions\": [\n");
    push_list(&mut text, DIMENSIONS.iter().map(|name| format!("{{ \"id\": \"{name}\", \"name\": \"{name}\" }}")));
    if let Some(side) = side {
        let from = NAMES[side.index - 1];
        text.push_str("  \"tracks\": [\n    { \"id\": \"main\", \"name\": \"Main\" },\n");
        writeln!(text, "    {{ \"id\": \"aside\", \"name\": \"Aside\", \"from\": \"{from}\" }}\n  ],")
            .expect("a string");
    }
    text.push_str("  \"rungs\": [\n");
    push_list(&mut text, (0..rungs).map(rung).chain(side.map(side_rung)));
    text.push_str("  \"questions\": [\n");
    push_list(&mut text, (0..QUESTIONS).map(|number| question(number, rungs)));
    text.truncate(text.len() - 2);
    text.push_str("\n}\n");
    text
}

fn rung(index: usize) -> String {
    let name = NAMES[index];
    format!("{{ \"id\": \"{name}\", \"title\": \"Rung {name}\", \"level\": {} }}", index + 1)
}

fn side_rung(side: &SideRung) -> String {
    let (level, like, below) = (side.index + 1, NAMES[side.index], NAMES[side.index - side.below]);
    format!(
        "{{ \"id\": \"side\", \"title\": \"Side rung\", \"level\": {level}, \"track\": \"aside\", \"like\": \"{like}\", \
         \"except\": {{ \"{}\": \"{below}\" }} }}",
        DIMENSIONS[4]
    )
}

fn question(number: usize, rungs: usize) -> String {
    let about = DIMENSIONS[number % DIMENSIONS.len()];
    let mut halves = ANCHORS[number % ANCHORS.len()].map(|tenths| (tenths * (rungs - 1) + 2) / 5);
    // A low ladder has too few levels; there the answers are half a rung apart.
    for index in 1..halves.len() {
        halves[index] = halves[index].max(halves[index - 1] + 1);
    }
    let over = halves[3].saturating_sub(2 * (rungs - 1));
    let answers = ["a", "b", "c", "d"].iter().zip(halves).map(|(answer, half)| {
        let half = half.saturating_sub(over);
        let is = match half % 2 {
            0 => format!("\"{}\"", NAMES[half / 2]),
            _ => format!("[\"{}\", \"{}\"]", NAMES[half / 2], NAMES[half / 2 + 1]),
        };
        format!("{{ \"id\": \"{answer}\", \"is\": {is}, \"say\": \"Answer {answer}\" }}")
    });
    let answers: Vec<String> = answers.collect();
    format!(
        "{{ \"id\": \"q{}\", \"about\": \"{about}\", \"ask\": \"What did you do last?\",\n      \"answers\": [{}] }}",
        number + 1,
        answers.join(", ")
    )
}

/// Adds the items of a list, one on each line, and its end.
fn push_list(text: &mut String, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.map(|item| format!("    {item}")).collect();
    text.push_str(&items.join(",\n"));
    text.push_str("\n  ],\n");
}
