//! How well the quiz places simulated readers.

mod synthetic;

use synthetic::{Side, ladder};

#[test]
fn the_committed_ladders_are_those_that_are_made() {
    let forked = ladder("forked", 6, Some(&Side { place: 3, below: 2 }));
    for (name, made) in [("six", ladder("six", 6, None)), ("forked", forked)] {
        let path = format!("{}/tests/synthetic/{name}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &made).expect("a file to write");
        }
        assert!(std::fs::read_to_string(&path).expect("the file") == made, "{path} is old: UPDATE=1 writes it anew");
    }
}
