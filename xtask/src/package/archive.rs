//! Writes zip files. The same files give the same bytes.

use super::folder::Folder;
use anyhow::{Context as _, Result};
use std::{fs::File, io::Write as _, path::Path};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Writes a folder's files into a zip, below `top`.
pub(crate) fn write_zip(folder: &Folder, top: &str, target: &Path) -> Result<()> {
    let file = File::create(target).with_context(|| format!("cannot write {}", target.display()))?;
    let mut zip = ZipWriter::new(file);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in folder.files() {
        zip.start_file(format!("{top}/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    zip.finish()?;
    Ok(())
}
