//! The WordPress plugin.

use super::{Folder, add_common, archive::write_zip, widget_files};
use crate::{build::Built, project::Project};
use anyhow::Result;
use std::path::Path;

/// Packs the plugin into `target`.
pub(crate) fn pack(project: &Project, built: &Built, target: &Path) -> Result<()> {
    let version = &built.parts.constants.version;
    let sources = project.root().join("packages/wordpress");
    if !sources.exists() {
        return Ok(());
    }
    let mut package = Folder::default();
    package.add_folder("", &sources)?;
    package.fill("VERSION", version)?;
    for (name, bytes) in widget_files(built) {
        package.add(&format!("assets/{name}"), bytes);
    }
    add_common(project, &mut package)?;
    write_zip(&package, "career-ladder", &target.join(format!("career-ladder-wordpress-{version}.zip")))
}
