use std::path::Path;

use serde_json::{Value, json};

use crate::merge::folder;
use crate::{case, run};

/// A ladder with five texts.
const BASE: &str = r#"{ "format": 1, "id": "tiny", "title": "Tiny", "closing": "Bye.", "rungs": [
  { "id": "low", "title": "Low", "level": 1, "changes": ["New."] }, { "id": "high", "title": "High", "level": 2 }] }"#;

/// Runs the command; returns what it prints, and the translation.
fn translate(folder: &Path, more: &[&str]) -> (String, Value) {
    let base = folder.join("tiny.json");
    let mut arguments = vec!["translate", base.to_str().expect("UTF-8"), "--to", "de"];
    arguments.extend(more);
    let output = run(&arguments, "");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(folder.join("tiny.de.json")).expect("the translation");
    (String::from_utf8(output.stdout).expect("UTF-8"), serde_json::from_str(&text).expect("JSON"))
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file");
}

#[test]
fn a_translation_is_written_filled_in_and_kept_up_to_date() {
    let folder = folder("translate");
    write(&folder, "tiny.json", BASE);

    // New: every text is missing, and that of the base stands in its place.
    let (printed, mut german) = translate(&folder, &[]);
    assert_eq!(
        printed,
        "missing: title\nmissing: rungs.low.title\nmissing: rungs.low.changes\nmissing: rungs.high.title\nmissing: closing\n"
    );
    assert_eq!(german["extends"], "./tiny.json");
    assert_eq!(german["rungs"]["low"], json!({ "title": "Low", "changes": ["New."] }));
    assert!(german["translated"]["title"].as_str().expect("a mark").starts_with("missing "));

    // A translator replaces one text and deletes the mark of another, which is the same word in German.
    german["title"] = json!("Winzig");
    german["translated"].as_object_mut().expect("marks").remove("rungs.low.title");
    write(&folder, "tiny.de.json", &german.to_string());
    let (printed, german) = translate(&folder, &[]);
    assert_eq!(printed, "missing: rungs.low.changes\nmissing: rungs.high.title\nmissing: closing\n");
    assert_eq!(german["title"], "Winzig");
    assert_eq!(german["translated"]["title"].as_str().map(str::len), Some(8));

    // The base changes: a translated text, a missing one, and one that goes.
    let changed =
        BASE.replace("\"Tiny\"", "\"Tinier\"").replace("\"High\"", "\"Higher\"").replace("\"closing\": \"Bye.\", ", "");
    write(&folder, "tiny.json", &changed);
    let (printed, mut german) = translate(&folder, &[]);
    assert_eq!(
        printed,
        "changed: title\nmissing: rungs.low.changes\nmissing: rungs.high.title\nnot in the base: closing\n"
    );
    assert_eq!((&german["title"], &german["closing"]), (&json!("Winzig"), &json!("Bye.")));
    assert_eq!(german["rungs"]["high"]["title"], "Higher");

    // The translator deletes the mark of the changed text.
    german["title"] = json!("Winziger");
    german["translated"].as_object_mut().expect("marks").remove("title");
    write(&folder, "tiny.de.json", &german.to_string());
    let (printed, german) = translate(&folder, &["--prune"]);
    assert_eq!(printed, "missing: rungs.low.changes\nmissing: rungs.high.title\nremoved: closing\n");
    assert_eq!((&german["title"], german.get("closing")), (&json!("Winziger"), None));
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn what_an_overlay_leaves_as_it_is_comes_from_the_bundled_translation() {
    let folder = folder("translate-overlay");
    let overlay = r#"{ "format": 1, "extends": "product", "id": "tiny", "rungs": { "director": { "role": "Runs two teams." } } }"#;
    write(&folder, "tiny.json", overlay);
    let (printed, mut german) = translate(&folder, &[]);
    assert_eq!(printed, "missing: rungs.director.role\n");
    let bundled = include_str!("../../../ladders/product.de.json");
    let bundled: Value = serde_json::from_str(bundled).expect("JSON");
    assert_eq!(german["rungs"]["cpo"], bundled["rungs"]["cpo"]);
    // An older file, in which nothing was translated, gets them too; what somebody wrote stays.
    german["rungs"]["cpo"]["role"] = json!("Eigene Rolle.");
    german["questions"] = json!({});
    write(&folder, "tiny.de.json", &german.to_string());
    let (printed, german) = translate(&folder, &[]);
    assert_eq!(printed, "missing: rungs.director.role\n");
    assert_eq!(german["rungs"]["cpo"]["role"], "Eigene Rolle.");
    assert_eq!(german["questions"], bundled["questions"]);
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn the_translation_of_a_calibrated_ladder_starts_from_what_was_learnt() {
    let folder = folder("translate-calibrated");
    let base = include_str!("../../../ladders/product-six.json").replacen("\"product-six\"", "\"tiny\"", 1);
    write(&folder, "tiny.json", &base);
    let (_, mut german) = translate(&folder, &[]);
    german["title"] = json!("Winzig");
    write(&folder, "tiny.de.json", &german.to_string());
    translate(&folder, &[]);
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let answers = r#"{"rung": "pm", "answers": {"last-document": "a"}}"#;
    run(&["calibrate", &path("tiny.json"), "-", "--out", &path("learnt.json")], answers);
    let output = run(&["translate", &path("learnt.json"), "--to", "de"], "");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("tiny.de.json: extends \"./learnt.json\" now, and no longer \"./tiny.json\"\n"), "{said}");
    let text = std::fs::read_to_string(folder.join("tiny.de.json")).expect("the translation");
    let german: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&german["extends"], &german["title"]), (&json!("./learnt.json"), &json!("Winzig")));
    // The same file by another name stays as it is written.
    write(&folder, "tiny.de.json", &text.replace("./learnt.json", "learnt.json"));
    let output = run(&["translate", &path("learnt.json"), "--to", "de"], "");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("no longer"));
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn the_name_of_a_language_is_not_its_tag() {
    case(
        &["translate", "ladders/product-six.json", "--to", "german"],
        "",
        "",
        "--to: `german` is no language tag (BCP 47); write `de`; `career-ladder help` lists the commands\n",
        2,
    );
}

#[test]
fn a_translation_may_begin_with_a_byte_order_mark() {
    let folder = folder("translate-with-a-mark");
    write(&folder, "tiny.json", BASE);
    let (_, german) = translate(&folder, &[]);
    write(&folder, "tiny.de.json", &format!("\u{feff}{german}"));
    assert_eq!(translate(&folder, &[]).1, german);
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn a_translation_with_errors_stays_as_it_is() {
    let folder = folder("translate-with-errors");
    write(&folder, "tiny.json", BASE);
    let (_, german) = translate(&folder, &[]);
    let german = german.to_string();
    let file = folder.join("tiny.de.json");
    for (broken, error) in [
        (german.replacen('{', r#"{"title": "Eigener Titel","#, 1), "\"title\" appears twice in this object; keep one"),
        (german.replacen(',', "", 1), "a comma is missing here"),
    ] {
        write(&folder, "tiny.de.json", &broken);
        let output = run(&["translate", &folder.join("tiny.json").to_string_lossy(), "--to", "de"], "");
        assert_eq!(output.status.code(), Some(1));
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        let end = format!("{}: is left as it is; correct these errors first\n", file.display());
        assert!(printed.contains(error) && printed.ends_with(&end), "{printed}");
        assert_eq!(std::fs::read_to_string(&file).expect("the file"), broken);
    }
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn a_tag_names_no_other_folder() {
    let output = run(&["translate", "ladder.json", "--to", "../de"], "");
    assert_eq!(output.status.code(), Some(2));
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(printed.contains("--to: `../de` is not a language tag; write one such as `en` or `pt-BR`"), "{printed}");
}

#[test]
fn another_file_is_never_overwritten() {
    let folder = folder("translate-into-another-file");
    write(&folder, "tiny.json", BASE);
    translate(&folder, &[]);
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    for (to, out, message) in [
        ("de", "tiny.json", "is the ladder itself; name its base, or another file with --out"),
        ("fr", "tiny.de.json", "is in `de`, not in `fr`; name another file with --out"),
    ] {
        let before = std::fs::read_to_string(path(out)).expect("a file");
        let output = run(&["translate", &path("tiny.json"), "--to", to, "--out", &path(out)], "");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("{}: {message}\n", path(out)));
        assert_eq!(std::fs::read_to_string(path(out)).expect("a file"), before);
    }
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn check_warns_of_marks() {
    let folder = folder("translate-check");
    write(&folder, "tiny.json", BASE);
    translate(&folder, &[]);
    write(&folder, "tiny.json", &BASE.replace("Bye.", "Goodbye."));
    let output = run(&["check", &folder.join("tiny.de.json").to_string_lossy()], "");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(printed.matches("warning: translated").count(), 5, "{printed}");
    assert_eq!(output.status.code(), Some(0));
    std::fs::remove_dir_all(folder).expect("the folder");
}

/// The translations of the bundled ladders have no errors, and no marks are left in them.
#[test]
fn bundled_translations_are_complete() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../ladders");
    let files = std::fs::read_dir(folder).expect("the ladders").map(|entry| entry.expect("an entry").path());
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.matches('.').count() == 2 && name.ends_with(".json") && !name.ends_with(".schema.json") {
            let output = run(&["check", &file.to_string_lossy()], "");
            assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{name}");
        }
    }
}
