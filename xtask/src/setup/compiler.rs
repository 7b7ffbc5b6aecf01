//! The compiler of the wasm: one that has the source of the standard library beside it, which is then built along,
//! for size.

use super::machine::on_path;
use crate::project::Project;
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the source of the standard library lies in a compiler's folder.
const STD_SOURCE: &str = "lib/rustlib/src/rust/library";
/// The first minor version of Rust 1 whose cargo has `panic = "immediate-abort"`.
const OLDEST: u32 = 92;

/// A compiler that can build the wasm together with the standard library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WasmCompiler {
    /// The ordinary toolchain, with its `rust-src` component.
    Ordinary {
        /// Where the toolchain brings no linker of its own.
        linker: Option<PathBuf>,
    },
    /// Debian's `rustc-web`.
    Debian {
        /// LLVM's linker for wasm.
        linker: PathBuf,
    },
}

impl WasmCompiler {
    /// The ordinary toolchain if it can do it, or else Debian's.
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

    /// Debian's, whether it is there or not.
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

    /// Whether its linter is installed. The ordinary toolchain's belongs to it; cargo says so if it does not.
    pub(super) fn has_clippy(&self) -> bool {
        match self {
            Self::Ordinary { .. } => true,
            Self::Debian { .. } => Path::new("/usr/bin/cargo-clippy").exists(),
        }
    }

    /// Its cargo, with the standard library built along. The build's settings come through the environment, since
    /// Cargo.toml must stay readable for a stable cargo.
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

    /// Its linter, as far as `cargo clippy`.
    pub(crate) fn clippy(&self, project: &Project) -> Command {
        let mut clippy = match self {
            Self::Ordinary { .. } => self.cargo(project),
            // Not through cargo, which would find rustup's linter first.
            Self::Debian { linker } => self.debian_program(project, "cargo-clippy", linker),
        };
        clippy.arg("clippy");
        clippy
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

/// `rust-lld` lies under the host's triple, whatever that is.
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
    fn versions() {
        assert_eq!(minor_version("rustc 1.96.0 (30a34c682 2026-05-25) (built from a source tarball)\n"), Some(96));
        assert_eq!(minor_version("rustc 1.63.0"), Some(63));
        assert_eq!(minor_version("gcc 12"), None);
    }
}
