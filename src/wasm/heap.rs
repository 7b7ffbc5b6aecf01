//! The allocator of the wasm.
//!
//! The standard library's allocator takes some 1.5 KB more code (after Brotli). `talc` neither grows nor shrinks blocks in
//! place here, which would take another 0.15 KB.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static HEAP: WasmDynamicTalc = new_wasm_dynamic_allocator();
