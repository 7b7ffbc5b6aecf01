//! Where the files under test and the installed programs are.

use std::env;
use std::path::{Path, PathBuf};

/// The root folder of the workspace.
pub fn workspace() -> &'static Path {
    // Not canonicalized: a checkout reached through a symbolic link keeps the path it was opened by.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the package is two folders below the workspace")
}

/// The folder of built files: `CAREER_LADDER_DIST`, or else `dist/`.
pub fn dist() -> PathBuf {
    env::var_os("CAREER_LADDER_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from)
}

/// The folder of npm packages: `CAREER_LADDER_NODE_MODULES`, or else `node_modules/`.
pub fn node_modules() -> PathBuf {
    env::var_os("CAREER_LADDER_NODE_MODULES").map_or_else(|| workspace().join("node_modules"), PathBuf::from)
}

/// A program's path: the value of an environment variable, else the first of `candidates` that exists, else the bare
/// name, which `PATH` resolves.
pub(crate) fn program(variable: &str, candidates: &[PathBuf], name: &str) -> PathBuf {
    if let Some(path) = env::var_os(variable) {
        return path.into();
    }
    candidates.iter().find(|path| path.is_file()).cloned().unwrap_or_else(|| name.into())
}
