//! Child processes that end together with the test process.

use std::process::{Child, ChildStdout, Command, Stdio};

/// The shell script between the test process and its child; its comments say how it works.
const SUPERVISE: &str = include_str!("supervise.sh");

/// A child process with a temporary home folder.
///
/// Dropping this ends the process and everything it started. The same happens when the test process ends without
/// dropping anything: by a signal, or at the end of the tests while idle browsers wait for the next test.
pub(crate) struct SupervisedProcess(Child);

impl SupervisedProcess {
    /// Starts a command; returns the process and its standard output.
    ///
    /// # Panics
    /// When there is no shell.
    pub(crate) fn start(command: &Command) -> (Self, ChildStdout) {
        let mut shell = Command::new("sh");
        shell.args(["-c", SUPERVISE, "supervise"]).arg(command.get_program()).args(command.get_args());
        shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let mut child = shell
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("every machine has a shell");
        let output = child.stdout.take().expect("stdout is piped");
        (Self(child), output)
    }
}

impl Drop for SupervisedProcess {
    fn drop(&mut self) {
        // Closing standard input tells the script to end.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
