//! `career-ladder schema`.

use std::process::ExitCode;

use career_ladder_core::format;
use pico_args::Arguments;

/// Prints the JSON Schema of ladder files.
pub(super) fn run(arguments: Arguments) -> ExitCode {
    if let Some(argument) = arguments.finish().first() {
        return super::misuse(&format!("`schema` takes no argument `{}`", argument.to_string_lossy()));
    }
    super::print(&format!("{:#}\n", format::schema()))
}
