//! The allocator of the wasm.
//!
//! The standard library's allocator would take more code; `docs/size-and-speed.md` has the figures. `talc` neither grows
//! nor shrinks blocks in place here, which would take another 0.15 KB (after Brotli).

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static HEAP: WasmDynamicTalc = new_wasm_dynamic_allocator();
