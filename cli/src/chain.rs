//! A ladder file together with the files that it extends.

use std::ffi::OsStr;
use std::path::Path;

use career_ladder_core::format::{self, Extends, Problem, Reading, Severity, Source, missing_base};
use career_ladder_core::ladder::Ladder;
use serde_json::{Value, json};

use super::{bundled, file};

/// The texts of a ladder file and of those that it extends.
pub(super) struct Chain {
    /// Name and text of each file, the base first.
    files: Vec<(String, String)>,
    /// The reason why a base could not be read.
    failure: Option<String>,
}

impl Chain {
    /// Reads a ladder file and the files that it extends; `-` stands for standard input. Fails if the file itself cannot
    /// be read.
    pub(super) fn open(file: &OsStr) -> Result<Self, Problem> {
        let text = file::text(file)?;
        let mut chain = Self { files: vec![(file.to_string_lossy().into_owned(), text)], failure: None };
        while let Some(base) = missing_base(&chain.sources()) {
            match read(&base, Path::new(&chain.files[0].0)) {
                Ok(file) => chain.files.insert(0, file),
                Err(message) => {
                    chain.failure = Some(message);
                    break;
                }
            }
        }
        Ok(chain)
    }

    /// The files, the base first.
    pub(super) fn sources(&self) -> Vec<Source<'_>> {
        self.files.iter().map(|(name, text)| Source { name, text }).collect()
    }

    /// The field `extends` of an overlay of this ladder in the file `out`.
    pub(super) fn extends(&self, ladder: &Path, id: &str, out: &Path) -> Value {
        let text = self.files.last().map(|(_, text)| text.as_str());
        if bundled::text(id) == text {
            return json!(id);
        }
        json!(address(ladder, out))
    }

    /// Whether an overlay of this ladder with this text, for the file `out`, has no errors; prints them.
    pub(super) fn takes(&self, text: &str, out: &Path) -> bool {
        let mut sources = self.sources();
        sources.push(Source { name: "", text });
        let problems = format::read_chain(&sources).problems;
        let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        for error in &errors {
            print_error!("{}", error.in_file(&out.to_string_lossy()));
        }
        errors.is_empty()
    }

    /// Whether a result may be written to this file; says why not, if it is the ladder or one that it extends.
    pub(super) fn may_write(&self, out: &Path) -> bool {
        let is_own = self.files.iter().any(|(name, _)| file::is_same(Path::new(name), out));
        if is_own {
            print_error!(
                "{}: is the ladder itself, or one that it extends; name another file with --out",
                out.display()
            );
        }
        !is_own
    }

    /// The ladder, and the problems of all files.
    pub(super) fn read(&self) -> Reading {
        match &self.failure {
            Some(message) => format::read_without_base(&self.sources(), message.clone()),
            None => format::read_chain(&self.sources()),
        }
    }
}

/// The ladder in a file, with the files that it extends. If there are errors, they are printed and the result is `None`.
pub(super) fn ladder_with_bases(file: &OsStr) -> Option<(Ladder, Chain)> {
    let name = file.to_string_lossy();
    let chain = match Chain::open(file) {
        Ok(chain) => chain,
        Err(problem) => {
            print_error!("{}", problem.in_file(&name));
            return None;
        }
    };
    let reading = chain.read();
    for problem in reading.problems.iter().filter(|problem| problem.severity == Severity::Error) {
        print_error!("{}", problem.in_file(&name));
    }
    Some((reading.ladder?, chain))
}

/// The ladder in a file. If it has errors, they are printed and the result is `None`.
pub(super) fn ladder(file: &OsStr) -> Option<Ladder> {
    ladder_with_bases(file).map(|(ladder, _)| ladder)
}

/// The address of a file as a file in another folder, or in the same one, names it: relative, since a site has other folders
/// than a computer.
fn address(file: &Path, from: &Path) -> String {
    let folder_of = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
    };
    let (to, from) = (folder_of(file), folder_of(from));
    let shared = to.components().zip(from.components()).take_while(|(to, from)| to == from).count();
    let mut steps: Vec<String> = from.components().skip(shared).map(|_| "..".to_owned()).collect();
    if steps.is_empty() {
        steps.push(".".to_owned());
    }
    steps.extend(to.components().skip(shared).map(|step| step.as_os_str().to_string_lossy().into_owned()));
    steps.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
    steps.join("/")
}

/// The name and text of the base of a file, or the reason why it cannot be read.
fn read(base: &Extends, file: &Path) -> Result<(String, String), String> {
    if base.is_bundled() {
        let name = base.bundled(&bundled::names())?;
        let text = bundled::text(name).unwrap_or_default();
        return Ok((format!("ladders/{name}.json"), text.to_owned()));
    }
    if base.base.contains("://") {
        return Err("commands fetch nothing; save that ladder beside this file, and write its name".to_owned());
    }
    let path = file.parent().unwrap_or(Path::new("")).join(&base.base);
    let name = path.to_string_lossy().into_owned();
    match file::text(path.as_os_str()) {
        Ok(text) => Ok((name, text)),
        Err(problem) => Err(format!("{name}: {}", problem.message)),
    }
}
