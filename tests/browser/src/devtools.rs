//! Emulation, memory figures and the accessibility tree, by the Chrome DevTools Protocol. Works in Chromium only.

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

/// An element or a text as assistive technology meets it.
#[derive(Clone, Debug)]
pub struct AccessibilityNode {
    /// The role, such as `button`.
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// The accessible description; may be empty.
    pub description: String,
}

impl Page {
    /// The accessibility tree of the browser as a list, without what it hides from assistive technology.
    pub async fn accessibility_nodes(&self) -> Vec<AccessibilityNode> {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await;
        let text = |node: &Value, property: &str| node[property]["value"].as_str().unwrap_or_default().to_owned();
        let nodes = tree["nodes"].as_array().into_iter().flatten().filter(|node| node["ignored"] != true);
        nodes
            .map(|node| AccessibilityNode {
                role: text(node, "role"),
                name: text(node, "name"),
                description: text(node, "description"),
            })
            .collect()
    }

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

    /// Switches the scripts of pages off until the end of the test, as a reader can. The test's own scripts run, but
    /// without the recorder.
    pub async fn disable_scripts(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
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
