//! Properties of reading: every valid ladder comes through unchanged, and nothing that is written brings the reader down.

use std::sync::LazyLock;

use career_ladder_core::format::{Reading, Severity, read};
use career_ladder_core::ladder::{Ladder, RungId, pack, unpack};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../ladders/ladder.schema.json")).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema can be used")
});
const PRODUCT: &str = include_str!("../../ladders/product.json");

/// Anything that can be written in JSON and is not blank.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z][a-z ]{0,20}",
        1 => prop::collection::vec(any::<char>(), 1..12).prop_map(String::from_iter),
    ]
    .prop_filter("blank", |text| text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}'))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..3)
}

/// What a ladder is made from: numbers to choose by, and texts.
#[derive(Debug)]
struct Dice {
    numbers: Vec<Index>,
    texts: Vec<String>,
    lists: Vec<Vec<String>>,
}

fn dice() -> impl Strategy<Value = Dice> {
    let numbers = prop::collection::vec(any::<Index>(), 16..200);
    let lists = prop::collection::vec(texts(), 1..8);
    let texts = prop::collection::vec(text(), 1..20);
    (numbers, texts, lists).prop_map(|(numbers, texts, lists)| Dice { numbers, texts, lists })
}

/// Makes choices; begins anew when the dice are used up.
struct Roll<'a> {
    dice: &'a Dice,
    thrown: usize,
}

impl Roll<'_> {
    fn below(&mut self, most: usize) -> usize {
        self.thrown += 1;
        self.dice.numbers[self.thrown % self.dice.numbers.len()].index(most)
    }

    fn chance(&mut self) -> bool {
        self.below(2) == 1
    }

    fn text(&mut self) -> String {
        let place = self.below(self.dice.texts.len());
        self.dice.texts[place].clone()
    }

    fn texts(&mut self) -> Vec<String> {
        let place = self.below(self.dice.lists.len());
        self.dice.lists[place].clone()
    }

    fn of(&mut self, list: &[String]) -> String {
        list[self.below(list.len())].clone()
    }
}

/// A valid ladder as JSON. Nothing in it is empty or null.
fn ladder(dice: &Dice) -> Value {
    let mut roll = Roll { dice, thrown: 0 };
    let ids = |what: &str, count: usize| -> Vec<String> { (0..count).map(|place| format!("{what}-{place}")).collect() };
    let stages = ids("stage", 1 + roll.below(3));
    let dimensions = ids("dimension", 1 + roll.below(3));
    let tracks = ids("track", 1 + roll.below(3));

    // Per track its rungs, as (id, level), and the rung it leaves from.
    let mut climbs: Vec<Vec<(String, usize)>> = Vec::new();
    let mut forks = Vec::new();
    for (place, track) in tracks.iter().enumerate() {
        let from = (place > 0).then(|| {
            let home = roll.below(place);
            let rung = roll.below(climbs[home].len());
            climbs[home][rung].clone()
        });
        let mut level = from.as_ref().map_or(0, |from| from.1);
        let count = 1 + usize::from(place == 0) + roll.below(4);
        let rungs_of_track = (0..count).map(|rung| {
            level += 1 + roll.below(3);
            (format!("{track}-rung-{rung}"), level)
        });
        climbs.push(rungs_of_track.collect());
        forks.push(from);
    }
    let rungs: Vec<String> = climbs.iter().flatten().map(|(id, _)| id.clone()).collect();

    let track_objects: Vec<Value> = tracks
        .iter()
        .zip(&forks)
        .map(|(id, from)| {
            let mut track = json!({ "id": id, "name": roll.text() });
            if let Some((from, _)) = from {
                track["from"] = json!(from);
            }
            track
        })
        .collect();
    // From the lowest up on each track, but the tracks in any mixture.
    let mut rung_objects = Vec::new();
    let mut next = vec![0; tracks.len()];
    while rung_objects.len() < rungs.len() {
        let track = roll.below(tracks.len());
        let track = (0..tracks.len())
            .map(|step| (track + step) % tracks.len())
            .find(|&track| next[track] < climbs[track].len());
        let track = track.expect("a rung is left");
        let (id, level) = climbs[track][next[track]].clone();
        next[track] += 1;
        let mut rung = json!({
            "id": id, "title": roll.text(), "also": roll.texts(), "level": level, "track": tracks[track],
            "role": roll.text(), "changes": roll.texts(), "responsibilities": roll.texts(), "success": roll.texts(),
            "note": roll.text(),
            "skills": [{ "name": roll.text(), "how": roll.text(), "dimension": roll.of(&dimensions),
                "links": [{ "title": roll.text(), "url": "https://example.org/" }, { "title": roll.text(), "url": "mailto:a@b" }] }],
        });
        if roll.chance() {
            rung["stage"] = json!(roll.of(&stages));
        }
        let like = roll.of(&rungs);
        if roll.chance() && like != id {
            rung["like"] = json!(like);
            rung["except"] = json!({ roll.of(&dimensions): roll.of(&rungs) });
        }
        rung_objects.push(rung);
    }
    let mut question_objects = Vec::new();
    for id in ids("question", roll.below(5)) {
        let mut answers = Vec::new();
        for id in ids("answer", 2 + roll.below(7)) {
            let (one, two) = (roll.of(&rungs), roll.of(&rungs));
            let is = if roll.chance() && one != two { json!([one, two]) } else { json!(one) };
            answers.push(json!({ "id": id, "is": is, "say": roll.text() }));
        }
        question_objects
            .push(json!({ "id": id, "about": roll.of(&dimensions), "ask": roll.text(), "answers": answers }));
    }
    json!({
        "format": 1, "id": "a-ladder", "lang": if roll.chance() { "en" } else { "pt-BR" },
        "title": roll.text(), "summary": roll.text(), "closing": roll.text(),
        "sources": [{ "title": roll.text(), "note": roll.text() }],
        "stages": stages.iter().map(|id| json!({
            "id": id, "name": roll.text(), "summary": roll.text(), "picture": roll.text(), "focus": roll.texts(),
            "okr": { "objective": roll.text(), "keyResults": [{ "say": roll.text(), "initiatives": roll.texts() }] },
        })).collect::<Vec<_>>(),
        "dimensions": dimensions.iter().map(|id| json!({ "id": id, "name": roll.text(), "summary": roll.text() })).collect::<Vec<_>>(),
        "tracks": track_objects,
        "rungs": rung_objects,
        "moves": [{ "id": "m", "title": roll.text(), "suits": roll.text(), "from": [roll.of(&rungs)] }],
        "questions": question_objects,
        "guide": {
            "steps": [{ "name": roll.text(), "how": roll.text() }],
            "mistakes": [{ "name": roll.text(), "why": roll.text() }],
            "faq": [{ "ask": roll.text(), "answer": roll.text() }],
        },
    })
}

/// A ladder as its author would have written it.
fn written(ladder: &Ladder) -> Value {
    let rung = |rung: RungId| ladder.rung(rung).id.clone();
    let dimension = |place: usize| ladder.dimensions[place].id.clone();
    let rungs = |list: &[RungId]| list.iter().map(|&place| rung(place)).collect::<Vec<_>>();
    json!({
        "format": 1, "id": ladder.id, "lang": ladder.lang, "title": ladder.title, "summary": ladder.summary,
        "closing": ladder.closing,
        "sources": ladder.sources.iter().map(|source| json!({ "title": source.title, "note": source.note })).collect::<Vec<_>>(),
        "stages": ladder.stages.iter().map(|stage| json!({
            "id": stage.id, "name": stage.name, "summary": stage.summary, "picture": stage.picture, "focus": stage.focus,
            "okr": stage.okr.as_ref().map(|okr| json!({
                "objective": okr.objective,
                "keyResults": okr.key_results.iter().map(|result| json!({ "say": result.say, "initiatives": result.initiatives })).collect::<Vec<_>>(),
            })),
        })).collect::<Vec<_>>(),
        "dimensions": ladder.dimensions.iter().map(|one| json!({ "id": one.id, "name": one.name, "summary": one.summary })).collect::<Vec<_>>(),
        "tracks": ladder.tracks.iter().map(|track| json!({ "id": track.id, "name": track.name, "from": track.from.map(rung) })).collect::<Vec<_>>(),
        "rungs": ladder.rungs.iter().map(|one| json!({
            "id": one.id, "title": one.title, "also": one.also, "level": one.level, "track": ladder.tracks[one.track.index()].id,
            "stage": one.stage.map(|stage| ladder.stages[stage.index()].id.clone()),
            "role": one.role, "changes": one.changes, "responsibilities": one.responsibilities, "success": one.success, "note": one.note,
            "skills": one.skills.iter().map(|skill| json!({
                "name": skill.name, "how": skill.how, "dimension": skill.dimension.map(|place| dimension(place.index())),
                "links": skill.links.iter().map(|link| json!({ "title": link.title, "url": link.url })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "like": one.like.map(rung),
            "except": one.except.iter().map(|except| (dimension(except.dimension.index()), json!(rung(except.rung)))).collect::<serde_json::Map<_, _>>(),
        })).collect::<Vec<_>>(),
        "moves": ladder.moves.iter().map(|one| json!({ "id": one.id, "title": one.title, "suits": one.suits, "from": rungs(&one.from) })).collect::<Vec<_>>(),
        "questions": ladder.questions.iter().map(|question| json!({
            "id": question.id, "about": dimension(question.about.index()), "ask": question.ask,
            "answers": question.answers.iter().map(|answer| json!({
                "id": answer.id, "say": answer.say,
                "is": if let [one] = answer.is[..] { json!(rung(one)) } else { json!(rungs(&answer.is)) },
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "guide": {
            "steps": ladder.guide.steps.iter().map(|step| json!({ "name": step.name, "how": step.how })).collect::<Vec<_>>(),
            "mistakes": ladder.guide.mistakes.iter().map(|mistake| json!({ "name": mistake.name, "why": mistake.why })).collect::<Vec<_>>(),
            "faq": ladder.guide.faq.iter().map(|faq| json!({ "ask": faq.ask, "answer": faq.answer })).collect::<Vec<_>>(),
        },
    })
}

/// Without fields that hold nothing, which is the same as not writing them.
fn pruned(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(pruned).collect(),
        Value::Object(fields) => {
            let empty = [json!(null), json!(""), json!([]), json!({})];
            let fields = fields.into_iter().map(|(name, value)| (name, pruned(value)));
            Value::Object(fields.filter(|(_, value)| !empty.contains(value)).collect())
        }
        other => other,
    }
}

/// What holds for every text.
fn holds(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in &reading.problems {
        let line = lines.get(problem.line - 1);
        let fits = line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&problem.column));
        prop_assert!(fits, "{problem} is outside of the file");
        prop_assert!(!problem.to_string().contains(['\n', '\r']), "{problem:?} takes more than a line");
    }
    let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    prop_assert_eq!(reading.ladder.is_some(), errors == 0);
    if let Some(ladder) = &reading.ladder {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        prop_assert!(serde_json::from_str::<Value>(text).is_ok(), "a ladder was read from what is no JSON");
        prop_assert!(unpack(&pack(ladder)).as_ref() == Some(ladder), "packing changed the ladder");
    }
    Ok(())
}

/// Changes a text somewhere: takes out, puts in, or writes twice. `how` chooses what.
fn mutate(text: &mut String, how: usize, at: Index, length: usize, piece: &str) {
    let boundary = |text: &str, mut place: usize| {
        while !text.is_char_boundary(place.min(text.len())) {
            place += 1;
        }
        place.min(text.len())
    };
    let start = boundary(text, at.index(text.len() + 1));
    let end = boundary(text, start + length);
    match how {
        0 => text.replace_range(start..end, ""),
        1 => text.insert_str(start, piece),
        2 => text.replace_range(start..end, piece),
        3 => {
            let twice = text[start..end].to_owned();
            text.insert_str(end, &twice);
        }
        _ => text.truncate(start),
    }
}

/// What mutations put in.
const PIECES: [&str; 28] = [
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\t",
    "\\",
    "\\u12",
    "/*",
    "//",
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "\u{feff}",
    "é",
    "\u{1f600}",
    "\u{0}",
    "\"id\": \"pm\",",
    "\"level\": 3,",
    "pm",
    "“",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_valid_ladder_comes_through_unchanged(dice in dice(), pretty in any::<bool>()) {
        let json = ladder(&dice);
        let text = if pretty { format!("{json:#}") } else { json.to_string() };
        let reading = read(&text);
        holds(&text, &reading)?;
        let errors: Vec<_> = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}\n{text}");
        prop_assert!(SCHEMA.is_valid(&json), "the schema refuses {text}");
        let ladder = reading.ladder.expect("no errors");
        prop_assert_eq!(pruned(written(&ladder)), pruned(json));
    }

    #[test]
    fn a_changed_file_is_read_or_its_problems_lie_inside(
        changes in prop::collection::vec((0_usize..5, any::<Index>(), 0_usize..40, prop::sample::select(&PIECES)), 1..5),
    ) {
        let mut text = PRODUCT.to_owned();
        for (how, at, length, piece) in changes {
            mutate(&mut text, how, at, length, piece);
        }
        holds(&text, &read(&text))?;
    }

    #[test]
    fn any_text_is_read_or_its_problems_lie_inside(text in any::<String>()) {
        holds(&text, &read(&text))?;
    }
}
