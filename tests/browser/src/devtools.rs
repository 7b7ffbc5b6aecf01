//! Emulation and memory figures, by the Chrome DevTools Protocol. Works in Chromium only.

use crate::page::Page;
use serde_json::{Value, json};

/// The memory that a page occupies.
#[derive(Clone, Copy, Debug)]
pub struct MemoryUsage {
    /// JavaScript's heap and the memories of WebAssembly, in bytes.
    pub bytes: f64,
    /// DOM nodes, including those that were removed from the document.
    pub nodes: u64,
    /// Event listeners.
    pub listeners: u64,
}

impl Page {
    /// Emulates media features, such as `("prefers-color-scheme", "dark")`, until the end of the test.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Shows the page as it is printed until the end of the test.
    pub async fn emulate_print(&self) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }

    /// Emulates a viewport of this many CSS pixels until the end of the test.
    pub async fn emulate_viewport(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Makes the processor this many times slower for the page; 1 is full speed.
    pub async fn throttle_cpu(&self, factor: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).await;
    }

    /// Collects garbage, then measures the page's memory.
    pub async fn memory_usage(&self) -> MemoryUsage {
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        }
        let heap = self.devtools("Runtime.getHeapUsage", json!({})).await;
        let dom = self.devtools("Memory.getDOMCounters", json!({})).await;
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        MemoryUsage {
            bytes: number(&heap["usedSize"]) + number(&heap["backingStorageSize"]),
            nodes: dom["nodes"].as_u64().unwrap_or_default(),
            listeners: dom["jsEventListeners"].as_u64().unwrap_or_default(),
        }
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let result = self.session().devtools(command, parameters).await;
        self.ok_or_fail(result, command).await
    }
}
