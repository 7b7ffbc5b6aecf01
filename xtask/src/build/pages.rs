//! Adds the files that are delivered as they are.

use super::Dist;
use crate::{cache::named_files, project::Project};
use anyhow::{Context as _, Result};
use std::{fs, path::Path};

/// Adds the site's page, the style sheet of the ladders' pages, the frame, the types and the demonstrations.
pub(crate) fn add(project: &Project, dist: &mut Dist) -> Result<()> {
    let mut add = |name: &str, path: &Path| -> Result<()> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        dist.add(name.to_owned(), bytes);
        Ok(())
    };
    add("index.html", &project.root().join("index.html"))?;
    let www = project.www();
    add("favicon.svg", &www.join("favicon.svg"))?;
    for name in ["career-ladder.d.ts", "career-ladder-react.d.ts", "career-ladder-react18.d.ts"] {
        add(name, &www.join(name))?;
    }
    for name in ["embed.html", "embed.js"] {
        add(name, &www.join("forms").join(name))?;
    }
    add("page.css", &www.join("pages").join("page.css"))?;
    if www.join("variants").exists() {
        for (name, path) in named_files(&www.join("variants"))? {
            add(&format!("variants/{name}"), &path)?;
        }
    }
    Ok(())
}
