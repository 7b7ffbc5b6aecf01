//! Commands to the drivers, those that the client library does not know among them.

use crate::page::Page;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::Value;
use std::io::{Write, stderr};
use std::panic::resume_unwind;
use std::time::Duration;
use tokio::time::timeout;
use url::{ParseError, Url};

/// A driver that has not answered after this long never will: scripts and page loads have shorter limits of their own.
pub(crate) const SILENCE: Duration = Duration::from_secs(180);

/// What a test ends with whose driver does not answer. That says nothing of the widget.
pub(crate) struct Silent;

/// A command below the session's address.
#[derive(Debug)]
struct Command {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

impl Page {
    /// Waits for the driver's answer to a command; where none comes, this attempt ends with [`Silent`].
    pub(crate) async fn drive<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        match timeout(SILENCE, command).await {
            Ok(answer) => answer,
            Err(_) => {
                // Not by a macro: what those print is only shown where a test fails.
                let _ = writeln!(stderr(), "{:?}: the driver does not answer", self.engine);
                resume_unwind(Box::new(Silent))
            }
        }
    }

    /// Asks the driver for something.
    pub(crate) async fn ask(&self, path: &str) -> Result<Value, CmdError> {
        self.drive(self.client().issue_cmd(Command { path: path.into(), body: None })).await
    }

    /// Tells the driver to do something.
    pub(crate) async fn tell(&self, path: &str, body: Value) -> Value {
        let command = Command { path: path.into(), body: Some(body) };
        match self.drive(self.client().issue_cmd(command)).await {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{path}: {error}")).await,
        }
    }
}
