//! Input and output files, by their names on the command line.

use std::ffi::{OsStr, OsString};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

use career_ladder_core::format::{self, MAX_BYTES, Problem};
use pico_args::Arguments;
use tempfile::NamedTempFile;

use super::bundled;

/// The first argument that looks like an option instead of a file name.
pub(super) fn option(arguments: &[OsString]) -> Option<String> {
    let mut names = arguments.iter().map(|argument| argument.to_string_lossy());
    names.find(|name| name.len() > 1 && name.starts_with('-')).map(Into::into)
}

/// Opens a file; `-` stands for standard input.
pub(super) fn open(file: &OsStr) -> io::Result<Box<dyn Read>> {
    if file == "-" { Ok(Box::new(io::stdin().lock())) } else { Ok(Box::new(File::open(file)?)) }
}

/// The text of a file, or the problem that prevents reading it. One byte over the limit shows that a file is too large.
pub(super) fn text(file: &OsStr) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    let read = open(file).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|failure| {
        let is_name =
            failure.kind() == io::ErrorKind::NotFound && file.to_str().is_some_and(|id| bundled::text(id).is_some());
        let hint =
            if is_name { "; the file of a bundled ladder is in the folder ladders/ of the download" } else { "" };
        Problem::of_file(format!("cannot be read: {failure}{hint}"))
    })?;
    if bytes.len() > MAX_BYTES {
        return Err(Problem::of_file(format!("the file is larger than 1 MiB; at most {MAX_BYTES} bytes are allowed")));
    }
    format::decode(&bytes).map(str::to_owned)
}

/// Whether two names are those of one file that exists.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// The file that `--out` names, if it is there.
pub(super) fn out(arguments: &mut Arguments) -> Result<Option<OsString>, pico_args::Error> {
    arguments.opt_value_from_os_str("--out", |name| Ok::<_, std::convert::Infallible>(name.to_owned()))
}

/// Writes a result to a file; prints it if there is none. If that fails, a file of this name stays as it was.
pub(super) fn write(out: Option<&OsStr>, text: &str) -> ExitCode {
    let Some(out) = out else { return super::print(text) };
    match replace(Path::new(out), text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error!("{}: cannot be written: {error}", out.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

/// Writes a file. If there is an ordinary one of this name, the new one is written beside it, and then takes its place.
fn replace(out: &Path, text: &str) -> io::Result<()> {
    // A link stays a link.
    let path = out.canonicalize().unwrap_or_else(|_| out.to_owned());
    if !path.is_file() {
        return std::fs::write(path, text);
    }
    // A file that may not be written stays, though its folder would let it be replaced.
    let old = OpenOptions::new().append(true).open(&path)?;
    let mut new = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(old.metadata()?.permissions())?;
    new.persist(path)?;
    Ok(())
}
