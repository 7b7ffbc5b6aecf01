//! The three engines and how each is started.

use crate::paths::{program, workspace};
use serde_json::{Map, Value, json};
use std::process::Command;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver on a display of its own.
    WebKit,
}

impl Engine {
    /// The command that serves one WebDriver session on `port`.
    pub(crate) fn driver(self, port: u16) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new(program("CHROMEDRIVER", &[], "chromedriver"));
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let installed = workspace().join("target/tools/bin/geckodriver");
                let mut command = Command::new(program("GECKODRIVER", &[installed], "geckodriver"));
                // A websocket port is always opened, and its default is the same for every driver.
                command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("WEBKIT_WEBDRIVER", &[], "WebKitWebDriver"));
                command.args(["-p", &port.to_string()]);
                // No accessibility bus and no graphics card: both only cost time here.
                command.env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
                command
            }
        }
    }

    /// What the session is asked for.
    pub(crate) fn capabilities(self) -> Map<String, Value> {
        // "eager": a test may hold a script back and still look at the page meanwhile.
        let mut wanted = json!({ "pageLoadStrategy": "eager", "timeouts": { "script": 60_000, "pageLoad": 60_000 } });
        match self {
            Self::Chromium => {
                wanted["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                wanted["goog:chromeOptions"] = json!({
                    "binary": program("CHROMIUM", &["/usr/bin/chromium".into()], "chromium"),
                    // The later half keeps the browser from calling home, which stalls a machine without a network.
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1300,950",
                        "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync",
                    ],
                });
            }
            Self::Firefox => {
                wanted["moz:firefoxOptions"] = json!({
                    "binary": program("FIREFOX", &["/usr/bin/firefox-esr".into()], "firefox"),
                    "args": ["-headless", "-width", "1300", "-height", "950"],
                    // A page's width does not depend on its height.
                    "prefs": { "ui.useOverlayScrollbars": 1 },
                });
            }
            Self::WebKit => {
                // Its driver loses the answer to a script that runs during an eager load. `Page::go` waits by itself.
                wanted["pageLoadStrategy"] = json!("none");
                wanted["timeouts"]["script"] = json!(30_000);
            }
        }
        let Value::Object(wanted) = wanted else { unreachable!("written as an object above") };
        wanted
    }
}
