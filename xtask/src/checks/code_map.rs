//! Checks that ARCHITECTURE.md names every source file.

use crate::{console::Step, process::run, project::Project};
use anyhow::{Context as _, Result, ensure};
use std::{fs, process::Command};

/// The page with the code map.
const PAGE: &str = "ARCHITECTURE.md";

/// The folders whose files the page names. `tests/browser` and `bench` list their own.
const FOLDERS: [&str; 10] = [
    "bundle/src",
    "cli/src",
    "core/src",
    "extras/src",
    "reader/src",
    "renderer/src",
    "simulate/src",
    "src",
    "www",
    "xtask/src",
];

/// Small pages that are demos; the page names their folder.
const DEMOS: &str = "www/variants/";

/// Checks every file that git knows or would add.
pub(super) fn check(project: &Project, step: &Step) -> Result<()> {
    let page = fs::read_to_string(project.root().join(PAGE)).with_context(|| format!("cannot read {PAGE}"))?;
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).args(FOLDERS).current_dir(project.root());
    let listed = run(step, &mut git)?.stdout;
    let files = listed.lines().filter(|file| !file.starts_with(DEMOS) && project.root().join(file).exists());
    let missing = missing(&page, files);
    ensure!(missing.is_empty(), "{PAGE} does not name {}: say in one clause what each does", missing.join(", "));
    Ok(())
}

/// The files that the page does not name, by a path that ends like theirs. One mention serves one file: two files called
/// `mod.rs` need two.
fn missing<'a>(page: &str, files: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut mentions: Vec<&str> = page.split('`').skip(1).step_by(2).collect();
    // The longest first, so that a full path never serves another file.
    mentions.sort_by_key(|mention| std::cmp::Reverse(mention.len()));
    let ends_with = |file: &str, mention: &str| {
        file.strip_suffix(mention).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
    };
    let is_missing = |file: &&str| match mentions.iter().position(|mention| ends_with(file, mention)) {
        Some(index) => {
            mentions.remove(index);
            false
        }
        None => true,
    };
    files.filter(is_missing).collect()
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn a_file_counts_as_named_by_the_end_of_its_path() {
        let page = "- `quiz/mod.rs` asks, and `core/src/hash.rs` hashes; lib.rs is named without marks.";
        let files = ["core/src/quiz/mod.rs", "core/src/hash.rs", "core/src/lib.rs", "core/src/rehash.rs"];
        assert_eq!(missing(page, files.into_iter()), ["core/src/lib.rs", "core/src/rehash.rs"]);
    }

    #[test]
    fn each_file_needs_a_mention_of_its_own() {
        let files = ["a/mod.rs", "b/mod.rs", "c/mod.rs"];
        assert_eq!(missing("`b/mod.rs` and `mod.rs`", files.into_iter()), ["c/mod.rs"]);
    }
}
