use std::path::PathBuf;

use career_ladder_core::format;
use serde_json::Value;

use crate::{case, run};

const OVERLAY: &str = r#"{ "format": 1, "extends": "product", "id": "mine", "title": "Ours",
  "rungs": { "pm": { "title": "Owner", "note": null }, "lead": { "after": "pm", "title": "Lead", "stage": "growth" } } }"#;

/// A folder of this test alone.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("career-ladder-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn merge_prints_a_whole_ladder_that_merges_to_itself() {
    let output = run(&["merge", "-"], OVERLAY);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let json: Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(json["title"], "Ours");
    assert_eq!(json.get("extends"), None);
    assert_eq!(json["rungs"][1]["title"], "Owner");
    assert_eq!(json["rungs"][1].get("note"), None);
    assert_eq!(json["rungs"][2]["id"], "lead");
    assert!(!printed.contains("null") && !printed.contains("\"after\""));
    let ladder = format::read(&printed).ladder.expect("a ladder");
    assert_eq!(ladder.rungs.iter().take(4).map(|rung| rung.level).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let again = run(&["merge", "-"], &printed);
    assert_eq!(String::from_utf8_lossy(&again.stdout), printed);
}

#[test]
fn merge_writes_a_file() {
    let folder = folder("merge");
    let file = folder.join("whole.json");
    let output = run(&["merge", "-", "--out", &file.to_string_lossy()], OVERLAY);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    let text = std::fs::read_to_string(&file).expect("the file");
    assert_eq!(text, String::from_utf8_lossy(&run(&["merge", "-"], OVERLAY).stdout));
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn merge_never_overwrites_what_it_reads() {
    let folder = folder("merge-into-itself");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let write = |name: &str, text: &str| std::fs::write(path(name), text).expect("a file");
    write("mine.json", OVERLAY);
    write("deeper.json", r#"{ "format": 1, "extends": "mine.json", "id": "deeper" }"#);
    for file in ["mine.json", "deeper.json"] {
        let output = run(&["merge", &path(file), "--out", &path("mine.json")], "");
        assert_eq!(output.status.code(), Some(1));
        let message = "is the ladder itself, or one that it extends; name another file with --out";
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("{}: {message}\n", path("mine.json")));
        assert_eq!(std::fs::read_to_string(path("mine.json")).expect("a file"), OVERLAY);
    }
    std::fs::remove_dir_all(folder).expect("the folder");
}

/// The new file takes the place of the old one as a whole, with its permissions, and nothing is left beside it.
#[cfg(unix)]
#[test]
fn a_result_replaces_a_file_as_a_whole() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let folder = folder("merge-again");
    let (file, link) = (folder.join("whole.json"), folder.join("link.json"));
    std::fs::write(&file, "old").expect("a file");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&file, &link).expect("a link");
    let before = file.metadata().expect("the file");
    let output = run(&["merge", "-", "--out", &link.to_string_lossy()], OVERLAY);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let after = file.metadata().expect("the file");
    assert_eq!(after.mode(), before.mode());
    assert_ne!(after.ino(), before.ino(), "the old file was written to");
    assert!(link.is_symlink());
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 2);
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn a_base_is_found_relative_to_the_overlay() {
    let folder = folder("bases");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    std::fs::create_dir(folder.join("base")).expect("a folder");
    let small = include_str!("../../../core/tests/overlays/bases/small.json");
    write("base/small.json", &small.replace(r#""like": "top""#, r#""like": "tops""#));
    write("mine.json", r#"{ "format": 1, "extends": "base/small.json", "id": "mine" }"#);
    write("none.json", r#"{ "format": 1, "extends": "base/none.json", "id": "mine" }"#);
    let output = run(&["check", "--json", &folder.join("mine.json").to_string_lossy()], "");
    let problems: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(problems[0]["file"], &*folder.join("base/small.json").to_string_lossy());
    assert_eq!(problems[0]["overlay"], &*folder.join("mine.json").to_string_lossy());
    assert_eq!(problems[0]["path"], "rungs[5].like");
    let none = folder.join("none.json");
    let output = run(&["check", &none.to_string_lossy()], "");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(printed.starts_with(&format!("{}:1:27: error: extends: ", none.display())), "{printed}");
    assert!(printed.contains("none.json: cannot be read: "), "{printed}");
    std::fs::remove_dir_all(folder).expect("the folder");
}

#[test]
fn commands_fetch_no_addresses_and_know_the_bundled_ladders() {
    let overlay = |base: &str| format!(r#"{{ "format": 1, "extends": "{base}", "id": "mine" }}"#);
    case(
        &["check", "-"],
        &overlay("https://example.org/ladder.json"),
        "-:1:27: error: extends: commands fetch nothing; save that ladder beside this file, and write its name\n",
        "1 file, 1 error, 0 warnings\n",
        1,
    );
    case(
        &["merge", "-"],
        &overlay("produkt"),
        "",
        "-:1:27: error: extends: unknown ladder `produkt`; did you mean `product`? (a file of your own has an address, as in `./produkt.json`)\n",
        1,
    );
    for base in ["product", "product-stages", "product-six", "engineering"] {
        case(&["check", "-"], &overlay(base), "", "1 file, 0 errors, 0 warnings\n", 0);
    }
}

#[test]
fn every_command_takes_an_overlay() {
    let picture = folder("overlay-picture").join("picture.svg");
    let out = picture.to_string_lossy();
    let output = run(&["picture", "-", "--rung", "lead", "--out", &out], OVERLAY);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(std::fs::read_to_string(&picture).expect("a picture").contains("Lead"));
    let output = run(&["simulate", "-", "--people", "20"], OVERLAY);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
