//! What the machine has.

use super::compiler::WasmCompiler;
use crate::project::Project;
use std::{
    env, fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What was found on the machine; a path is `None` where the program is missing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Machine {
    /// Debian itself: the package names are its own.
    pub(crate) debian: bool,
    /// May install packages.
    pub(crate) root: bool,
    /// Compiles the wasm.
    pub(crate) compiler: Option<WasmCompiler>,
    /// That compiler's linter.
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
            python: if typos.is_some() {
                None
            } else {
                on_path("python3").filter(|python| can_make_environments(python))
            },
            typos,
        }
    }
}

/// The program `name` of the search path.
pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn existing(path: PathBuf) -> Option<PathBuf> {
    path.is_file().then_some(path)
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line, "ID=debian" | "ID=\"debian\""))
}

/// Debian splits that part off its Python.
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
    fn debian_is_told_from_its_children() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }
}
