//! Keeps the results of each build step beside a fingerprint of its inputs, so that nothing is done twice.

use crate::{console::Step, project::Project};
use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};
use walkdir::WalkDir;

/// The hex digits of the SHA-256 of `bytes`.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// All inputs of a step, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fingerprint(String);

impl Fingerprint {
    /// Adds a named value.
    pub(crate) fn value(mut self, name: &str, bytes: &[u8]) -> Self {
        let _ = writeln!(self.0, "{} {name}", sha256(bytes));
        self
    }

    /// Adds a file's content.
    pub(crate) fn file(self, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(self.value(&path.to_string_lossy(), &bytes))
    }

    /// Adds the content of every file under `folder`.
    pub(crate) fn folder(mut self, folder: &Path) -> Result<Self> {
        for file in files(folder)? {
            self = self.file(&file)?;
        }
        Ok(self)
    }
}

/// Every file under `folder`, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// The same, each with its path in the folder, whose parts have slashes between them.
pub(crate) fn named_files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let named = |path: PathBuf| Ok((path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"), path));
    files(folder)?.into_iter().map(named).collect()
}

/// The folder with the results of the step `name`. `make` fills it, unless its content was made from the same inputs.
pub(crate) fn results(
    project: &Project,
    step: &Step,
    name: &str,
    inputs: &Fingerprint,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = project.cache().join(name);
    let stamp = project.cache().join(format!("{name}.inputs"));
    if folder.is_dir() && fs::read_to_string(&stamp).is_ok_and(|old| old == inputs.0) {
        step.note("unchanged");
        return Ok(folder);
    }
    remove(&stamp)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    make(&folder)?;
    fs::write(&stamp, &inputs.0)?;
    Ok(folder)
}

fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, sha256};

    #[test]
    fn sha256_of_nothing() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_fingerprint_tells_names_and_values_apart() {
        let base = Fingerprint::default().value("a", b"1");
        assert_eq!(base, Fingerprint::default().value("a", b"1"));
        assert_ne!(base, Fingerprint::default().value("a", b"2"));
        assert_ne!(base, Fingerprint::default().value("b", b"1"));
    }
}
