//! The files of a package before it is written.

use crate::cache::files;
use anyhow::{Context as _, Result, ensure};
use std::{collections::BTreeMap, fs, path::Path};

/// Files by their paths in the package, and what the texts among them have in the place of `{{NAME}}`.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Adds a file.
    pub(crate) fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.to_owned(), bytes.into());
    }

    /// Adds a file as it is.
    pub(crate) fn add_file(&mut self, name: &str, path: &Path) -> Result<()> {
        self.add(name, fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
        Ok(())
    }

    /// Adds every file of a folder; `name` is the folder's in the package, and empty for the top.
    pub(crate) fn add_folder(&mut self, name: &str, folder: &Path) -> Result<()> {
        for path in files(folder)? {
            let inner = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            self.add_file(&if name.is_empty() { inner } else { format!("{name}/{inner}") }, &path)?;
        }
        Ok(())
    }

    /// Puts `value` in the place of `{{name}}` in every text of a package's own sources. At least one must have it.
    pub(crate) fn fill(&mut self, name: &str, value: &str) -> Result<()> {
        let gap = format!("{{{{{name}}}}}");
        let mut count = 0;
        for bytes in self.files.values_mut() {
            if let Ok(text) = std::str::from_utf8(bytes)
                && text.contains(&gap)
            {
                *bytes = text.replace(&gap, value).into_bytes();
                count += 1;
            }
        }
        ensure!(count > 0, "no file has a place for {gap}");
        Ok(())
    }

    /// The content of a file.
    pub(crate) fn get(&self, name: &str) -> Result<&[u8]> {
        self.files.get(name).map(Vec::as_slice).with_context(|| format!("the package has no {name}"))
    }

    /// Every file with its path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Writes all files below `target`.
    pub(crate) fn write(&self, target: &Path) -> Result<()> {
        for (name, bytes) in self.files() {
            let path = target.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;

    #[test]
    fn gaps_are_filled_in_every_text() {
        let mut folder = Folder::default();
        folder.add("a.txt", "version {{VERSION}}");
        folder.add("b.bin", vec![0xff, 0xfe]);
        folder.fill("VERSION", "1.2.3").unwrap();
        assert_eq!(folder.get("a.txt").unwrap(), b"version 1.2.3");
        assert_eq!(folder.get("b.bin").unwrap(), [0xff, 0xfe]);
        assert!(folder.fill("NOTHING", "").unwrap_err().to_string().contains("{{NOTHING}}"));
    }
}
