/** The budgets by which an engine decides that WebAssembly code is hot, by the major version of V8 (Node 20, 22, 24). */
const usualBudgets: { [major: string]: number } = { 11: 1_800_000, 12: 13_000_000, 13: 13_000_000 }
const usualBudget = usualBudgets[process.versions.v8?.split('.')[0] ?? '']
/** What counts as hot in a module that runs long: nothing that 50,000 words ask for, in whatever script, but much longer work. */
const LATER = 200_000_000
const NEVER = 2_000_000_000

/**
 * Compiles a WebAssembly module. V8 spends a third of a second of another core on optimising one function of the font
 * subsetter, which is done before that is: the module's budget is raised, so that only much longer work counts as hot. The
 * budget is fixed when a module is made, so the engine's setting is changed for no longer than that, and only where the
 * usual one is known.
 */
export function compileWasm(bytes: Uint8Array, runs: 'briefly' | 'long'): WebAssembly.Module {
  if (usualBudget === undefined) return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>)
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString(`--wasm-tiering-budget=${runs === 'briefly' ? NEVER : LATER}`)
  try {
    return new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>)
  } finally {
    setFlagsFromString(`--wasm-tiering-budget=${usualBudget}`)
  }
}
