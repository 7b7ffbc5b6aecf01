//! Looks programs up.

use std::{env, path::PathBuf};

/// The program of this name on the search path.
pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}
