//! Looks at the machine: which programs it has, and what it may install.

use super::{compiler::WasmCompiler, search_path::on_path};
use crate::project::Project;
use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The programs of the machine; a path is `None` if the program is missing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Machine {
    /// Whether it is Debian itself, whose package names the plan uses.
    pub(crate) debian: bool,
    /// Whether packages may be installed.
    pub(crate) root: bool,
    /// The compiler of the wasm.
    pub(crate) compiler: Option<WasmCompiler>,
    /// Whether that compiler has a linter.
    pub(crate) wasm_clippy: bool,
    pub(crate) node: Option<PathBuf>,
    pub(crate) npm: Option<PathBuf>,
    pub(crate) chromium: Option<PathBuf>,
    pub(crate) chromedriver: Option<PathBuf>,
    pub(crate) firefox: Option<PathBuf>,
    pub(crate) geckodriver: Option<PathBuf>,
    pub(crate) webkit_driver: Option<PathBuf>,
    pub(crate) xvfb: Option<PathBuf>,
    pub(crate) git: Option<PathBuf>,
    pub(crate) hugo: Option<PathBuf>,
    pub(crate) kramdown: Option<PathBuf>,
    pub(crate) pdftotext: Option<PathBuf>,
    pub(crate) typos: Option<PathBuf>,
    /// A Python that can make environments; only looked for while `typos` is missing.
    pub(crate) python: Option<PathBuf>,
}

impl Machine {
    /// Looks at the machine.
    pub(crate) fn look(project: &Project) -> Self {
        let tools = project.tools();
        let typos = on_path("typos").or_else(|| existing(tools.join("typos/bin/typos")));
        let compiler = WasmCompiler::find(project);
        Self {
            debian: is_debian(&fs::read_to_string("/etc/os-release").unwrap_or_default()),
            root: fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0),
            wasm_clippy: compiler.as_ref().is_some_and(WasmCompiler::has_clippy),
            compiler,
            node: on_path("node"),
            npm: on_path("npm"),
            chromium: on_path("chromium"),
            chromedriver: on_path("chromedriver"),
            firefox: on_path("firefox-esr").or_else(|| on_path("firefox")),
            geckodriver: on_path("geckodriver").or_else(|| existing(tools.join("bin/geckodriver"))),
            webkit_driver: on_path("WebKitWebDriver"),
            xvfb: on_path("Xvfb"),
            git: on_path("git"),
            hugo: on_path("hugo"),
            kramdown: on_path("kramdown"),
            pdftotext: on_path("pdftotext"),
            python: if typos.is_some() {
                None
            } else {
                on_path("python3").filter(|python| can_make_environments(python))
            },
            typos,
        }
    }
}

fn existing(path: PathBuf) -> Option<PathBuf> {
    path.is_file().then_some(path)
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line, "ID=debian" | "ID=\"debian\""))
}

/// Whether this Python has the modules for environments, which Debian puts into a package of their own.
fn can_make_environments(python: &Path) -> bool {
    Command::new(python)
        .args(["-c", "import ensurepip, venv"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::is_debian;

    #[test]
    fn debian_is_told_from_its_derivatives() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }
}
