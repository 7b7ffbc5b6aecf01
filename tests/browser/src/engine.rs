//! The three browser engines, and how each is started.

use crate::paths::{program, workspace};
use serde_json::{Map, Value, json};
use std::process::Command;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserEngine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, driven by WebKitWebDriver on a virtual display.
    WebKit,
}

/// The sizes of type that a reader has set in a browser, in CSS pixels. WebKit's driver cannot set them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSettings {
    /// The size of text that no style sheet sizes.
    pub standard: u32,
    /// No text is smaller than this.
    pub minimum: u32,
}

impl Default for TypeSettings {
    fn default() -> Self {
        Self { standard: 16, minimum: 0 }
    }
}

impl BrowserEngine {
    /// The command that starts a driver for one WebDriver session on `port`.
    pub(crate) fn driver_command(self, port: u16) -> Command {
        let port = port.to_string();
        match self {
            Self::Chromium => {
                let mut command = Command::new(program("CHROMEDRIVER", &[], "chromedriver"));
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let installed = workspace().join("target/tools/bin/geckodriver");
                let mut command = Command::new(program("GECKODRIVER", &[installed], "geckodriver"));
                // The driver always opens a websocket port. All drivers share one default, so ask for a free port.
                command.args(["--port", &port, "--websocket-port", "0"]);
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("WEBKIT_WEBDRIVER", &[], "WebKitWebDriver"));
                command.args(["-p", &port]);
                // The accessibility bus and the graphics card only cost time here.
                command.env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
                command
            }
        }
    }

    /// The WebDriver capabilities that a new session asks for.
    pub(crate) fn capabilities(self, type_settings: TypeSettings) -> Map<String, Value> {
        // "eager": a test may hold a script back and look at the page meanwhile.
        let mut capabilities =
            json!({ "pageLoadStrategy": "eager", "timeouts": { "script": 60_000, "pageLoad": 60_000 } });
        match self {
            Self::Chromium => {
                capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                capabilities["goog:chromeOptions"] = chromium_options(type_settings);
            }
            Self::Firefox => capabilities["moz:firefoxOptions"] = firefox_options(type_settings),
            Self::WebKit => {
                // During an eager load this driver loses the answers of scripts. `Page::goto` waits by itself.
                capabilities["pageLoadStrategy"] = json!("none");
                capabilities["timeouts"]["script"] = json!(30_000);
            }
        }
        let Value::Object(capabilities) = capabilities else { unreachable!("written as an object above") };
        capabilities
    }
}

fn chromium_options(TypeSettings { standard, minimum }: TypeSettings) -> Value {
    let type_sizes = format!("--blink-settings=defaultFontSize={standard},minimumFontSize={minimum}");
    json!({
        "binary": program("CHROMIUM", &["/usr/bin/chromium".into()], "chromium"),
        // From --disable-quic on: requests of the browser's own, which stall on a machine without a network.
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1300,950",
            "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", type_sizes,
        ],
    })
}

fn firefox_options(TypeSettings { standard, minimum }: TypeSettings) -> Value {
    json!({
        "binary": program("FIREFOX", &["/usr/bin/firefox-esr".into()], "firefox"),
        "args": ["-headless", "-width", "1300", "-height", "950"],
        // Overlay scrollbars: a page that grows taller keeps its width.
        "prefs": {
            "ui.useOverlayScrollbars": 1,
            "font.size.variable.x-western": standard,
            "font.minimum-size.x-western": minimum,
        },
    })
}
