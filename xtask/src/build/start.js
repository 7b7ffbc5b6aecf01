// Replaces wasm-bindgen's own start, which also takes addresses, bytes and outdated arguments. The loader passes the
// compiled module; the caller may wrap the exports.
let wasm;

export default async function start(compiled, between = (exports) => exports) {
  const instance = await WebAssembly.instantiate(compiled, __wbg_get_imports());
  wasm = between(instance.exports);
  wasm.__wbindgen_start();
}
