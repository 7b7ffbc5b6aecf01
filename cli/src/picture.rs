//! `career-ladder picture`: draws a ladder, or a result on it, as an image to share.

mod painter;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use career_ladder_core::diagram::Layout;
use career_ladder_core::format::unknown_name;
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::picture::{Palette, Picture, PictureInput, Subject, Words, is_right_to_left};
use pico_args::Arguments;

use super::{chain, file};
use painter::Painter;

/// The words of the interface in English.
const WORDS: Words<'_> = Words {
    my_stage: "My stage",
    my_level: "My level",
    between: "Between {0} and {1}",
    joined: "{0} · {1}",
    quoted: "“{0}”",
    foot: "{0} · where do you stand?",
    foot_alone: "Where do you stand?",
};

/// The kinds of images.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Svg,
    Png,
}

/// The options of the command.
struct PictureOptions {
    rung: Option<String>,
    between: Option<String>,
    out: Option<OsString>,
}

pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let options = match PictureOptions::read(&mut arguments) {
        Ok(options) => options,
        Err(error) => return super::misuse(&error.to_string()),
    };
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`picture` has no option `{option}`"));
    }
    let [file] = &files[..] else {
        return super::misuse("`picture` needs one ladder");
    };
    let Some(out) = &options.out else {
        return super::misuse("`picture` needs the file to write, as in `--out picture.png`");
    };
    if options.between.is_some() && options.rung.is_none() {
        return super::misuse("`--between` needs `--rung` too");
    }
    let Some(kind) = kind(Path::new(out)) else {
        return super::misuse("the name after `--out` must end in .svg or .png");
    };
    let Some(ladder) = chain::ladder(file) else { return ExitCode::FAILURE };
    match options.subject(&ladder) {
        Ok(subject) => write(&ladder, subject, kind, Path::new(out)),
        Err(message) => {
            print_error!("{}: {message}", file.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

impl PictureOptions {
    fn read(arguments: &mut Arguments) -> Result<Self, pico_args::Error> {
        Ok(Self {
            rung: arguments.opt_value_from_str("--rung")?,
            between: arguments.opt_value_from_str("--between")?,
            out: file::out(arguments)?,
        })
    }

    /// The subject of the picture. Fails if the ladder has no such rung.
    fn subject(&self, ladder: &Ladder) -> Result<Subject, String> {
        let rung = |id: &Option<String>| id.as_deref().map(|id| rung(ladder, id)).transpose();
        match (rung(&self.rung)?, rung(&self.between)?) {
            (Some(rung), Some(other)) if rung == other => {
                Err(format!("`--rung` and `--between` both name `{}`", ladder.rung(rung).id))
            }
            (Some(rung), Some(other)) => Ok(Subject::Between(rung, other)),
            (Some(rung), None) => Ok(Subject::Clear(rung)),
            (None, _) => Ok(Subject::Ladder),
        }
    }
}

/// The rung with this id, or a message that suggests another one.
fn rung(ladder: &Ladder, id: &str) -> Result<RungId, String> {
    let found = ladder.rung_ids().find(|&rung| ladder.rung(rung).id == id);
    found.ok_or_else(|| unknown_name("rung", id, ladder.rungs.iter().map(|rung| &*rung.id)))
}

/// The kind of image that the ending of a file's name stands for.
fn kind(file: &Path) -> Option<Kind> {
    let ending = file.extension()?.to_str()?;
    let kinds = [("svg", Kind::Svg), ("png", Kind::Png)];
    kinds.into_iter().find(|(name, _)| ending.eq_ignore_ascii_case(name)).map(|(_, kind)| kind)
}

/// Draws the picture and writes it to a file.
fn write(ladder: &Ladder, subject: Subject, kind: Kind, out: &Path) -> ExitCode {
    let painter = Painter::new(&ladder.lang, is_right_to_left(&ladder.lang));
    let picture = picture(ladder, subject, &painter);
    let bytes = match kind {
        Kind::Svg => picture.svg().into_bytes(),
        Kind::Png => painter.png(&picture),
    };
    let missing = painter.missing();
    if !missing.is_empty() {
        print_error!("{}: warning: no font on this machine has all letters; missing: {missing}", out.display());
    }
    match std::fs::write(out, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error!("{}: cannot be written: {error}", out.display());
            ExitCode::FAILURE
        }
    }
}

fn picture(ladder: &Ladder, subject: Subject, painter: &Painter) -> Picture {
    let input = PictureInput {
        ladder,
        layout: &Layout::new(ladder),
        subject,
        words: WORDS,
        palette: Palette::LIGHT,
        is_right_to_left: is_right_to_left(&ladder.lang),
    };
    Picture::new(&input, &|text, font| painter.width(text, font))
}

#[cfg(test)]
mod tests;
