//! Properties of overlays: random overlays over random ladders.

#[path = "common/generate.rs"]
mod generate;

use career_ladder_core::format::{Problem, Severity, Source, merge, read, read_chain};
use generate::{Roll, dice, ladder};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

const SMALL: &str = include_str!("overlays/bases/small.json");
/// An overlay and a translation of it, in ASCII.
const OVERLAY: &str = include_str!("../../fuzz/seeds/overlay.json");
const TRANSLATION: &str = include_str!("../../fuzz/seeds/translation.json");

/// The texts that changes insert.
const PIECES: [&str; 12] = [
    "",
    "null",
    "{}",
    "[]",
    "\"low\": ",
    "\"after\": \"low\", ",
    "\"id\": \"low\", ",
    "{ \"low\": {",
    "}",
    "\"",
    "\"lang\": \"de\", ",
    "7",
];

/// What an overlay might say about the fields of an object. `rarity` is higher where most changes would be mistakes.
fn change_fields(roll: &mut Roll<'_>, base: &Map<String, Value>, rarity: usize) -> Map<String, Value> {
    let mut changes = Map::new();
    for (name, value) in base {
        if roll.below(rarity) == 0 && !["id", "format"].contains(&&**name) {
            changes.insert(name.clone(), change(roll, value, rarity));
        }
    }
    if roll.below(12) == 0 {
        changes.insert("unknown".to_owned(), json!(roll.text()));
    }
    changes
}

/// What an overlay might say in place of a value.
fn change(roll: &mut Roll<'_>, base: &Value, rarity: usize) -> Value {
    if roll.below(30) == 0 {
        return Value::Null;
    }
    match base {
        Value::Object(fields) => Value::Object(change_fields(roll, fields, rarity)),
        Value::Array(items) if items.iter().any(|item| item.get("id").is_some()) => change_items(roll, items, rarity),
        Value::String(text) if text.contains('-') || text.starts_with("http") => base.clone(),
        Value::String(_) if roll.below(20) > 0 => json!(roll.text()),
        Value::Number(_) if roll.below(4) > 0 => base.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) && items.len() > 1 => json!(items[1..]),
        Value::Array(_) => base.clone(),
        _ => roll.of(&[json!(7), json!("seven"), json!(["x"]), json!({}), json!(null)]),
    }
}

/// What an overlay might say about the items of a list.
fn change_items(roll: &mut Roll<'_>, items: &[Value], rarity: usize) -> Value {
    if roll.below(15) == 0 {
        return json!(items);
    }
    let ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    let place = |roll: &mut Roll<'_>| match roll.below(8) {
        0 => json!(""),
        1 => json!("new-1"),
        2 => json!("nowhere"),
        _ => json!(ids[roll.below(ids.len())]),
    };
    let mut changes = Map::new();
    for item in items {
        let (Some(id), Some(fields)) = (item["id"].as_str(), item.as_object()) else { continue };
        match roll.below(rarity * 4) {
            0 => drop(changes.insert(id.to_owned(), Value::Null)),
            1..=4 => {
                let mut fields = change_fields(roll, fields, rarity);
                if roll.below(5) == 0 {
                    fields.insert("after".to_owned(), place(roll));
                }
                changes.insert(id.to_owned(), Value::Object(fields));
            }
            _ => {}
        }
    }
    for index in 0..roll.below(3) {
        let mut new = items[roll.below(items.len())].clone();
        new.as_object_mut().expect("an item").remove("id");
        new.as_object_mut().expect("an item").remove("level");
        if roll.below(6) > 0 {
            new["after"] = place(roll);
        }
        changes.insert(format!("new-{index}"), new);
    }
    Value::Object(changes)
}

fn overlay(roll: &mut Roll<'_>, base: &Value) -> Value {
    let mut overlay = change_fields(roll, base.as_object().expect("a ladder"), 5);
    overlay.insert("format".to_owned(), json!(1));
    overlay.insert("extends".to_owned(), json!("base"));
    overlay.insert("id".to_owned(), json!("mine"));
    overlay.remove("lang");
    Value::Object(overlay)
}

/// The item of a list with an id.
fn item<'v>(ladder: &'v Value, list: &str, id: &str) -> Option<&'v Value> {
    ladder[list].as_array()?.iter().find(|item| item["id"] == id)
}

/// Checks that a problem lies inside of the file that it is about.
fn check_place(problem: &Problem, base: &str, overlay: &str) -> Result<(), TestCaseError> {
    let text = if problem.base.is_some() { base } else { overlay };
    let line = text.split('\n').nth(problem.line - 1);
    let fits = line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&problem.column));
    prop_assert!(fits, "{problem:?} is outside of its file");
    prop_assert!(!problem.to_string().contains(['\n', '\r']), "{problem:?} takes more than a line");
    Ok(())
}

/// Checks that everything stays which the overlay does not name.
fn check_rest(base: &Value, overlay: &Value, merged: &Value) -> Result<(), TestCaseError> {
    for (name, value) in base.as_object().expect("a ladder") {
        match (&overlay[name], value) {
            (Value::Null, _) if overlay.get(name).is_none() => prop_assert_eq!(&merged[name], value, "{}", name),
            (Value::Object(changes), Value::Array(items)) => {
                for old in items.iter().filter(|old| old["id"].as_str().is_some_and(|id| !changes.contains_key(id))) {
                    let id = old["id"].as_str().expect("an id");
                    prop_assert_eq!(item(merged, name, id), Some(old), "{} {}", name, id);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_overlay_is_merged_or_has_problems_inside(dice in dice(), more in dice()) {
        let base = ladder(&dice);
        let overlay = overlay(&mut Roll::new(&more), &base);
        let (base_text, overlay_text) = (base.to_string(), format!("{overlay:#}"));
        let sources = [Source { name: "base", text: &base_text }, Source { name: "mine", text: &overlay_text }];
        let reading = read_chain(&sources);
        for problem in &reading.problems {
            check_place(problem, &base_text, &overlay_text)?;
        }
        let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        prop_assert_eq!(reading.ladder.is_some(), errors == 0);
        prop_assert_eq!(merge(&sources).is_some(), errors == 0);
        let Some(merged_text) = merge(&sources) else { return Ok(()) };

        // The whole ladder is the same ladder, and whole.
        prop_assert_eq!(read(&merged_text).ladder, reading.ladder);
        let merged: Value = serde_json::from_str(&merged_text).expect("JSON");
        check_rest(&base, &overlay, &merged)?;

        // Merging again changes nothing.
        let mut again = merged;
        again["id"] = base["id"].clone();
        let again = again.to_string();
        let twice = merge(&[Source { name: "base", text: &again }, Source { name: "mine", text: &overlay_text }]);
        prop_assert_eq!(twice, Some(merged_text));
    }

    #[test]
    fn an_overlay_of_nothing_is_its_base(dice in dice()) {
        let base = ladder(&dice);
        let text = base.to_string();
        let overlay = r#"{ "format": 1, "extends": "base", "id": "mine" }"#;
        let merged = merge(&[Source { name: "base", text: &text }, Source { name: "mine", text: overlay }]);
        let mut merged: Value = serde_json::from_str(&merged.expect("no errors")).expect("JSON");
        merged["id"] = base["id"].clone();
        prop_assert_eq!(merged, base);
    }

    #[test]
    fn a_changed_overlay_is_read_or_has_problems_inside(
        is_translation in any::<bool>(),
        changes in prop::collection::vec((any::<Index>(), 0_usize..30, prop::sample::select(&PIECES)), 1..4),
    ) {
        let mut overlay = if is_translation { TRANSLATION } else { OVERLAY }.to_owned();
        for (at, length, piece) in changes {
            let start = at.index(overlay.len() + 1);
            let end = (start + length).min(overlay.len());
            overlay.replace_range(start..end, piece);
        }
        let reading = read_chain(&[Source { name: "small", text: SMALL }, Source { name: "mine", text: &overlay }]);
        for problem in &reading.problems {
            check_place(problem, SMALL, &overlay)?;
        }
        let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        prop_assert_eq!(reading.ladder.is_some(), errors == 0);
    }

    #[test]
    fn any_two_texts_are_read_or_have_problems(base in any::<String>(), overlay in any::<String>()) {
        let reading = read_chain(&[Source { name: "base", text: &base }, Source { name: "mine", text: &overlay }]);
        prop_assert!(reading.ladder.is_none() && !reading.problems.is_empty());
    }
}
