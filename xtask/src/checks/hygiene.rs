//! Checks that published files name the product only, not the machine that it was written or built on.

use crate::{build::Dist, console::Step, process::run, project::Project};
use anyhow::{Result, ensure};
use std::{env, fs, process::Command};

/// Folders of somebody's machine. In two pieces, so that the check does not find this file.
const MACHINE_PATHS: [(&str, &str); 5] =
    [("/ro", "ot/"), ("/ho", "me/"), ("/Us", "ers/"), ("/tm", "p/"), ("/wo", "rk/")];
/// Hosts of package registries; each machine chooses its own mirror.
const REGISTRY_HOSTS: [(&str, &str); 5] = [
    ("registry.", "npmjs.org"),
    ("index.", "crates.io"),
    ("static.", "crates.io"),
    ("files.python", "hosted.org"),
    ("deb.", "debian.org"),
];
/// The key under which npm writes the address of a package.
const NPM_ADDRESS: (&str, &str) = ("\"reso", "lved\"");
/// The one source of Cargo.lock, which names the registry and no host that serves it.
const CARGO_SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Checks every file that git knows or would add.
pub(super) fn check_sources(project: &Project, step: &Step) -> Result<()> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(project.root());
    let mut problems = Vec::new();
    for name in run(step, &mut git)?.stdout.lines() {
        // A file that was removed but not yet committed is listed too; one with other than text has no lines.
        let Ok(text) = fs::read_to_string(project.root().join(name)) else { continue };
        problems.extend(problems_of(name, &text));
    }
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// Checks that the delivered files name no folder of this machine.
pub(super) fn check_dist(project: &Project, dist: &Dist) -> Result<()> {
    let mut folders = vec![project.root().to_string_lossy().into_owned()];
    folders
        .extend(["HOME", "CARGO_HOME"].iter().filter_map(|name| env::var(name).ok()).filter(|folder| folder.len() > 1));
    let names = |bytes: &[u8], folder: &str| bytes.windows(folder.len()).any(|window| window == folder.as_bytes());
    let found: Vec<String> = dist
        .files()
        .flat_map(|(name, bytes)| folders.iter().filter(|folder| names(bytes, folder)).map(move |_| name.to_owned()))
        .collect();
    ensure!(found.is_empty(), "a path of this machine is in {}", found.join(", "));
    Ok(())
}

/// The problems of a file, at most one a line.
fn problems_of(name: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let path = MACHINE_PATHS.iter().map(join).find(|path| has_path(line, path));
        let host = REGISTRY_HOSTS.iter().map(join).find(|host| line.contains(host));
        let wrong = if let Some(path) = path {
            format!("names the folder {path}")
        } else if let Some(host) = host {
            format!("names the host {host}")
        } else if name.ends_with("package-lock.json") && line.contains(&join(&NPM_ADDRESS)) {
            "names where a package came from".to_owned()
        } else if name.ends_with("Cargo.lock") && line.starts_with("source = ") && line != CARGO_SOURCE {
            "names a source other than crates.io".to_owned()
        } else {
            continue;
        };
        problems.push(format!("{name}:{}: {wrong}", index + 1));
    }
    problems
}

fn join(parts: &(&str, &str)) -> String {
    [parts.0, parts.1].concat()
}

/// Whether a path in the line starts with `path`. One that has it inside, as `target/tmp/`, is nobody's folder.
fn has_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| {
            !before.is_alphanumeric() && !matches!(before, '_' | '-' | '.' | ']' | ')' | '}' | '*')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{join, problems_of};

    #[track_caller]
    fn case(name: &str, line: (&str, &str), expected: &[&str]) {
        assert_eq!(problems_of(name, &join(&line)), expected);
    }

    #[test]
    fn paths() {
        let found = problems_of("a.md", &join(&("fine\nsee /ro", "ot/x")));
        assert_eq!(found, [join(&("a.md:2: names the folder /ro", "ot/"))]);
        case("a.md", ("target/tm", "p/x"), &[]);
        case("a.md", ("https://example.org/ho", "me/"), &[]);
    }

    #[test]
    fn lock_files() {
        case(
            "package-lock.json",
            ("  \"reso", "lved\": \"x\""),
            &["package-lock.json:1: names where a package came from"],
        );
        case("Cargo.lock", ("source = \"git+", "x\""), &["Cargo.lock:1: names a source other than crates.io"]);
        case("Cargo.lock", ("source = \"registry+https://github.com/rust-lang/", "crates.io-index\""), &[]);
    }
}
