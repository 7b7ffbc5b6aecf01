//! Finds the compiler of the wasm. It needs the source of the standard library, which is compiled for size as well.

use super::search_path::on_path;
use crate::project::Project;
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the standard library's source, inside of a compiler's folder.
const STD_SOURCE: &str = "lib/rustlib/src/rust/library";
/// The first minor version of Rust 1 with `panic = "immediate-abort"`.
const OLDEST: u32 = 92;

/// A compiler that can build the wasm together with the standard library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WasmCompiler {
    /// The ordinary toolchain, with its `rust-src` component.
    Ordinary {
        /// LLVM's linker for wasm; `None` if the toolchain has its own.
        linker: Option<PathBuf>,
    },
    /// Debian's `rustc-web`.
    Debian {
        /// LLVM's linker for wasm.
        linker: PathBuf,
    },
}

impl WasmCompiler {
    /// Finds the ordinary toolchain if it can build the wasm, or else Debian's.
    pub(super) fn find(project: &Project) -> Option<Self> {
        Self::ordinary(project).or_else(|| {
            let Self::Debian { linker } = Self::debian() else { return None };
            let usr = Path::new("/usr");
            (has_std_source(usr)
                && is_recent(&usr.join("bin/rustc"))
                && linker.exists()
                && usr.join("bin/cargo").exists())
            .then(Self::debian)
        })
    }

    /// Debian's compiler, whether it is installed or not.
    pub(super) fn debian() -> Self {
        Self::Debian { linker: PathBuf::from("/usr/bin/wasm-ld-22") }
    }

    fn ordinary(project: &Project) -> Option<Self> {
        let rustc = rustc();
        let printed = Command::new(&rustc).args(["--print", "sysroot"]).current_dir(project.root()).output().ok()?;
        let sysroot = PathBuf::from(String::from_utf8(printed.stdout).ok()?.trim());
        if !has_std_source(&sysroot) || !is_recent(Path::new(&rustc)) {
            return None;
        }
        if has_own_linker(&sysroot) {
            return Some(Self::Ordinary { linker: None });
        }
        on_path("wasm-ld-22").or_else(|| on_path("wasm-ld")).map(|linker| Self::Ordinary { linker: Some(linker) })
    }

    /// Whether its linter is installed. The ordinary toolchain is taken to have one; cargo says so if it has not.
    pub(super) fn has_clippy(&self) -> bool {
        match self {
            Self::Ordinary { .. } => true,
            Self::Debian { .. } => Path::new("/usr/bin/cargo-clippy").exists(),
        }
    }

    /// Its cargo, which compiles the standard library too. The settings come through the environment, since a stable cargo
    /// must be able to read Cargo.toml.
    pub(crate) fn cargo(&self, project: &Project) -> Command {
        match self {
            Self::Ordinary { linker } => {
                let mut cargo = project.cargo();
                settings(&mut cargo, linker.as_deref());
                cargo
            }
            Self::Debian { linker } => self.debian_program(project, "cargo", linker),
        }
    }

    /// Its linter: a command that begins with `cargo clippy`.
    pub(crate) fn clippy(&self, project: &Project) -> Command {
        let mut clippy = match self {
            Self::Ordinary { .. } => self.cargo(project),
            // Called directly, since cargo would find rustup's linter first.
            Self::Debian { linker } => self.debian_program(project, "cargo-clippy", linker),
        };
        clippy.arg("clippy");
        clippy
    }

    /// Its cargo, with the linter in the place of the compiler. That way a package outside of the workspace is linted
    /// too, which `cargo clippy` refuses; `lints` are the linter's arguments.
    pub(crate) fn cargo_with_linter(&self, project: &Project, lints: &[String]) -> Command {
        let mut cargo = self.cargo(project);
        cargo.env(
            "RUSTC_WRAPPER",
            match self {
                Self::Ordinary { .. } => "clippy-driver",
                Self::Debian { .. } => "/usr/bin/clippy-driver",
            },
        );
        // As `cargo clippy` hands them on.
        cargo.env("CLIPPY_ARGS", lints.iter().map(|lint| format!("{lint}__CLIPPY_HACKERY__")).collect::<String>());
        cargo
    }

    fn debian_program(&self, project: &Project, program: &str, linker: &Path) -> Command {
        let mut command = Command::new(Path::new("/usr/bin").join(program));
        command.current_dir(project.root());
        command.env_remove("RUSTUP_TOOLCHAIN");
        command.envs([("CARGO", "/usr/bin/cargo"), ("RUSTC", "/usr/bin/rustc"), ("RUSTDOC", "/usr/bin/rustdoc")]);
        settings(&mut command, Some(linker));
        command
    }
}

fn settings(command: &mut Command, linker: Option<&Path>) {
    for name in
        ["RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET"]
    {
        command.env_remove(name);
    }
    command.envs([
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
        ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
    ]);
    if let Some(linker) = linker {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
}

fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"))
}

fn has_std_source(sysroot: &Path) -> bool {
    sysroot.join(STD_SOURCE).is_dir()
}

/// Looks for `rust-lld` under every host triple.
fn has_own_linker(sysroot: &Path) -> bool {
    let Ok(hosts) = sysroot.join("lib/rustlib").read_dir() else { return false };
    hosts.flatten().any(|host| host.path().join("bin/rust-lld").exists())
}

fn is_recent(rustc: &Path) -> bool {
    let Ok(printed) = Command::new(rustc).arg("--version").output() else { return false };
    minor_version(&String::from_utf8_lossy(&printed.stdout)).is_some_and(|minor| minor >= OLDEST)
}

/// The 95 of `rustc 1.95.0 (…)`.
fn minor_version(printed: &str) -> Option<u32> {
    printed.strip_prefix("rustc 1.")?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::minor_version;

    #[test]
    fn the_minor_version_is_read() {
        assert_eq!(minor_version("rustc 1.96.0 (30a34c682 2026-05-25) (built from a source tarball)\n"), Some(96));
        assert_eq!(minor_version("rustc 1.63.0"), Some(63));
        assert_eq!(minor_version("gcc 12"), None);
    }
}
