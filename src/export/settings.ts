import path from 'node:path'
import { suggestion } from '../diagnostics/nearest.js'
import type { GivenFont, Host } from '../host/host.js'
import { nodeHost } from '../host/node.js'
import type { Renderer, RendererEntry } from '../renderers/renderer.js'
import { findTemplate } from '../templates/find-template.js'
import type { Template } from '../templates/template.js'
import { templateFolder } from '../templates/template-folder.js'
import type { Toolkit } from '../toolkit.js'
import { checkLetterhead } from './check-letterhead.js'
import type { Config, FontOption } from './config-spec.js'
import { UsageError } from './errors.js'
import type { ExportOptions } from './export-options.js'
import { isFolder } from './is-folder.js'
import type { FoundConfig } from './load-config.js'
import { type Destination, destinationOf, hasEnding } from './output-names.js'
import { readOverrides } from './override.js'
import { asUsageError, type ReadingSettings, settleConfig } from './settle-reading.js'

/** A format that was asked for, loaded, with its options. */
export interface ChosenFormat {
  entry: RendererEntry
  renderer: Renderer
  options: { [option: string]: unknown }
}

/** Everything that a run goes by, once options, configuration and plugins have been put together and found good. */
export interface Settings extends ReadingSettings {
  /** The formats that were asked for. */
  entries: RendererEntry[]
  /** Loads them, once, and tries their options: a run that finds nothing to make has no need of it. Throws `UsageError`. */
  formats(): Promise<ChosenFormat[]>
  /** Returns any format with the options that it has here, asked for or not; undefined where there is none of the name. */
  format(name: string): Promise<ChosenFormat | undefined>
  config: Config
  destination: Destination
  host: Host
  /** Title and description of collections, where they are not the site's. */
  feed: { title?: string; description?: string; copyright?: string }
  template: Template
  /** Folder that pictures may not come from outside of, where one is set. */
  root: string | undefined
  /** Where the run notes what it made, where the user wants that. Absolute. */
  manifest: string | undefined
}

/** Puts together what a run goes by. Throws `UsageError` for whatever is wrong in it, before anything is attempted. */
export async function settle(options: ExportOptions): Promise<Settings> {
  const { config, found, ...reading } = await settleConfig(options)
  try {
    const { toolkit, cwd } = reading
    const entries = formatsOf(options, config, toolkit)
    const root = rootOf(options, config, found, cwd)
    const template = await templateOf(options, config, found, toolkit, cwd)
    await checkLetterheads(config, template, entries)
    await checkUnasked(options, entries, config, toolkit)
    let formats: Promise<ChosenFormat[]> | undefined
    return {
      ...reading,
      entries,
      formats: () => (formats ??= loadFormats(entries, config)),
      async format(name) {
        const entry = toolkit.renderers.find(each => each.name === name)
        return entry && choose(entry, config)
      },
      config,
      destination: destinationOf(options.out, entries, toolkit.renderers, cwd, isFolder),
      host: await hostOf(options, config, found, cwd, root, entries),
      feed: textsOf(config.feed),
      template,
      root,
      manifest: manifestOf(options, config, found, cwd),
    }
  } catch (error) {
    throw asUsageError(error)
  }
}

/** A letterhead that the run names must be good, even where no Word file is made; a template's is needed for one alone. */
async function checkLetterheads(config: Config, template: Template, entries: readonly RendererEntry[]): Promise<void> {
  const given = (config.docx as { referenceDoc?: unknown } | undefined)?.referenceDoc
  const ofTemplate = entries.some(({ name }) => name === 'docx') ? template.docx?.referenceDoc : undefined
  const letterhead = given ?? ofTemplate
  if (typeof letterhead === 'string') await checkLetterhead(letterhead)
}

/** Options that the command line sets for a format that is not asked for are tried all the same: most are slips. */
async function checkUnasked(
  { set = [] }: ExportOptions,
  entries: readonly RendererEntry[],
  config: Config,
  { renderers }: Toolkit,
): Promise<void> {
  const named = new Set(readOverrides(set).config.map(({ path: [name] }) => name))
  const unasked = renderers.filter(entry => named.has(entry.name) && !entries.includes(entry))
  await Promise.all(unasked.map(entry => choose(entry, config)))
}

/** Makes the host. Given fonts are tried where a format will ask for them, so that a broken one is told at once. */
async function hostOf(
  options: ExportOptions,
  config: Config,
  found: FoundConfig,
  cwd: string,
  root: string | undefined,
  entries: readonly { name: string }[],
): Promise<Host> {
  const fonts = (config.fonts ?? []).map(font => givenFont(font, cwd))
  const host = nodeHost({ root, now: options.now, fonts, packagesFrom: [...(found.folder ? [found.folder] : []), cwd] })
  if (fonts.length > 0 && entries.some(entry => entry.name === 'pdf')) {
    const { openLibrary } = await import('../renderers/pdf/fonts/library.js')
    await openLibrary(host)
  }
  return host
}

/** Returns the host of a run that asks for fonts alone. Throws `UsageError`. */
export async function settleFonts(options: ExportOptions): Promise<Host> {
  const { config, found, cwd } = await settleConfig(options)
  try {
    return await hostOf(options, config, found, cwd, undefined, [{ name: 'pdf' }])
  } catch (error) {
    throw asUsageError(error)
  }
}

function givenFont(font: string | FontOption, cwd: string): GivenFont {
  const given = typeof font === 'string' ? { file: font } : font
  const shown = path.relative(cwd, given.file)
  return { ...given, shown: shown.startsWith('..') ? given.file : shown }
}

/** Loads formats with their options. Throws `UsageError`. */
async function loadFormats(entries: readonly RendererEntry[], config: Config): Promise<ChosenFormat[]> {
  try {
    return await Promise.all(entries.map(entry => choose(entry, config)))
  } catch (error) {
    throw asUsageError(error)
  }
}

/** Formats from `--to`; else from the ending of `--out`; else from the configuration; else PDF. */
function formatsOf(options: ExportOptions, config: Config, toolkit: Toolkit): RendererEntry[] {
  const names = namesIn(options.to)
  if (names.length === 0 && options.out !== undefined && options.out !== '-') {
    const byEnding = toolkit.renderers.find(entry => hasEnding(options.out!, entry))
    if (byEnding && !isFolder(path.resolve(options.cwd ?? '.', options.out))) return [byEnding]
  }
  const wanted = names.length > 0 ? names : namesIn(config.to)
  return [...new Set(wanted.length > 0 ? wanted : ['pdf'])].map(name => formatNamed(name, toolkit))
}

function namesIn(to: string | readonly string[] | undefined): string[] {
  const list = to === undefined ? [] : typeof to === 'string' ? [to] : to
  return list
    .flatMap(each => each.split(','))
    .map(name => name.trim())
    .filter(Boolean)
}

function formatNamed(name: string, toolkit: Toolkit): RendererEntry {
  const entry = toolkit.renderers.find(each => each.name === name.toLowerCase())
  if (entry) return entry
  const known = toolkit.renderers.map(each => each.name)
  throw new UsageError(`there is no format \`${name}\``, suggestion(name, known))
}

async function choose(entry: RendererEntry, config: Config): Promise<ChosenFormat> {
  const renderer = await entry.load()
  const { title: _title, description: _description, copyright: _copyright, ...feed } = config.feed ?? {}
  const own = (config[entry.name] ?? {}) as { [option: string]: unknown }
  const options = entry.scope === 'collection' ? { ...feed, ...own } : own
  renderer.options(options)
  return { entry, renderer, options }
}

function textsOf(feed: Config['feed']): Settings['feed'] {
  return {
    ...(feed?.title && { title: feed.title }),
    ...(feed?.description && { description: feed.description }),
    ...(feed?.copyright && { copyright: feed.copyright }),
  }
}

/** `--root`, else `root` of the configuration, else its folder; else each article's own folder. */
function rootOf(options: ExportOptions, config: Config, found: FoundConfig, cwd: string): string | undefined {
  const root =
    options.root !== undefined
      ? path.resolve(cwd, options.root)
      : config.root !== undefined
        ? path.resolve(found.folder ?? cwd, config.root)
        : found.file && found.folder
  if (root !== undefined && !isFolder(root)) throw new UsageError(`the root \`${options.root ?? root}\` is no folder`)
  return root
}

/** `--manifest`, relative to where the user works; else that of the configuration, relative to its folder. */
function manifestOf(options: ExportOptions, config: Config, found: FoundConfig, cwd: string): string | undefined {
  if (options.manifest !== undefined) return path.resolve(cwd, options.manifest)
  return config.manifest === undefined ? undefined : path.resolve(found.folder ?? cwd, config.manifest)
}

async function templateOf(
  options: ExportOptions,
  config: Config,
  found: FoundConfig,
  toolkit: Toolkit,
  cwd: string,
): Promise<Template> {
  const base = options.template === undefined ? (found.folder ?? cwd) : cwd
  return findTemplate(options.template ?? config.template ?? 'briefing', templateFolder(base, toolkit.templates))
}
