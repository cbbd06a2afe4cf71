//! The memory of the page and its worker.
//!
//! Reading a report asks for some tens of thousands of small pieces of memory, and the reports that are kept lie between
//! them. The allocator of the standard library for this target looks longer for each the more reports are kept.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();
