//! Builds `dist/` from the sources.
//!
//! Cargo decides what to compile again. Every later step keeps its results, and redoes them only if its inputs change
//! (see [`crate::cache`]). The same sources give the same bytes.

mod dist;
pub(crate) mod esbuild;
pub(crate) mod glue;
mod glue_patches;
mod hashed;
mod ladders;
mod lockstep;
mod names;
mod order;
mod pages;
pub(crate) mod scripts;
mod wasm;
mod yew;

pub(crate) use dist::Dist;
pub(crate) use scripts::LoaderConstants;
pub(crate) use wasm::{TARGET, override_with};
pub(crate) use yew::{Renderer, Yew, prepare as prepare_yew};

use crate::{
    cache::Fingerprint,
    console::{complain, say, step},
    project::{DEFAULT_LADDER, Project},
    setup::Tools,
};
use anyhow::{Context as _, Result, ensure};
use glue::{Bound, Squeezed};
use hashed::{hash, hashed_name};
use ladders::{Bundle, Ladder, Language};
use scripts::{Home, Styles};
use serde_json::{Map, Value, json};
use std::{collections::BTreeMap, path::Path};
use wasm::Program;

/// A finished build: the files of `dist/`, and the role of those that the sizes speak of.
#[derive(Debug)]
pub(crate) struct Built {
    /// Every file.
    pub(crate) dist: Dist,
    /// The names of the widget's files.
    pub(crate) widget: ProgramFiles,
    /// The names of the files that read a site owner's own ladder.
    pub(crate) reader: ProgramFiles,
    /// The names of the files with what a reader rarely uses.
    pub(crate) extras: ProgramFiles,
    /// Each ladder's name, with its language if it is a translation, and the stem of its files' names.
    pub(crate) ladders: Vec<(String, String)>,
    /// Each language but English, and the name of the file with its words.
    pub(crate) words: Vec<(String, String)>,
    /// The loader without first screen and styles, which travel inside it.
    pub(crate) bare_loader: Vec<u8>,
    /// The styles that travel inside the loader.
    pub(crate) styles: String,
    /// The first screens as they travel inside the loader.
    pub(crate) screens: Vec<u8>,
    /// The inputs of the scripts that only the packages have.
    pub(crate) parts: Parts,
    /// The id of each ladder, a language, and the ladder in it as a fragment of HTML to read without scripts.
    pub(crate) readable: Vec<(String, String, String)>,
    /// Why the widget has Yew's own renderer although the small one was asked for.
    pub(crate) misfit: Option<String>,
}

impl Built {
    /// The content of a file.
    pub(crate) fn file(&self, name: &str) -> Result<&[u8]> {
        self.dist.get(name).with_context(|| format!("{name} is not in dist/"))
    }
}

/// The inputs of the scripts that only the packages have.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The inputs that all steps have in common.
    pub(crate) recipe: Fingerprint,
    /// The values that the build puts into the loader.
    pub(crate) constants: LoaderConstants,
    /// The languages other than English, as `www/languages/languages.js` takes them.
    pub(crate) languages: Value,
    /// The programs, each with the name of its glue in `dist/`.
    pub(crate) programs: Vec<(String, Compiled)>,
}

/// A program before its glue is bundled.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Its sources and constants.
    pub(crate) shipment: Shipment,
    /// The files of wasm-bindgen.
    pub(crate) bound: Bound,
    /// The wasm after wasm-opt, with the names that this shortened.
    pub(crate) squeezed: Squeezed,
}

/// The names of a program's files in `dist/`.
#[derive(Clone, Debug)]
pub(crate) struct ProgramFiles {
    /// The JavaScript side.
    pub(crate) glue: String,
    /// The compiled program.
    pub(crate) wasm: String,
}

/// How the names of packed ladders end. Some servers (IIS) refuse files whose ending they do not know; this one they know.
pub(crate) const PACKED: &str = "bin";

/// The one URL that site owners need to know.
pub(crate) const LOADER: &str = "career-ladder.js";

/// Builds the product into `folder`, for a loader that lies beside its files.
pub(crate) fn build(project: &Project, tools: &Tools, renderer: Renderer, folder: &Path) -> Result<Built> {
    build_with_base(project, tools, renderer, folder, "")
}

/// Builds the product into `folder`. The loader looks for the other files in `base`, unless it is empty.
pub(crate) fn build_with_base(
    project: &Project,
    tools: &Tools,
    renderer: Renderer,
    folder: &Path,
    base: &str,
) -> Result<Built> {
    let recipe = recipe(project)?;
    lockstep::check(project)?;
    let mut dist = Dist::default();
    let styles = step("styles", |step| scripts::styles(project, tools, step, &recipe))?;
    let yew = step("yew", |step| yew::prepare(project, step, renderer))?;
    let misfit = if let Yew::Published { misfit } = &yew { misfit.clone() } else { None };
    if let Some(misfit) = &misfit {
        complain(&format!("\nwarning: {misfit}\n"));
    }
    let bundle = step("ladders", |step| ladders::bundle(project, step, &recipe))?;
    // The widget imports the extras by name.
    let mut programs = Vec::new();
    let mut ship = |dist: &mut Dist, shipment| ship(project, tools, &recipe, dist, &mut programs, shipment);
    let extras = ship(&mut dist, Shipment::extras(&styles, &bundle.extras))?;
    let widget = ship(&mut dist, Shipment::widget(yew, &styles, &extras))?;
    let shipped = ship_ladders(&mut dist, &bundle);
    let list = Value::from(shipped.list);
    let languages_file =
        step("languages", |step| scripts::languages(project, tools, step, &recipe, Home::Dist, &list))?;
    let languages_file = dist.add(hashed_name("languages", "js", &languages_file), languages_file);
    let bundled = ladders::ship_texts(project, &mut dist)?;
    let reader = ship(&mut dist, Shipment::reader(&bundled))?;
    ensure!(!shipped.here.is_empty(), "there is no ladders/{DEFAULT_LADDER}.json");

    let constants = LoaderConstants {
        glue: widget.glue.clone(),
        wasm: widget.wasm.clone(),
        reader_glue: reader.glue.clone(),
        reader_wasm: reader.wasm.clone(),
        languages: languages_file,
        ladders: shipped.hashes,
        here: shipped.here.clone(),
        styles: styles.prerendered.clone(),
        base: base.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let (loader, bare_loader) = step("loader", |step| scripts::loader(project, tools, step, &recipe, &constants))?;
    dist.add(LOADER.to_owned(), loader);
    for script in scripts::OCCASIONAL {
        let (name, code) = step(script, |step| scripts::occasional(project, tools, step, &recipe, Home::Dist, script))?;
        dist.add(name, code);
    }
    pages::add(project, &mut dist)?;
    for (name, page) in bundle.pages {
        dist.add(name, page);
    }
    dist.write(folder)?;
    let shown = folder.strip_prefix(project.root()).unwrap_or(folder).display();
    say(&format!("       {shown}/ holds {} files", dist.files().count()));
    let screens = serde_json::to_vec(&shipped.here)?;
    let styles = styles.prerendered;
    Ok(Built {
        dist,
        widget,
        reader,
        extras,
        ladders: shipped.stems,
        words: shipped.words,
        bare_loader,
        styles,
        screens,
        parts: Parts { recipe, constants, languages: list, programs },
        readable: bundle.readable,
        misfit,
    })
}

/// A program on its way into `dist/`.
#[derive(Debug)]
pub(crate) struct Shipment {
    program: Program,
    /// The beginning of its files' names.
    name: &'static str,
    /// The beginning of its results' names in the cache, and the name of its steps.
    cached_as: &'static str,
    /// The script that is bundled with the glue, by its path in `www/`.
    script: &'static str,
    /// The texts and numbers that the build puts into this script, by the names it has for them.
    constants: BTreeMap<String, Value>,
}

impl Shipment {
    fn widget(yew: Yew, styles: &Styles, extras: &ProgramFiles) -> Self {
        let name = "career-ladder";
        let cached_as = match yew {
            Yew::Patched(_) => name,
            Yew::Published { .. } => "career-ladder-plain-yew",
        };
        let constants = constants([("__CSS__", &styles.program), ("__EXTRAS__", &extras.glue)]);
        Self { program: Program::Widget(yew), name, cached_as, script: "program/main.js", constants }
    }

    fn reader(bundled: &String) -> Self {
        let name = "career-ladder-reader";
        let constants = constants([("__BUNDLED__", bundled)]);
        Self { program: Program::Reader, name, cached_as: name, script: "ladder-reader/main.js", constants }
    }

    fn extras(styles: &Styles, words: &Value) -> Self {
        let name = "career-ladder-extras";
        let mut constants = constants([
            ("__CSS__", &styles.extras),
            ("__PAPER_CSS__", &styles.paper),
            ("__WORDS__", &words["english"].as_str().unwrap_or_default().to_owned()),
        ]);
        for (key, index) in words["keys"].as_object().into_iter().flatten() {
            constants.insert(format!("WORD.{key}"), index.clone());
        }
        Self { program: Program::Extras, name, cached_as: name, script: "extras/main.js", constants }
    }
}

fn constants<const N: usize>(texts: [(&str, &String); N]) -> BTreeMap<String, Value> {
    texts.map(|(name, text)| (name.to_owned(), Value::from(text.clone()))).into()
}

/// Compiles a program and adds its files.
fn ship(
    project: &Project,
    tools: &Tools,
    recipe: &Fingerprint,
    dist: &mut Dist,
    programs: &mut Vec<(String, Compiled)>,
    shipment: Shipment,
) -> Result<ProgramFiles> {
    let cached_as = shipment.cached_as;
    let named = |name: &str| format!("{cached_as}: {name}");
    let compiled = step(&named("wasm"), |step| wasm::compile(project, tools, step, &shipment.program))?;
    let bound = step(&named("wasm-bindgen"), |step| glue::bind(project, step, recipe, &shipment, &compiled))?;
    let squeezed = step(&named("wasm-opt"), |step| glue::squeeze(project, tools, step, recipe, &shipment, &bound))?;
    let compiled = Compiled { shipment, bound, squeezed };
    let glue = step(&named("glue"), |step| {
        let recipe = scripts::sources(project, recipe, "js")?;
        glue::minify(project, tools, step, &recipe, Home::Dist, &compiled)
    })?;
    let Compiled { shipment, squeezed, .. } = &compiled;
    let glue = dist.add(hashed_name(shipment.name, "glue.js", &glue), glue);
    let wasm = dist.add(squeezed.file(shipment), squeezed.wasm.clone());
    programs.push((glue.clone(), compiled));
    Ok(ProgramFiles { glue, wasm })
}

/// The inputs that all steps have in common: the source of the build, and the versions of its tools.
fn recipe(project: &Project) -> Result<Fingerprint> {
    let root = project.root();
    Fingerprint::default()
        .folder(&root.join("xtask/src/build"))?
        .file(&root.join("Cargo.lock"))?
        .file(&root.join("package-lock.json"))
}

/// The ladders, as the loader and the sizes refer to them.
struct Shipped {
    /// Name of every ladder, with its language if it is a translation, and the stem of its files' names.
    stems: Vec<(String, String)>,
    /// Tag of every language but English, and the name of the file with its words.
    words: Vec<(String, String)>,
    /// Id of every ladder, and the hash in the names of its files.
    hashes: Vec<[String; 2]>,
    /// The languages other than English by tag, as `www/languages/languages.js` describes them.
    list: Map<String, Value>,
    /// The default ladder's first screens, which have no files: they travel inside the loader.
    here: Map<String, Value>,
}

fn ship_ladders(dist: &mut Dist, bundle: &Bundle) -> Shipped {
    let mut here = Map::new();
    let (mut stems, mut words, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    let mut translations: Vec<(&Ladder, String)> = Vec::new();
    for ladder in &bundle.ladders {
        let screens = [("ladder", Some(&ladder.first_screen)), ("quiz", ladder.first_question.as_ref())];
        let screens = screens.into_iter().filter_map(|(kind, screen)| Some((kind.to_owned(), screen?.clone())));
        let mut parts = vec![(PACKED.to_owned(), ladder.bytes.clone())];
        if ladder.id == DEFAULT_LADDER && ladder.lang.is_none() {
            here.extend(screens);
        } else {
            // Not `.json`: Parcel would make a script of a file with that ending.
            parts.extend(screens.map(|(kind, screen)| (format!("{kind}.txt"), screen.to_string().into_bytes())));
        }
        // One hash for all of them: the loader, or the list of languages, has to know it.
        let hash = hash(&parts.iter().flat_map(|(_, bytes)| bytes).copied().collect::<Vec<_>>());
        let name = ladder.name();
        let stem = format!("{name}-{hash}");
        for (kind, bytes) in parts {
            dist.add(format!("{stem}.{kind}"), bytes);
        }
        stems.push((name, stem.clone()));
        match ladder.lang {
            Some(_) => translations.push((ladder, stem)),
            None => hashes.push([ladder.id.clone(), hash]),
        }
    }
    let mut list = Map::new();
    for Language { lang, direction, words: text } in &bundle.languages {
        let file = dist.add(hashed_name(&format!("words-{lang}"), "txt", text), text.clone());
        let ladders = translations.iter().filter(|(ladder, _)| ladder.lang.as_ref() == Some(lang));
        let ladders: Map<_, _> = ladders.map(|(ladder, stem)| (ladder.id.clone(), stem.clone().into())).collect();
        let mut entry = json!({ "words": file, "ladders": ladders });
        if direction == "rtl" {
            entry["dir"] = direction.clone().into();
        }
        // The script takes subtags off a tag until it is in the list, so `pt-PT` finds `pt`.
        let tag = lang.to_ascii_lowercase();
        list.insert(tag.split('-').next().unwrap_or(&tag).to_owned(), entry);
        words.push((lang.clone(), file));
    }
    Shipped { stems, words, hashes, list, here }
}
