import v8 from 'node:v8'

/** The budget by which V8 11 (Node 20) decides that WebAssembly code is hot. Later engines have a larger one of their own. */
const USUAL_BUDGET = 1_800_000
const hasSmallBudget = process.versions.v8?.startsWith('11.') ?? false

/**
 * Compiles a WebAssembly module. V8 11 spends a third of a second of another core on optimising one function of the font
 * subsetter, which is done before that is: the module's budget is raised, so that only much longer work counts as hot. The
 * budget is fixed when a module is made, so the engine's setting is changed for no longer than that.
 */
export function compileWasm(bytes: Uint8Array, runs: 'briefly' | 'long'): WebAssembly.Module {
  if (!hasSmallBudget) return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>)
  v8.setFlagsFromString(`--wasm-tiering-budget=${runs === 'briefly' ? 2_000_000_000 : 40_000_000}`)
  try {
    return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>)
  } finally {
    v8.setFlagsFromString(`--wasm-tiering-budget=${USUAL_BUDGET}`)
  }
}
