//! The folders and files of the project.

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
    /// Finds the working copy that this program was started from.
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

    /// The folder with the delivered files.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The same product with Yew's own renderer, which only the checks use.
    pub(crate) fn plain_yew_dist(&self) -> PathBuf {
        self.root.join("target/dist-plain-yew")
    }

    /// The sources of loader, styles and pages.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The installed packages of `package-lock.json`.
    pub(crate) fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// The programs that set-up installs for this project alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// The results that are kept between builds, see [`crate::cache`].
    pub(crate) fn cache(&self) -> PathBuf {
        self.root.join("target/widget")
    }

    /// The target folder of the wasm's compiler. In a common one, the two compilers would discard each other's results.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// The ordinary cargo, started at the root.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        cargo.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            // The cargo that runs us sets these about this package, which the next cargo does not build.
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                cargo.env_remove(name);
            }
        }
        cargo
    }
}
