//! `career-ladder calibrate`: it finds what is wrong with a ladder's questions, and its overlay mends the quiz.

use career_ladder_core::format;
use career_ladder_core::ladder::Ladder;
use serde_json::{Map, Value, json};

use crate::merge::folder;
use crate::{case, run};

const SIX: &str = "ladders/product-six.json";

/// A question whose answers readers take to be a rung lower than its author does.
const SHIFTED: usize = 3;

/// A question that readers answer at random.
const RANDOM: usize = 5;

fn six() -> Ladder {
    format::read(include_str!("../../../ladders/product-six.json")).ladder.expect("a correct ladder")
}

/// The line of a reader on a rung who gives the answer of that rung, but for the two questions and some carelessness.
fn line(ladder: &Ladder, reader: usize, is_known: bool) -> String {
    let rung = reader % ladder.rungs.len();
    let answers = ladder.questions.iter().enumerate().map(|(index, question)| {
        let last = question.answers.len() - 1;
        let chance = (reader * 7 + index * 5 + reader / 6 * 3) % 11;
        let answer = match index {
            SHIFTED => (rung + 1).min(last),
            RANDOM => (reader / 6 + reader % 6 * 2) % last,
            _ if chance == 0 => last - rung.min(last),
            _ if chance < 3 => (rung + 1).min(last),
            _ => rung.min(last),
        };
        (question.id.clone(), json!(question.answers[answer].id))
    });
    let mut line = json!({ "id": reader, "answers": answers.collect::<Map<_, _>>() });
    if is_known {
        line["rung"] = json!(ladder.rungs[rung].id);
    }
    format!("{line}\n")
}

fn lines(readers: usize, known: usize) -> String {
    let ladder = six();
    (0..readers).map(|reader| line(&ladder, reader, reader < known)).collect()
}

/// The text without its line breaks.
fn flat(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_says_in_words_what_it_found() {
    let output = run(&["calibrate", SIX, "-"], &lines(120, 90));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "120 readers read, 0 errors\n");
    let text = flat(&output.stdout);
    assert!(text.starts_with("product-six: 90 readers with a known rung, 30 without A range"), "{text}");
    let section = |title: &str, next: &str| {
        let (_, after) = text.split_once(title).unwrap_or_else(|| panic!("{title} is missing: {text}"));
        after.split_once(next).map_or(after, |(section, _)| section).to_owned()
    };
    let moved = section("Answers that stand elsewhere", "Questions that tell nothing");
    assert!(moved.contains("last-strategy-talk: ") && moved.contains(" who gave it are nearer to that"), "{moved}");
    assert!(moved.contains(" is typical of ") && moved.contains(", not of "), "{moved}");
    let silent = section("Questions that tell nothing", "Answers that nobody gives");
    assert!(silent.contains("last-preparation: ") && silent.contains("alike (90 answers)"), "{silent}");
    assert_eq!(silent.matches("- ").count(), 1, "{silent}");
    let unused = section("Answers that nobody gives", "The readers");
    assert!(
        unused.contains("last-preparation: \"") && unused.contains("was chosen by none of 120 readers"),
        "{unused}"
    );
    let readers = section("The readers", "\0");
    for part in
        [" in 100 answers are careless", "readers choose answers ", " of 100 areas a reader works a rung or more"]
    {
        assert!(readers.contains(part), "{readers}");
    }
}

#[test]
fn its_overlay_keeps_the_id_and_changes_the_quiz() {
    let folder = folder("calibrate");
    let overlay = folder.join("calibrated.json");
    let overlay = overlay.to_str().expect("UTF-8");
    let output = run(&["calibrate", SIX, "-", "--out", overlay], &lines(60, 60));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(overlay).expect("the overlay");
    let written: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&written["extends"], &written["id"]), (&json!("product-six"), &json!("product-six")));
    assert!(crate::schema().is_valid(&written), "{:?}", crate::schema().iter_errors(&written).next());
    case(&["check", overlay], "", "", "1 file, 0 errors, 0 warnings\n", 0);

    // A reader who answers the shifted question as readers of the rung do.
    let line = line(&six(), 8, false);
    let placed = |ladder: &str| {
        let output = run(&["replay", ladder, "-"], &line);
        serde_json::from_slice::<Value>(&output.stdout).expect("a line")["probabilities"].clone()
    };
    assert_ne!(placed(SIX), placed(overlay));

    // Calibrated again from the overlay, the same answers teach the same.
    let again = folder.join("again.json");
    let again = again.to_str().expect("UTF-8");
    run(&["calibrate", overlay, "-", "--out", again], &lines(60, 60));
    let second: Value = serde_json::from_str(&std::fs::read_to_string(again).expect("the overlay")).expect("JSON");
    assert_eq!((&second["questions"], &second["readers"]), (&written["questions"], &written["readers"]));
    assert_eq!(second["extends"], "./calibrated.json");

    let output = run(&["calibrate", overlay, "-", "--out", overlay], &lines(6, 6));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .ends_with("is the ladder itself, or one that it extends; name another file with --out\n")
    );
    std::fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn lines_with_errors_are_named_and_nothing_is_written() {
    let folder = folder("calibrate-errors");
    let out = folder.join("out.json");
    let wrong = "{\"rung\": \"pmm\", \"answers\": {\"last-document\": \"zz\"}}\nno line\n";
    let output = run(&["calibrate", SIX, "-", "--out", out.to_str().expect("UTF-8")], &(lines(12, 12) + wrong));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "-:13: error: rung: unknown rung `pmm`; did you mean `pm`?\n\
         -:13: error: answers.last-document: unknown answer `zz`; known answers: `a`, `b`, `c`, `d`, `e`, `f`, `-`\n\
         -:14:2: error: is not JSON: expected ident\n\
         12 readers read, 3 errors\n\
         no overlay was written, since some lines have errors\n"
    );
    assert_eq!((output.status.code(), out.exists()), (Some(1), false));
    let text = flat(&output.stdout);
    assert!(text.contains("12 readers with a known rung, 0 without So few readers prove little"), "{text}");
    assert_eq!(text.matches("nothing can be said yet: 12 readers are too few").count(), 3, "{text}");
    std::fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn lines_without_a_rung_are_counted_where_few_have_one() {
    let output = run(&["calibrate", SIX, "-"], &lines(24, 3));
    let text = flat(&output.stdout);
    assert!(text.contains("21 lines have no \"rung\": write it wherever you know the reader's."), "{text}");
    assert!(!flat(&run(&["calibrate", SIX, "-"], &lines(24, 24)).stdout).contains("have no"));
}

#[test]
fn without_readers_or_files_it_says_so() {
    case(&["calibrate", SIX, "-"], "\n", "", "0 readers read, 0 errors\n-: there is no reader to learn from\n", 1);
    case(
        &["calibrate", SIX],
        "",
        "",
        "`calibrate` needs a ladder and a file of answers; `career-ladder help` lists the commands\n",
        2,
    );
    case(
        &["calibrate", SIX, "-", "--title"],
        "",
        "",
        "`calibrate` has no option `--title`; `career-ladder help` lists the commands\n",
        2,
    );
}
