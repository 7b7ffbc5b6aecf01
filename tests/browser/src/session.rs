//! A WebDriver session: commands to the driver, each with a time limit.

use crate::driver::{Driver, RESPONSE_TIMEOUT};
use crate::engine::{BrowserEngine, TypeSettings};
use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::Value;
use std::io::{Write, stderr};
use std::panic::resume_unwind;
use tokio::time::timeout;
use url::{ParseError, Url};

/// The panic payload of a test whose browser was lost: its driver stopped answering, or ended the session because the
/// browser had ended. Such an end says nothing about the widget, so the runner repeats the test.
pub(crate) struct LostBrowser;

/// A session with the browser that shows its pages.
pub(crate) struct Session {
    pub(crate) engine: BrowserEngine,
    pub(crate) client: Client,
    // Dropping it ends the browser.
    driver: Driver,
}

/// A command that the client library has no method for.
#[derive(Debug)]
struct RawCommand {
    /// Relative to the session's URL.
    path: String,
    /// The JSON to post; `None` sends a GET request.
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for RawCommand {
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

impl Session {
    /// Joins an idle browser's session, or starts a browser.
    pub(crate) async fn start(engine: BrowserEngine, type_settings: TypeSettings) -> Self {
        let (driver, client) = Driver::acquire(engine, type_settings).await;
        Self { engine, client, driver }
    }

    /// Leaves the browser to the next test.
    pub(crate) async fn release(self) {
        // The page would go on with requests to a site that ends now, and Chromium would log them during the next test.
        let left = match self.engine {
            BrowserEngine::Chromium => self.send(self.client.goto("about:blank")).await,
            _ => Ok(()),
        };
        if left.is_ok() {
            self.driver.release(self.client).await;
        }
    }

    /// Waits for the answer to a command. Panics with [`LostBrowser`] if the session has ended, and after
    /// [`RESPONSE_TIMEOUT`].
    pub(crate) async fn send<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        match timeout(RESPONSE_TIMEOUT, command).await {
            Ok(answer) if !answer.as_ref().is_err_and(CmdError::is_invalid_session_id) => answer,
            _ => {
                // Not by a macro: the test program captures their output and shows it only for tests that fail.
                // `cargo xtask test` counts these lines.
                let _ = writeln!(stderr(), "{:?}: the browser is lost", self.engine);
                resume_unwind(Box::new(LostBrowser))
            }
        }
    }

    /// Sends a GET request to a path below the session's URL.
    pub(crate) async fn get(&self, path: &str) -> Result<Value, CmdError> {
        self.send(self.client.issue_cmd(RawCommand { path: path.into(), body: None })).await
    }

    /// Sends a POST request to a path below the session's URL.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Result<Value, CmdError> {
        self.send(self.client.issue_cmd(RawCommand { path: path.into(), body: Some(body) })).await
    }
}
