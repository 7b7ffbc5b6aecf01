//! From the sources to `dist/`.
//!
//! Cargo knows itself what to compile again; every later step keeps its results by content (see [`crate::cache`]).
//! The same sources give the same bytes.

mod dist;
mod esbuild;
mod glue;
mod hashed;
mod ladders;
mod lockstep;
mod names;
mod pages;
mod scripts;
mod shims;
mod wasm;
mod yew;

pub(crate) use dist::Dist;

use crate::{
    cache::Fingerprint,
    console::{say, step},
    project::{DEFAULT_LADDER, Project},
    setup::Tools,
};
use anyhow::{Result, ensure};
use hashed::{hash, hashed_name};
use ladders::Ladder;
use scripts::LoaderConstants;
use serde_json::{Map, Value};
use wasm::Program;

/// A finished build: what was written, and which of it is what.
#[derive(Debug)]
pub(crate) struct Built {
    /// Everything in `dist/`.
    pub(crate) dist: Dist,
    /// The name of the wasm's JavaScript side.
    pub(crate) glue: String,
    /// The name of the wasm.
    pub(crate) wasm: String,
    /// The names of glue and wasm of what reads a site owner's own ladder.
    pub(crate) reader: [String; 2],
    /// Each ladder's id, and the name of its file.
    pub(crate) ladders: Vec<(String, String)>,
    /// The loader without first screen and styles, which travel inside it.
    pub(crate) bare_loader: Vec<u8>,
    /// The styles that travel inside the loader.
    pub(crate) styles: String,
    /// The first screens as they travel inside the loader.
    pub(crate) screens: Vec<u8>,
}

/// The one URL that anyone needs to know.
pub(crate) const LOADER: &str = "career-ladder.js";

/// Builds `dist/`.
pub(crate) fn build(project: &Project, tools: &Tools) -> Result<Built> {
    let recipe = recipe(project)?;
    lockstep::check(project)?;
    let mut dist = Dist::default();
    let styles = step("styles", |step| scripts::styles(project, tools, step, &recipe))?;
    let yew = step("yew", |step| yew::prepare(project, step))?;
    let beside = ("career-ladder", "program/main.js", &*styles.program);
    let (glue, wasm) = ship_program(project, tools, &recipe, &mut dist, &Program::Widget { yew }, beside)?;
    let beside = ("career-ladder-reader", "ladder-reader/main.js", "");
    let (reader_glue, reader_wasm) = ship_program(project, tools, &recipe, &mut dist, &Program::Reader, beside)?;
    let ladders = step("ladders", |step| ladders::bundle(project, step, &recipe))?;

    let shipped = ship_ladders(&mut dist, &ladders);
    ensure!(!shipped.here.is_empty(), "there is no ladders/{DEFAULT_LADDER}.json");

    let constants = LoaderConstants {
        glue: glue.clone(),
        wasm: wasm.clone(),
        reader_glue: reader_glue.clone(),
        reader_wasm: reader_wasm.clone(),
        ladders: shipped.hashes,
        here: shipped.here.clone(),
        styles: styles.prerendered.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let (loader, bare_loader) = step("loader", |step| scripts::loader(project, tools, step, &recipe, &constants))?;
    dist.add(LOADER.to_owned(), loader);
    pages::add(project, &mut dist)?;
    dist.write(&project.dist())?;
    say(&format!("       dist/ holds {} files", dist.files().count()));

    Ok(Built {
        dist,
        glue,
        wasm,
        reader: [reader_glue, reader_wasm],
        ladders: shipped.files,
        bare_loader,
        styles: styles.prerendered,
        screens: serde_json::to_vec(&shipped.here)?,
    })
}

/// Compiles a program and puts it into `dist/`, its glue together with the script and the styles that are `beside` it;
/// gives the names of the glue and of the wasm.
fn ship_program(
    project: &Project,
    tools: &Tools,
    recipe: &Fingerprint,
    dist: &mut Dist,
    program: &Program,
    (name, beside, styles): (&str, &str, &str),
) -> Result<(String, String)> {
    let compiled = step(&format!("{name}: wasm"), |step| wasm::compile(project, tools, step, program))?;
    let bound = step(&format!("{name}: wasm-bindgen"), |step| glue::bind(project, step, recipe, name, &compiled))?;
    let squeezed =
        step(&format!("{name}: wasm-opt"), |step| glue::squeeze(project, tools, step, recipe, name, &bound))?;
    let glue = step(&format!("{name}: glue"), |step| {
        let recipe = scripts::sources(project, recipe, "js")?;
        glue::minify(project, tools, step, &recipe, (name, beside, styles), &bound, &squeezed)
    })?;
    let glue = dist.add(hashed_name(name, "glue.js", &glue), glue);
    let wasm = dist.add(hashed_name(name, "wasm", &squeezed.wasm), squeezed.wasm);
    Ok((glue, wasm))
}

/// What every step depends on besides its own inputs: how it is done, and with which versions.
fn recipe(project: &Project) -> Result<Fingerprint> {
    let root = project.root();
    Fingerprint::default()
        .folder(&root.join("xtask/src/build"))?
        .file(&root.join("Cargo.lock"))?
        .file(&root.join("package-lock.json"))
}

/// What the loader is told about the ladders.
struct Shipped {
    /// Id and name of every ladder's file.
    files: Vec<(String, String)>,
    /// Id of every ladder, and the hash in the names of its files.
    hashes: Vec<[String; 2]>,
    /// The default ladder's first screens, which have no files: they travel inside the loader.
    here: Map<String, Value>,
}

fn ship_ladders(dist: &mut Dist, ladders: &[Ladder]) -> Shipped {
    let mut shipped = Shipped { files: Vec::new(), hashes: Vec::new(), here: Map::new() };
    for ladder in ladders {
        let id = &ladder.id;
        let screens = [("ladder", Some(&ladder.first_screen)), ("quiz", ladder.first_question.as_ref())];
        let screens = screens.into_iter().filter_map(|(kind, screen)| Some((kind.to_owned(), screen?.clone())));
        let mut files = vec![("ladder".to_owned(), ladder.bytes.clone())];
        if id == DEFAULT_LADDER {
            shipped.here.extend(screens);
        } else {
            files.extend(screens.map(|(kind, screen)| (format!("{kind}.json"), screen.to_string().into_bytes())));
        }
        // One hash for all of them: the loader has to know it.
        let hash = hash(&files.iter().flat_map(|(_, bytes)| bytes).copied().collect::<Vec<_>>());
        for (kind, bytes) in files {
            dist.add(format!("{id}-{hash}.{kind}"), bytes);
        }
        shipped.files.push((id.clone(), format!("{id}-{hash}.ladder")));
        shipped.hashes.push([id.clone(), hash]);
    }
    shipped
}
