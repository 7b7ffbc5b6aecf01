//! Compares the list of languages with the catalogs that there are.

use career_ladder_core::words::INTERFACE_LANGUAGES;

#[test]
fn every_listed_language_has_a_catalog_and_no_other() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../languages");
    let names = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> =
        names.map(|name| name.to_string_lossy().trim_end_matches(".json").to_owned()).collect();
    names.sort_unstable();
    assert_eq!(names, INTERFACE_LANGUAGES);
}
