import { createMessage, type Message } from './diagnostics/message.js'
import type { ExtensionHandlers, Plugin, TemplateFile, Transform } from './plugin.js'
import type { Reader } from './readers/reader.js'
import type { Renderer, RendererEntry } from './renderers/renderer.js'

/** Everything that one run can read, change and write: what is built in and what its plugins bring. */
export interface Toolkit {
  readers: readonly Reader[]
  transforms: readonly Transform[]
  renderers: readonly RendererEntry[]
  templates: readonly TemplateFile[]
  extensions: ExtensionHandlers
}

/** Two plugins that want the same name: wrong configuration. */
export class PluginError extends Error {
  override name = 'PluginError'
}

/**
 * Returns the built-in tools with those of the plugins, in their order. A plugin's reader comes before the built-in ones,
 * so that it may take over an ending. Throws `PluginError` where a format, a template or a node's handler is claimed twice.
 */
export function assembleToolkit(builtin: Pick<Toolkit, 'readers' | 'renderers'>, plugins: readonly Plugin[]): Toolkit {
  for (const plugin of plugins) checkPlugin(plugin)
  return {
    readers: [...plugins.flatMap(plugin => plugin.readers ?? []), ...builtin.readers],
    transforms: plugins.flatMap(plugin => plugin.transforms ?? []),
    renderers: [
      ...builtin.renderers,
      ...claimed('format', plugins, plugin => plugin.renderers ?? [], builtin.renderers).map(entryOf),
    ],
    templates: claimed('template', plugins, plugin => plugin.templates ?? []),
    extensions: mergeHandlers(plugins),
  }
}

function checkPlugin(plugin: Plugin): void {
  if (typeof plugin !== 'object' || plugin === null || typeof plugin.name !== 'string' || plugin.name === '')
    throw new PluginError('a plugin is an object with a `name`; export one made by `definePlugin`')
  for (const renderer of plugin.renderers ?? []) checkRenderer(renderer, plugin)
}

/** Plugins are often JavaScript, where no compiler asks for these. */
function checkRenderer(renderer: Renderer, plugin: Plugin): void {
  const missing = (['name', 'description', 'extension', 'mediaType'] as const).find(
    field => typeof renderer?.[field] !== 'string',
  )
  const absent = missing ?? (['options', 'render'] as const).find(field => typeof renderer[field] !== 'function')
  if (absent)
    throw new PluginError(
      `the format \`${renderer?.name ?? ''}\` of the plugin \`${plugin.name}\` has no \`${absent}\`; make it with \`defineRenderer\``,
    )
  if (renderer.scope !== 'article' && renderer.scope !== 'collection')
    throw new PluginError(
      `the \`scope\` of the format \`${(renderer as Renderer).name}\` is neither "article" nor "collection"`,
    )
}

/** Returns what all plugins bring of one kind, each name claimed once. */
function claimed<Thing extends { name: string }>(
  kind: string,
  plugins: readonly Plugin[],
  thingsOf: (plugin: Plugin) => readonly Thing[],
  builtin: readonly { name: string }[] = [],
): Thing[] {
  const owners = new Map(builtin.map(thing => [thing.name, 'standfirst itself']))
  return plugins.flatMap(plugin =>
    thingsOf(plugin).map(thing => {
      claim(owners, kind, thing.name, plugin)
      return thing
    }),
  )
}

function claim(owners: Map<string, string>, kind: string, name: string, plugin: Plugin): void {
  const owner = owners.get(name)
  if (owner !== undefined)
    throw new PluginError(
      `the ${kind} \`${name}\` is claimed by ${owner} and by the plugin \`${plugin.name}\`; use one of them`,
    )
  owners.set(name, `the plugin \`${plugin.name}\``)
}

function mergeHandlers(plugins: readonly Plugin[]): ExtensionHandlers {
  const owners = new Map<string, string>()
  const handlers: { [node: string]: { [format: string]: unknown } } = {}
  for (const plugin of plugins) {
    for (const [node, byFormat] of Object.entries(plugin.extensions ?? {})) {
      for (const format of Object.keys(byFormat)) claim(owners, 'handler of', `${node} in ${format}`, plugin)
      handlers[node] = { ...handlers[node], ...byFormat }
    }
  }
  return handlers
}

function entryOf(renderer: Renderer): RendererEntry {
  const { name, description, scope, extension } = renderer
  return { name, description, scope, extension, load: async () => renderer }
}

/** Returns the reader for a file by its ending, longest first; without a path by what the source begins with. */
export function readerFor(toolkit: Toolkit, path: string | undefined, source: string | Uint8Array): Reader | Message {
  if (path === undefined) {
    const kind = kindOf(source)
    return toolkit.readers.find(reader => reader.name === kind) ?? noReader(toolkit, 'a source of this kind')
  }
  const ending = endingOf(toolkit, path)
  const reader = toolkit.readers.find(each => each.extensions.includes(ending ?? ''))
  if (reader) return reader
  return noReader(toolkit, `\`${path}\``)
}

/** A package begins with a local file header (APPNOTE 4.3.7), a saved article with a brace; all else is Markdown. */
function kindOf(source: string | Uint8Array): string {
  const head = typeof source === 'string' ? source.slice(0, 1000) : new TextDecoder().decode(source.subarray(0, 1000))
  if (head.startsWith('PK\u0003\u0004')) return 'docx'
  return /^\s*\{/.test(head) ? 'json' : 'markdown'
}

function noReader(toolkit: Toolkit, what: string): Message {
  const known = toolkit.readers.flatMap(each => each.extensions)
  return createMessage('input-kind', `there is no reader for ${what}`, {
    hint: `known endings are ${known.map(each => `\`${each}\``).join(', ')}`,
  })
}

/** Returns the ending of a path that a reader claims, the longest of several. */
export function endingOf(toolkit: Toolkit, path: string): string | undefined {
  const lower = path.toLowerCase()
  return endingsOf(toolkit).find(ending => lower.endsWith(ending))
}

const endings = new WeakMap<Toolkit, readonly string[]>()

/** All endings, longest first; the same list for the same toolkit, since a run asks for every source. */
function endingsOf(toolkit: Toolkit): readonly string[] {
  let known = endings.get(toolkit)
  if (!known) {
    known = toolkit.readers.flatMap(reader => reader.extensions).sort((a, b) => b.length - a.length)
    endings.set(toolkit, known)
  }
  return known
}
