//! Measures files as they are sent to a reader: raw and compressed.

use crate::{cache::sha256, project::Project};
use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, io::Write as _, ops::Add, path::PathBuf};

/// Sizes in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Weight {
    /// Without compression.
    pub(super) raw: usize,
    /// With `gzip -9`.
    pub(super) gzip: usize,
    /// With Brotli at quality 11 and a window of 2^22 bytes, the highest settings that servers use.
    pub(super) brotli: usize,
}

impl Weight {
    fn of(bytes: &[u8]) -> Self {
        Self { raw: bytes.len(), gzip: gzip(bytes).len(), brotli: brotli(bytes).len() }
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Weighs files, and remembers the weights by content: Brotli at its highest quality is slow.
#[derive(Debug, Default)]
pub(super) struct Scales {
    file: Option<PathBuf>,
    known: BTreeMap<String, Weight>,
    seen: BTreeMap<String, Weight>,
}

impl Scales {
    /// Scales with the weights of earlier runs.
    pub(super) fn open(project: &Project) -> Self {
        let file = project.cache().join("sizes.json");
        let known = fs::read(&file).ok().and_then(|known| serde_json::from_slice(&known).ok()).unwrap_or_default();
        Self { file: Some(file), known, seen: BTreeMap::new() }
    }

    /// Weighs `bytes`.
    pub(super) fn weigh(&mut self, bytes: &[u8]) -> Weight {
        let hash = sha256(bytes);
        let weight = self.known.get(&hash).copied().unwrap_or_else(|| Weight::of(bytes));
        self.known.insert(hash.clone(), weight);
        self.seen.insert(hash, weight);
        weight
    }

    /// Saves the weights of this run for the next.
    pub(super) fn close(self) -> Result<()> {
        if let Some(file) = &self.file {
            fs::write(file, serde_json::to_vec(&self.seen)?)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).and_then(|()| gzip.finish()).expect("memory takes all bytes")
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters).expect("memory takes all bytes");
    out
}

#[cfg(test)]
mod tests {
    use super::{Scales, Weight};

    #[test]
    fn compression_compresses() {
        let weight = Scales::default().weigh(&[7; 5000]);
        assert_eq!(weight.raw, 5000);
        assert!((1..60).contains(&weight.gzip), "{weight:?}");
        assert!((1..30).contains(&weight.brotli), "{weight:?}");
    }

    #[test]
    fn weights_add_up() {
        let one = Weight { raw: 3, gzip: 2, brotli: 1 };
        assert_eq!(one + one, Weight { raw: 6, gzip: 4, brotli: 2 });
    }
}
