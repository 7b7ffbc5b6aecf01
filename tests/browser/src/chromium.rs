//! What only Chromium's driver can do.

use crate::engine::Engine;
use crate::page::Page;
use crate::watch::{Trouble, TroubleKind};
use serde_json::{Value, json};

/// What a page holds in memory.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// JavaScript's heap and the memories of WebAssembly, in bytes.
    pub bytes: f64,
    /// Nodes, also those that are on no page any more.
    pub nodes: u64,
    /// Listeners to events.
    pub listeners: u64,
}

impl Page {
    /// What the browser logged as a warning or worse since it was asked last; nothing but in Chromium.
    pub(crate) async fn browser_log(&self) -> Vec<Trouble> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.tell("se/log", json!({ "type": "browser" })).await;
        let entries = log.as_array().into_iter().flatten();
        let bad = entries.filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")));
        bad.map(|entry| Trouble { kind: TroubleKind::Log, text: entry["message"].as_str().unwrap_or_default().into() })
            .collect()
    }

    /// Pretends that the reader's system asks for these, such as `("prefers-color-scheme", "dark")`.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Pretends that the window shows this many CSS pixels.
    pub async fn emulate_viewport(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Pretends that the processor is so many times slower.
    pub async fn slow_down(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Undoes what the test before may have emulated or left in the log.
    pub(crate) async fn forget_emulation(&self) {
        if self.engine == Engine::Chromium {
            self.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
            self.browser_log().await;
        }
    }

    /// The picture of the viewport, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        match self.drive(self.client().screenshot()).await {
            Ok(picture) => picture,
            Err(error) => self.fail(&format!("no picture: {error}")).await,
        }
    }

    /// What the page holds, after everything that nobody needs was collected.
    pub async fn memory(&self) -> Memory {
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        }
        let heap = self.devtools("Runtime.getHeapUsage", json!({})).await;
        let dom = self.devtools("Memory.getDOMCounters", json!({})).await;
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        Memory {
            bytes: number(&heap["usedSize"]) + number(&heap["backingStorageSize"]),
            nodes: dom["nodes"].as_u64().unwrap_or_default(),
            listeners: dom["jsEventListeners"].as_u64().unwrap_or_default(),
        }
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.tell("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }
}
