//! Session commands that only chromedriver knows.

use crate::engine::BrowserEngine;
use crate::page_log::{PageError, PageErrorKind};
use crate::session::Session;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

impl Session {
    /// Runs a command of the Chrome DevTools Protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// The warnings and errors that the browser logged since the last call; empty in other engines.
    pub(crate) async fn browser_log(&self) -> Result<Vec<PageError>, CmdError> {
        if self.engine != BrowserEngine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.post("se/log", json!({ "type": "browser" })).await?;
        let entries = log.as_array().into_iter().flatten();
        let severe = entries.filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")));
        let text = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        Ok(severe.map(|entry| PageError { kind: PageErrorKind::BrowserLog, text: text(entry) }).collect())
    }

    /// Undoes what the previous test emulated, and empties the log.
    pub(crate) async fn reset_emulation(&self) -> Result<(), CmdError> {
        if self.engine == BrowserEngine::Chromium {
            self.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await?;
            self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
            self.browser_log().await?;
        }
        Ok(())
    }
}
