//! Plans the set-up: lists the missing programs and how to get them. Nothing is installed here.

use super::{Goal, machine::Machine};
use anyhow::{Result, bail};

/// Something that the machine lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A package of Debian.
    Package(&'static str),
    /// Firefox's driver, which Debian does not have; cargo installs it under `target/`.
    Geckodriver,
    /// The spelling checker, installed by pip under `target/`.
    Typos,
}

/// The programs that `goal` needs and `machine` lacks, in the order of installation.
pub(crate) fn missing(machine: &Machine, goal: Goal) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut package = |is_there: bool, names: &[&'static str]| {
        if !is_there {
            missing.extend(names.iter().map(|name| Missing::Package(name)));
        }
    };
    package(machine.compiler.is_some(), &["rustc-web", "cargo-web", "rust-web-src", "lld-22"]);
    package(machine.node.is_some(), &["nodejs"]);
    package(machine.npm.is_some(), &["npm"]);
    if goal == Goal::Test {
        package(machine.wasm_clippy, &["rust-web-clippy"]);
        package(machine.chromium.is_some(), &["chromium"]);
        package(machine.chromedriver.is_some(), &["chromium-driver"]);
        package(machine.firefox.is_some(), &["firefox-esr"]);
        package(machine.webkit_driver.is_some(), &["webkit2gtk-driver"]);
        package(machine.xvfb.is_some(), &["xvfb"]);
        package(machine.git.is_some(), &["git"]);
        package(machine.hugo.is_some(), &["hugo"]);
        package(machine.kramdown.is_some(), &["kramdown"]);
        package(machine.pdftotext.is_some(), &["poppler-utils"]);
        package(machine.typos.is_some() || machine.python.is_some(), &["python3", "python3-venv"]);
        if machine.typos.is_none() {
            missing.push(Missing::Typos);
        }
        if machine.geckodriver.is_none() {
            missing.push(Missing::Geckodriver);
        }
    }
    missing
}

/// The Debian packages in the list.
pub(crate) fn packages(missing: &[Missing]) -> Vec<&'static str> {
    missing
        .iter()
        .filter_map(|missing| match missing {
            Missing::Package(name) => Some(*name),
            Missing::Geckodriver | Missing::Typos => None,
        })
        .collect()
}

/// The names of the missing programs and packages.
pub(crate) fn names(missing: &[Missing]) -> String {
    let names: Vec<&str> = missing
        .iter()
        .map(|missing| match missing {
            Missing::Package(name) => name,
            Missing::Geckodriver => "geckodriver",
            Missing::Typos => "typos",
        })
        .collect();
    names.join(" ")
}

/// Fails unless the packages can be installed, which takes Debian and root. The error says what to run.
pub(crate) fn refuse_unless_installable(machine: &Machine, missing: &[Missing]) -> Result<()> {
    let packages = packages(missing);
    if packages.is_empty() || (machine.debian && machine.root) {
        return Ok(());
    }
    let by_rustup = if machine.compiler.is_none() {
        "\n\nInstead of rustc-web, cargo-web, rust-web-src and lld-22 you can use the standard library's source with \
         rustup's compiler, version 1.92 or later:\n\n  rustup component add rust-src"
    } else {
        ""
    };
    bail!(
        "some programs are missing. On Debian, run as root\n\n  \
         apt-get update && apt-get install --no-install-recommends {}\n\n\
         and elsewhere install the programs of these packages.{by_rustup}",
        packages.join(" ")
    );
}

#[cfg(test)]
mod tests {
    use super::{Missing, missing, names, refuse_unless_installable};
    use crate::setup::{Goal, WasmCompiler, machine::Machine};
    use std::path::PathBuf;

    fn complete() -> Machine {
        let there = || Some(PathBuf::from("/bin/true"));
        Machine {
            debian: true,
            root: true,
            compiler: Some(WasmCompiler::debian()),
            wasm_clippy: true,
            node: there(),
            npm: there(),
            chromium: there(),
            chromedriver: there(),
            firefox: there(),
            geckodriver: there(),
            webkit_driver: there(),
            xvfb: there(),
            git: there(),
            hugo: there(),
            kramdown: there(),
            pdftotext: there(),
            typos: there(),
            python: None,
        }
    }

    #[test]
    fn a_complete_machine_lacks_nothing() {
        assert_eq!(missing(&complete(), Goal::Test), []);
        assert_eq!(missing(&complete(), Goal::Build), []);
    }

    #[test]
    fn a_build_needs_no_browser() {
        let left = missing(&Machine::default(), Goal::Build);
        assert_eq!(names(&left), "rustc-web cargo-web rust-web-src lld-22 nodejs npm");
    }

    #[test]
    fn the_checks_need_everything() {
        let left = missing(&Machine::default(), Goal::Test);
        assert_eq!(
            names(&left),
            "rustc-web cargo-web rust-web-src lld-22 nodejs npm rust-web-clippy chromium chromium-driver firefox-esr \
             webkit2gtk-driver xvfb git hugo kramdown poppler-utils python3 python3-venv typos geckodriver"
        );
    }

    #[test]
    fn only_missing_programs_are_installed() {
        let machine = Machine { chromedriver: None, geckodriver: None, ..complete() };
        assert_eq!(missing(&machine, Goal::Test), [Missing::Package("chromium-driver"), Missing::Geckodriver]);
        assert_eq!(missing(&machine, Goal::Build), []);
    }

    #[test]
    fn other_machines_are_told_what_to_run() {
        let machine = Machine { root: false, chromium: None, ..complete() };
        let error = refuse_unless_installable(&machine, &[Missing::Package("chromium")]).unwrap_err().to_string();
        assert!(error.contains("apt-get install --no-install-recommends chromium\n"), "{error}");
        assert!(!error.contains("rustup"), "{error}");

        let bare = Machine::default();
        let error = refuse_unless_installable(&bare, &missing(&bare, Goal::Build)).unwrap_err().to_string();
        assert!(error.contains("rustup component add rust-src"), "{error}");
    }

    #[test]
    fn programs_under_target_need_no_root() {
        let machine = Machine { debian: false, root: false, ..complete() };
        assert!(refuse_unless_installable(&machine, &[Missing::Geckodriver, Missing::Typos]).is_ok());
    }
}
