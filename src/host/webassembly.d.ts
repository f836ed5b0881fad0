/** The part of the WebAssembly interface in use: it belongs to every JavaScript engine, but to no TypeScript library without the DOM. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  type Exports = Record<string, unknown>
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Exports
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>
  function instantiate(module: Module, imports: Record<string, Record<string, unknown>>): Promise<Instance>
}
