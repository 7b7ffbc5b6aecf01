//! Checks that the glue and the wasm are made by the same version of wasm-bindgen; they do not fit otherwise.

use crate::project::Project;
use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use std::fs;

const LIBRARY: &str = "wasm-bindgen";
const GENERATOR: &str = "wasm-bindgen-cli-support";

/// The fields of Cargo.lock that are read here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Compares the versions in Cargo.lock.
pub(crate) fn check(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    check_lock(&lock)
}

fn check_lock(lock: &str) -> Result<()> {
    let lock: Lock = toml::from_str(lock).context("cannot read Cargo.lock")?;
    let versions = |name: &str| -> Vec<&str> {
        lock.package.iter().filter(|package| package.name == name).map(|package| package.version.as_str()).collect()
    };
    let (library, generator) = (versions(LIBRARY), versions(GENERATOR));
    ensure!(
        library.len() == 1 && library == generator,
        "Cargo.lock holds {LIBRARY} {} and {GENERATOR} {}; they must be of one version: \
         run `cargo update {LIBRARY} {GENERATOR}`",
        library.join(" and "),
        generator.join(" and "),
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_lock;

    fn case(packages: &[(&str, &str)]) -> Result<(), String> {
        let lock: String = packages
            .iter()
            .map(|(name, version)| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n"))
            .collect();
        check_lock(&lock).map_err(|error| error.to_string())
    }

    #[test]
    fn one_version_passes() {
        assert_eq!(case(&[("wasm-bindgen", "0.2.1"), ("wasm-bindgen-cli-support", "0.2.1"), ("x", "3.0.0")]), Ok(()));
    }

    #[test]
    fn two_versions_fail() {
        let error = case(&[("wasm-bindgen", "0.2.1"), ("wasm-bindgen-cli-support", "0.2.2")]).unwrap_err();
        assert!(
            error.starts_with("Cargo.lock holds wasm-bindgen 0.2.1 and wasm-bindgen-cli-support 0.2.2;"),
            "{error}"
        );
        assert!(case(&[]).is_err());
    }
}
