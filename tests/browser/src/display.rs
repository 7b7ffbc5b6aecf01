//! A virtual X display for WebKitGTK, which has no headless mode.

use crate::supervised_process::SupervisedProcess;
use std::io::{BufRead, BufReader};
use std::process::Command;

/// A running Xvfb server.
///
/// Each browser has its own: without a window manager, two windows on one display take the focus from each other.
pub(crate) struct Display {
    /// The value of `DISPLAY` for programs that show on it, such as `:99`.
    pub(crate) name: String,
    _server: SupervisedProcess,
}

impl Display {
    /// Starts a server on a free display number.
    ///
    /// # Panics
    /// When Xvfb is not installed.
    pub(crate) fn start() -> Self {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
        let (server, output) = SupervisedProcess::start(&command);
        // The server prints its display number once it accepts connections.
        let mut number = String::new();
        let _ = BufReader::new(output).read_line(&mut number);
        assert!(!number.trim().is_empty(), "Xvfb does not start (Debian: apt-get install xvfb)");
        Self { name: format!(":{}", number.trim()), _server: server }
    }
}
