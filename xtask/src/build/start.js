// In place of wasm-bindgen's own start, which takes addresses, modules and outdated arguments too. The loader hands
// over the bytes, or an answer of the network that is known to be wasm.
let wasm;

export default async function start({ module_or_path }) {
  if (!wasm) {
    const instantiate =
      module_or_path instanceof Response ? WebAssembly.instantiateStreaming : WebAssembly.instantiate;
    const { instance } = await instantiate(module_or_path, __wbg_get_imports());
    wasm = instance.exports;
    wasm.__wbindgen_start();
  }
}
