//! Where the files under test are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    // By the written path, so that a linked checkout is not left through the link.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("tests/browser lies two folders down")
}

/// The shipped files.
pub fn dist() -> PathBuf {
    env::var_os("CAREER_LADDER_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

/// The packages that npm installed.
pub fn node_modules() -> PathBuf {
    env::var_os("CAREER_LADDER_NODE_MODULES").map_or_else(|| workspace().join("node_modules"), PathBuf::from)
}

/// A program named by an environment variable, else by its first known place, else by its name for `PATH` to find.
pub(crate) fn program(variable: &str, places: &[PathBuf], name: &str) -> PathBuf {
    if let Some(path) = env::var_os(variable) {
        return path.into();
    }
    places.iter().find(|place| place.is_file()).cloned().unwrap_or_else(|| name.into())
}
