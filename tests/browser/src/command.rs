//! Commands of the drivers that the client library does not know.

use crate::page::Page;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::Value;
use url::{ParseError, Url};

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
    /// Asks the driver for something.
    pub(crate) async fn ask(&self, path: &str) -> Result<Value, CmdError> {
        self.client().issue_cmd(Command { path: path.into(), body: None }).await
    }

    /// Tells the driver to do something.
    pub(crate) async fn tell(&self, path: &str, body: Value) -> Value {
        match self.client().issue_cmd(Command { path: path.into(), body: Some(body) }).await {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{path}: {error}")).await,
        }
    }
}
