//! Ladders made for measuring: any number of rungs, five dimensions, 24 questions of four answers each over the whole
//! ladder. `six.json` and `forked.json` beside this file are two of them.

use std::fmt::Write as _;

const NAMES: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const DIMENSIONS: [&str; 5] = ["craft", "scope", "people", "influence", "judgement"];
const QUESTIONS: usize = 24;

/// Where the answers stand, in tenths of the way up. Authors do not write all questions alike.
const ANCHORS: [[usize; 4]; 6] =
    [[0, 4, 6, 10], [1, 4, 7, 10], [0, 3, 6, 9], [0, 3, 7, 10], [1, 4, 6, 9], [0, 2, 6, 10]];

/// A rung beside the ladder: on the level of the rung at a place from the lowest (0), but in the last dimension as far
/// below.
pub(crate) struct Side {
    pub(crate) place: usize,
    pub(crate) below: usize,
}

/// The text of a ladder with so many rungs, and a side track if one is given.
pub(crate) fn ladder(id: &str, rungs: usize, side: Option<&Side>) -> String {
    let mut text =
        format!("{{\n  \"format\": 1, \"id\": \"{id}\", \"title\": \"Made for measuring\",\n  \"dimensions\": [\n");
    list(&mut text, DIMENSIONS.iter().map(|name| format!("{{ \"id\": \"{name}\", \"name\": \"{name}\" }}")));
    if let Some(side) = side {
        let from = NAMES[side.place - 1];
        text.push_str("  \"tracks\": [\n    { \"id\": \"main\", \"name\": \"Main\" },\n");
        writeln!(text, "    {{ \"id\": \"aside\", \"name\": \"Aside\", \"from\": \"{from}\" }}\n  ],")
            .expect("a string");
    }
    text.push_str("  \"rungs\": [\n");
    let main = NAMES[..rungs]
        .iter()
        .enumerate()
        .map(|(place, name)| format!("{{ \"id\": \"{name}\", \"title\": \"Rung {name}\", \"level\": {} }}", place + 1));
    let aside = side.map(|side| {
        let (level, like, below) = (side.place + 1, NAMES[side.place], NAMES[side.place - side.below]);
        format!(
            "{{ \"id\": \"side\", \"title\": \"Side rung\", \"level\": {level}, \"track\": \"aside\", \"like\": \"{like}\", \
             \"except\": {{ \"{}\": \"{below}\" }} }}",
            DIMENSIONS[4]
        )
    });
    list(&mut text, main.chain(aside));
    text.push_str("  \"questions\": [\n");
    list(&mut text, (0..QUESTIONS).map(|number| question(number, rungs)));
    text.truncate(text.len() - 2);
    text.push_str("\n}\n");
    text
}

fn question(number: usize, rungs: usize) -> String {
    let about = DIMENSIONS[number % DIMENSIONS.len()];
    let mut halves = ANCHORS[number % ANCHORS.len()].map(|tenths| (tenths * (rungs - 1) + 2) / 5);
    // Low ladders have no room for all of them: then they stand as close as they can.
    for place in 1..halves.len() {
        halves[place] = halves[place].max(halves[place - 1] + 1);
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

/// The rest of a list, an item a line.
fn list(text: &mut String, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.map(|item| format!("    {item}")).collect();
    text.push_str(&items.join(",\n"));
    text.push_str("\n  ],\n");
}
