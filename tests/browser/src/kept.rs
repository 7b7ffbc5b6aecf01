//! Processes that end when we do.

use std::process::{Child, ChildStdout, Command, Stdio};

/// The shell script that stands between us and the process; it explains itself.
const KEEP: &str = include_str!("keep.sh");

/// A running process with a temporary home. It and all it started end when this is dropped, and also when this
/// process ends without dropping anything: by a signal, or at the end of the tests with browsers kept for the next.
pub(crate) struct Kept(Child);

impl Kept {
    /// Starts it; the second part is what it writes.
    ///
    /// # Panics
    /// When there is no such program.
    pub(crate) fn start(command: &Command) -> (Self, ChildStdout) {
        let mut keeper = Command::new("sh");
        keeper.args(["-c", KEEP, "keep"]).arg(command.get_program()).args(command.get_args());
        keeper.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let mut child = keeper
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("every machine has a shell");
        let output = child.stdout.take().expect("stdout is piped");
        (Self(child), output)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // The script waits for this.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
