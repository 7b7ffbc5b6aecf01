// In place of wasm-bindgen's own start, which takes addresses, bytes and outdated arguments too. The loader hands over
// what it compiled; who starts the program may put something between it and its exports.
let wasm;

export default async function start(compiled, between = (exports) => exports) {
  const instance = await WebAssembly.instantiate(compiled, __wbg_get_imports());
  wasm = between(instance.exports);
  wasm.__wbindgen_start();
}
