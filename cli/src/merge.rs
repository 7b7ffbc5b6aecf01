//! `career-ladder merge`: prints the whole ladder that an overlay makes.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use career_ladder_core::format;
use pico_args::Arguments;

use super::{chain, file};

pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let out = match file::out(&mut arguments) {
        Ok(out) => out,
        Err(error) => return super::misuse(&error.to_string()),
    };
    let files: Vec<OsString> = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`merge` has no option `{option}`"));
    }
    let [file] = &files[..] else {
        return super::misuse("`merge` needs one file");
    };
    let Some((_, chain)) = chain::ladder_with_bases(file) else { return ExitCode::FAILURE };
    if out.as_ref().is_some_and(|out| !chain.may_write(Path::new(out))) {
        return ExitCode::FAILURE;
    }
    match format::merge(&chain.sources()) {
        Some(ladder) => file::write(out.as_deref(), &ladder),
        None => ExitCode::FAILURE,
    }
}
