//! The files of a package before it is written.

use crate::{build::Dist, cache::named_files};
use anyhow::{Context as _, Result, ensure};
use std::{fs, path::Path};

/// Files by their paths in the package, and what the texts among them have in the place of `{{NAME}}`.
#[derive(Debug, Default)]
pub(crate) struct Folder(Dist);

impl Folder {
    /// Adds a file.
    pub(crate) fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.add(name.to_owned(), bytes.into());
    }

    /// Adds a file as it is.
    pub(crate) fn add_file(&mut self, name: &str, path: &Path) -> Result<()> {
        self.add(name, fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
        Ok(())
    }

    /// Adds every file of a folder; `name` is the folder's in the package, and empty for the top.
    pub(crate) fn add_folder(&mut self, name: &str, folder: &Path) -> Result<()> {
        for (inner, path) in named_files(folder)? {
            self.add_file(&if name.is_empty() { inner } else { format!("{name}/{inner}") }, &path)?;
        }
        Ok(())
    }

    /// Puts `value` in the place of `{{name}}` in every text of a package's own sources. At least one must have it.
    pub(crate) fn fill(&mut self, name: &str, value: &str) -> Result<()> {
        let gap = format!("{{{{{name}}}}}");
        let text = |bytes| std::str::from_utf8(bytes).ok().filter(|text| text.contains(&gap));
        let filled =
            self.files().filter_map(|(name, bytes)| Some((name.to_owned(), text(bytes)?.replace(&gap, value))));
        let filled: Vec<(String, String)> = filled.collect();
        ensure!(!filled.is_empty(), "no file has a place for {gap}");
        for (name, text) in filled {
            self.add(&name, text);
        }
        Ok(())
    }

    /// The content of a file.
    pub(crate) fn get(&self, name: &str) -> Result<&[u8]> {
        self.0.get(name).with_context(|| format!("the package has no {name}"))
    }

    /// Every file with its path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.files()
    }

    /// Makes `target` hold these files and nothing else.
    pub(crate) fn write(&self, target: &Path) -> Result<()> {
        self.0.write(target)
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
