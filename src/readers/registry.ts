import type { Reader } from './reader.js'

/** The built-in readers, each loaded only when a source of its kind comes. Plugins add readers of the same shape. */
export const builtinReaders: readonly Reader[] = [
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    read: async (source, context) => (await import('./markdown/index.js')).readMarkdown(source, context),
  },
  {
    name: 'json',
    extensions: ['.json'],
    read: async (source, context) => (await import('./json.js')).readJson(source, context),
  },
  {
    name: 'docx',
    extensions: ['.docx'],
    // A Word file is no text: whoever gives one gives its bytes.
    read: async (source, context) =>
      (await import('./docx/index.js')).readDocx(new TextEncoder().encode(source), context),
    readBytes: async (source, context) => (await import('./docx/index.js')).readDocx(source, context),
  },
]
