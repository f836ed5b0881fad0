import type { Reader } from './reader.js'

/** A room's door: asking for a module that is there already costs more than reading a short story. */
function once<Module>(load: () => Promise<Module>): () => Module | Promise<Module> {
  let module: Module | undefined
  return () => module ?? load().then(loaded => (module = loaded))
}

/** Hands bytes on at once, or a copy of them where the module is still to be loaded: other bytes may stand there by then. */
function withBytes<Module, Result>(
  load: () => Module | Promise<Module>,
  bytes: Uint8Array,
  use: (module: Module, bytes: Uint8Array) => Result | Promise<Result>,
): Result | Promise<Result> {
  const module = load()
  if (!(module instanceof Promise)) return use(module, bytes)
  const copy = new Uint8Array(bytes)
  return module.then(loaded => use(loaded, copy))
}

const markdown = once(() => import('./markdown/index.js'))
const json = once(() => import('./json.js'))
const jsonHead = once(() => import('./json-head.js'))
const docx = once(() => import('./docx/index.js'))

/** The built-in readers, each loaded only when a source of its kind comes. Plugins add readers of the same shape. */
export const builtinReaders: readonly Reader[] = [
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    read: async (source, context) => (await markdown()).readMarkdown(source, context),
    head: (source, context) => withBytes(markdown, source, (module, bytes) => module.readMarkdownHead(bytes, context)),
  },
  {
    name: 'json',
    extensions: ['.json'],
    read: async (source, context) => (await json()).readJson(source, context),
    head: (source, context) => withBytes(jsonHead, source, (module, bytes) => module.jsonHead(bytes, context)),
  },
  {
    name: 'docx',
    extensions: ['.docx'],
    // A Word file is no text: whoever gives one gives its bytes.
    read: async (source, context) => (await docx()).readDocx(new TextEncoder().encode(source), context),
    readBytes: async (source, context) => (await docx()).readDocx(source, context),
  },
]
