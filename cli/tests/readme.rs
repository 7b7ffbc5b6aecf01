//! Holds the README to the truth: its snippets make a ladder without problems, its commands are the known ones.

use std::io::Write as _;

use career_ladder_core::format::{self, Source};
use career_ladder_core::ladder::Ladder;
use serde_json::Value;

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README")
}

/// The text under a second-level heading of the README.
fn section<'a>(readme: &'a str, heading: &str) -> &'a str {
    let (_, rest) = readme.split_once(&format!("\n## {heading}\n")).expect("the section");
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// Each snippet with its purpose, as the comment above it states it (`set title`, `add to rungs`).
fn snippets(section: &str) -> Vec<(&str, Value)> {
    let comments = section.split("<!-- snippet: ").skip(1);
    comments
        .map(|comment| {
            let (purpose, rest) = comment.split_once(" -->\n```json\n").expect("a snippet follows its comment");
            let (snippet, _) = rest.split_once("\n```").expect("the end of the snippet");
            (purpose, serde_json::from_str(snippet).unwrap_or_else(|error| panic!("{purpose}: {error}\n{snippet}")))
        })
        .collect()
}

/// The text of the snippet with this purpose.
fn snippet_text<'a>(readme: &'a str, purpose: &str) -> &'a str {
    let start = format!("<!-- snippet: {purpose} -->\n```json\n");
    let (_, rest) = readme.split_once(&start).expect("the snippet");
    rest.split_once("\n```").expect("the end of the snippet").0
}

/// The commands of a section: the lines of its fenced blocks without a language.
fn commands(section: &str) -> Vec<&str> {
    let fenced = section.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.strip_prefix('\n')).flat_map(str::lines).collect()
}

#[test]
fn a_ladder_changed_by_every_snippet_has_no_problems() {
    let readme = readme();
    let section = section(&readme, "Your own ladder");
    let start = concat!(env!("CARGO_MANIFEST_DIR"), "/../ladders/product.json");
    let text = std::fs::read_to_string(start).expect("the ladder to start from");
    let mut ladder: Value = serde_json::from_str(&text).expect("JSON");
    let snippets = snippets(section);
    assert_eq!(snippets.len(), 8);
    for (purpose, snippet) in snippets.into_iter().filter(|(purpose, _)| !matches!(*purpose, "overlay" | "whole")) {
        if let Some(field) = purpose.strip_prefix("set ") {
            ladder[field] = snippet;
        } else if let Some(list) = purpose.strip_prefix("add to ") {
            ladder[list].as_array_mut().unwrap_or_else(|| panic!("`{list}` is a list")).push(snippet);
        } else {
            panic!("unknown purpose of a snippet: {purpose}");
        }
    }
    let text = serde_json::to_string_pretty(&ladder).expect("JSON");
    let reading = format::read(&text);
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let ladder = reading.ladder.expect("a ladder");
    assert_eq!(ladder.title, "How we grow at Example");
    assert!(ladder.rungs.iter().any(|rung| rung.id == "data-lead"));

    // The command agrees with the library.
    let file = std::env::temp_dir().join(format!("my-ladder-{}.json", std::process::id()));
    std::fs::write(&file, text).expect("a file to check");
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_career-ladder")).arg("check").arg(&file).output();
    let check = check.expect("the program runs");
    std::fs::remove_file(&file).expect("the file can be removed");
    assert!(check.status.success(), "{check:?}");
}

#[test]
fn each_section_lists_the_expected_commands() {
    let readme = readme();
    assert_eq!(
        commands(section(&readme, "Your own ladder")),
        [
            "cp ladders/product.json my-ladder.json",
            "npx career-ladder check my-ladder.json",
            "cargo run --release --package career-ladder-cli -- check my-ladder.json",
            "cargo run --release --package career-ladder-cli -- simulate my-ladder.json",
            "cargo run --release --package career-ladder-cli -- translate my-ladder.json --to de"
        ]
    );
    assert_eq!(
        commands(section(&readme, "A picture to share")),
        [
            "cargo run --release --package career-ladder-cli -- picture my-ladder.json --rung senior-pm --out picture.png"
        ]
    );
    assert_eq!(
        commands(section(&readme, "If you know your readers' stage")),
        [
            "cargo run --release --package career-ladder-cli -- replay my-ladder.json answers.jsonl",
            "cargo run --release --package career-ladder-cli -- calibrate my-ladder.json answers.jsonl --out my-ladder.calibrated.json"
        ]
    );
    assert_eq!(commands(section(&readme, "Get it")), ["cargo xtask package"]);
    assert_eq!(commands(section(&readme, "Work on it")), ["cargo xtask serve", "cargo xtask test"]);
}

/// The ladder of an overlay of `product`.
#[track_caller]
fn extended(overlay: &str) -> Ladder {
    let base = include_str!("../../ladders/product.json");
    let reading = format::read_chain(&[Source { name: "product", text: base }, Source { name: "", text: overlay }]);
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    reading.ladder.expect("a ladder")
}

#[test]
fn the_overlay_has_six_lines_and_no_problems() {
    let readme = readme();
    let overlay = snippet_text(&readme, "overlay");
    assert_eq!(overlay.lines().count(), 6);
    let ladder = extended(overlay);
    assert_eq!(ladder.title, "How we grow at Example");
    let (senior, adviser) = (ladder.rungs.iter().find(|rung| rung.id == "senior-pm"), ladder.rungs.last());
    assert_eq!(senior.map(|rung| &*rung.title), Some("Senior"));
    assert_eq!(adviser.map(|rung| (&*rung.id, rung.level)), Some(("board-adviser", 6)));
    assert!(ladder.moves.iter().all(|item| item.id != "founder"));
}

#[test]
fn the_small_ladder_has_no_problems_and_simulated_readers_find_no_weak_question() {
    let readme = readme();
    let small = snippet_text(&readme, "whole");
    let mut check = std::process::Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    check.args(["check", "-"]).stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut check = check.spawn().expect("the program starts");
    check.stdin.take().expect("a pipe").write_all(small.as_bytes()).expect("the ladder is read");
    let output = check.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "1 file, 0 errors, 0 warnings\n");
}

#[test]
fn the_overlay_of_the_npm_package_has_no_problems() {
    let readme = include_str!("../../packages/npm/README.md");
    let (_, rest) = readme.split_once("## Your own words and questions").expect("the section");
    let overlay = rest.split("```").find_map(|block| block.strip_prefix("json\n")).expect("the overlay");
    assert_eq!(extended(overlay).title, "Where product people stand with us");
}

#[test]
fn the_ladders_inside_the_element_have_no_problems() {
    let readme = readme();
    let texts = readme.split(r#"<script type="application/json">"#).skip(1);
    let texts: Vec<&str> = texts.filter_map(|rest| rest.split_once("</script>").map(|(ladder, _)| ladder)).collect();
    let [overlay, tiny] = texts[..] else { panic!("{} ladders", texts.len()) };
    let reading = format::read(tiny);
    assert_eq!(reading.problems, []);
    assert_eq!(reading.ladder.expect("a ladder").rungs.len(), 2);
    assert_eq!(extended(overlay).id, "our-product");
}
