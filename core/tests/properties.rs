//! Properties of reading: every valid ladder is read unchanged, and no text makes the reader fail.

#[path = "common/generate.rs"]
mod generate;

use std::sync::LazyLock;

use career_ladder_core::format::{Reading, Severity, read};
use career_ladder_core::ladder::{Drawing, Ladder, RungId, Skill, SkillKey, pack, unpack};
use generate::{dice, ladder};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../ladders/ladder.schema.json")).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema can be used")
});
const PRODUCT: &str = include_str!("../../ladders/product.json");

/// A ladder as its author would have written it.
fn written(ladder: &Ladder) -> Value {
    let rung = |rung: RungId| ladder.rung(rung).id.clone();
    let dimension = |index: usize| ladder.dimensions[index].id.clone();
    let rungs = |list: &[RungId]| list.iter().map(|&id| rung(id)).collect::<Vec<_>>();
    let skill = |skill: &Skill| {
        json!({
            "id": skill.key.map(SkillKey::number), "name": skill.name, "how": skill.how, "dimension": skill.dimension.map(|id| dimension(id.index())),
            "links": skill.links.iter().map(|link| json!({ "title": link.title, "url": link.url })).collect::<Vec<_>>(),
        })
    };
    let skills = |list: &[Skill]| list.iter().map(skill).collect::<Vec<_>>();
    json!({
        "format": 1, "id": ladder.id, "lang": ladder.lang, "title": ladder.title, "summary": ladder.summary,
        "closing": ladder.closing,
        "sources": ladder.sources.iter().map(|source| json!({ "title": source.title, "note": source.note })).collect::<Vec<_>>(),
        "stages": ladder.stages.iter().map(|stage| json!({
            "id": stage.id, "name": stage.name, "summary": stage.summary, "picture": stage.picture, "focus": stage.focus,
            "drawing": stage.drawing.map(Drawing::name),
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
            "skills": skills(&one.skills),
            "like": one.like.map(rung),
            "except": one.except.iter().map(|except| (dimension(except.dimension.index()), json!(rung(except.rung)))).collect::<serde_json::Map<_, _>>(),
        })).collect::<Vec<_>>(),
        "moves": ladder.moves.iter().map(|one| json!({
            "id": one.id, "title": one.title, "suits": one.suits, "from": rungs(&one.from), "skills": skills(&one.skills),
        })).collect::<Vec<_>>(),
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

/// Replaces the ids of skills by their keys, since a ladder holds only these.
fn keyed(mut ladder: Value) -> Value {
    for list in ["rungs", "moves"] {
        for item in ladder[list].as_array_mut().into_iter().flatten() {
            for skill in item["skills"].as_array_mut().into_iter().flatten() {
                let key = skill["id"].as_str().map(|id| SkillKey::new(id).number());
                skill["id"] = json!(key);
            }
        }
    }
    ladder
}

/// Removes empty fields, which count as left out.
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

/// Checks the properties of every reading.
fn check_reading(text: &str, reading: &Reading) -> Result<(), TestCaseError> {
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
        prop_assert!(serde_json::from_str::<Value>(text).is_ok(), "a ladder was read from text that is not JSON");
        prop_assert!(unpack(&pack(ladder)).as_ref() == Some(ladder), "packing changed the ladder");
    }
    Ok(())
}

/// Changes a text at one position. `how` chooses between deleting, inserting, replacing, duplicating and truncating.
fn mutate(text: &mut String, how: usize, at: Index, length: usize, piece: &str) {
    let start = text.ceil_char_boundary(at.index(text.len() + 1));
    let end = text.ceil_char_boundary(start + length);
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

/// The texts that mutations insert.
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
    fn a_valid_ladder_is_read_unchanged(dice in dice(), pretty in any::<bool>()) {
        let json = ladder(&dice);
        let text = if pretty { format!("{json:#}") } else { json.to_string() };
        let reading = read(&text);
        check_reading(&text, &reading)?;
        let errors: Vec<_> = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}\n{text}");
        prop_assert!(SCHEMA.is_valid(&json), "the schema refuses {text}");
        let ladder = reading.ladder.expect("no errors");
        prop_assert_eq!(pruned(written(&ladder)), pruned(keyed(json)));
    }

    #[test]
    fn a_changed_file_is_read_or_has_problems_inside(
        changes in prop::collection::vec((0_usize..5, any::<Index>(), 0_usize..40, prop::sample::select(&PIECES)), 1..5),
    ) {
        let mut text = PRODUCT.to_owned();
        for (how, at, length, piece) in changes {
            mutate(&mut text, how, at, length, piece);
        }
        check_reading(&text, &read(&text))?;
    }

    #[test]
    fn any_text_is_read_or_has_problems_inside(text in any::<String>()) {
        check_reading(&text, &read(&text))?;
    }
}
