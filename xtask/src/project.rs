//! Where the parts of the project lie.

use anyhow::{Context as _, Result, ensure};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// The id of the ladder whose first screen travels inside the loader.
pub(crate) const DEFAULT_LADDER: &str = "product";

/// The working copy.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The working copy that this program was started from.
    pub(crate) fn find() -> Result<Self> {
        // Asked at run time, not compiled in: a shared target folder may hold the program of another copy.
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(member) => Path::new(&member).parent().context("xtask lies inside the workspace")?.to_owned(),
            None => env::current_dir()?,
        };
        ensure!(root.join("Cargo.lock").exists() || root.join("Cargo.toml").exists(), "run this as `cargo xtask`");
        Ok(Self { root })
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// What is delivered.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Loader, styles and pages as written.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The packages of the lock file, once installed.
    pub(crate) fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// Programs that set-up installs for this project alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// Results kept between builds, see [`crate::cache`].
    pub(crate) fn cache(&self) -> PathBuf {
        self.root.join("target/widget")
    }

    /// The target folder of the wasm's compiler. Apart from the native one, since the compilers differ and would
    /// throw each other's results away.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// The ordinary cargo, started at the root.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        cargo.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            // What the cargo that runs us says about *this* package is not for the next one.
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                cargo.env_remove(name);
            }
        }
        cargo
    }
}
