//! The folder with the delivered files.

use crate::cache::named_files;
use anyhow::{Context as _, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// The files to deliver, by their path in `dist/`.
#[derive(Debug, Default)]
pub(crate) struct Dist(BTreeMap<String, Vec<u8>>);

impl Dist {
    /// Adds a file, and returns its name.
    pub(crate) fn add(&mut self, name: String, bytes: Vec<u8>) -> String {
        self.0.insert(name.clone(), bytes);
        name
    }

    /// Every file, by name.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The content of a file.
    pub(crate) fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Makes `folder` hold these files and nothing else. A file with the same content is not written again.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        for (name, path) in named_files(folder)? {
            if !self.0.contains_key(&name) {
                fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            if fs::read(&path).is_ok_and(|old| old == *bytes) {
                continue;
            }
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
    use super::Dist;
    use std::{env, fs, process};

    #[test]
    fn writing_removes_stale_files_and_adds_new_ones() {
        let folder = env::temp_dir().join(format!("career-ladder-dist-{}", process::id()));
        fs::create_dir_all(folder.join("variants")).unwrap();
        fs::write(folder.join("variants/old.html"), "old").unwrap();
        fs::write(folder.join("kept.js"), "kept").unwrap();

        let mut dist = Dist::default();
        dist.add("kept.js".into(), b"kept".to_vec());
        dist.add("new/page.html".into(), b"new".to_vec());
        dist.write(&folder).unwrap();

        assert!(!folder.join("variants/old.html").exists());
        assert_eq!(fs::read(folder.join("kept.js")).unwrap(), b"kept");
        assert_eq!(fs::read(folder.join("new/page.html")).unwrap(), b"new");
        fs::remove_dir_all(folder).unwrap();
    }
}
