//! The zip to host oneself: the loader, a folder named for the version with all that it loads, the pages, and a page that says
//! what to do.

use super::{Folder, add_common, archive::write_zip, scripts::Scripts, widget_files};
use crate::{
    build::{Built, LOADER},
    console::Step,
};
use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha384};
use std::path::Path;

/// The files that page addresses lead to. They lie beside the loader and take the rest from the versioned folder.
const AT_THE_TOP: [&str; 2] = ["embed.html", "embed.js"];

/// Makes the folder, and packs it into `target`, once as a zip and once as it is.
pub(crate) fn pack(scripts: &Scripts<'_>, step: &Step, built: &Built, standalone: &str, target: &Path) -> Result<()> {
    let version = &scripts.parts.constants.version;
    let mut package = Folder::default();
    package.add_folder("", &scripts.project.root().join("packages/self-hosted"))?;
    for (name, bytes) in widget_files(built) {
        let is_page = AT_THE_TOP.contains(&name);
        package.add(&if is_page { name.to_owned() } else { format!("{version}/{name}") }, bytes);
    }
    for name in ["favicon.svg", "page.css"] {
        package.add(name, built.file(name)?);
    }
    for (name, bytes) in built.dist.files().filter(|(name, _)| name.contains('/')) {
        // The demonstrations load `../career-ladder.js`.
        package.add(&name.replacen("variants/", "demo/", 1), bytes);
    }
    package.add(LOADER, scripts.loader_beside(step, version)?);
    package.add("demo/standalone.js", standalone);
    add_common(scripts.project, &mut package)?;
    package.fill("VERSION", version)?;
    package.fill("INTEGRITY", &integrity(package.get(&format!("{version}/{LOADER}"))?))?;
    package.write(&target.join("self-hosted/career-ladder"))?;
    write_zip(&package, "career-ladder", &target.join(format!("career-ladder-{version}.zip")))
}

/// The value of the attribute `integrity`.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::integrity;

    #[test]
    fn integrity_is_a_sha384_in_base64() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
