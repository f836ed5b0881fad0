import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkData } from '../diagnostics/check-data.js'
import { createMessage } from '../diagnostics/message.js'
import { suggestion } from '../diagnostics/nearest.js'
import type { GivenFont, Host } from '../host/host.js'
import { nodeHost } from '../host/node.js'
import type { Plugin } from '../plugin.js'
import type { ReadContext } from '../readers/reader.js'
import { builtinReaders } from '../readers/registry.js'
import { builtinRenderers } from '../renderers/registry.js'
import { OptionsError, type Renderer, type RendererEntry, type SiteContext } from '../renderers/renderer.js'
import { findTemplate, TemplateError } from '../templates/find-template.js'
import type { Template } from '../templates/template.js'
import { templateFolder } from '../templates/template-folder.js'
import { assembleToolkit, PluginError, type Toolkit } from '../toolkit.js'
import { checkLetterhead } from './check-letterhead.js'
import { resolvePaths } from './config-paths.js'
import { type Config, configShape, type FontOption } from './config-spec.js'
import { UsageError } from './errors.js'
import type { ExportOptions } from './export-options.js'
import { type FoundConfig, loadConfig } from './load-config.js'
import { type Destination, destinationOf, hasEnding } from './output-names.js'
import { overrideConfig, readOverrides } from './override.js'

/** A format that was asked for, loaded, with its options. */
export interface ChosenFormat {
  entry: RendererEntry
  renderer: Renderer
  options: { [option: string]: unknown }
}

/** What reading goes by. */
export interface ReadingSettings {
  toolkit: Toolkit
  read: ReadContext
  site: SiteContext
  cwd: string
  /** Whether any plugin takes part. */
  plugins: boolean
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
  feed: { title?: string; description?: string }
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

/** Puts together what reading goes by, without any format. Throws `UsageError`. */
export async function settleReading(options: ExportOptions): Promise<ReadingSettings> {
  const { config: _config, found: _found, ...reading } = await settleConfig(options)
  return reading
}

async function settleConfig(options: ExportOptions): Promise<ReadingSettings & { config: Config; found: FoundConfig }> {
  const cwd = path.resolve(options.cwd ?? '.')
  try {
    const overrides = readOverrides(options.set ?? [])
    const found = await configOf(options, cwd)
    const own = resolvePaths(found.config, found.folder ?? cwd)
    const config = withFonts(
      resolvePaths(overrideConfig(own, withLimit(overrides.config, options.limit)), cwd),
      options,
      cwd,
    )
    const toolkit = await toolkitOf(config, found, options.plugins ?? [])
    checkConfig(config, found, toolkit)
    const site = siteOf(config, options.site)
    const read: ReadContext = {
      ...(config.timezone && { timezone: config.timezone }),
      ...(config.language && { language: config.language }),
      ...(site.url && { site: site.url }),
      ...parserOf(options.parser ?? config.parser),
      ...(config.limits !== undefined && { limits: config.limits }),
      ...(Object.keys(overrides.meta).length > 0 && { meta: overrides.meta }),
      ...stylesOf(config.docx),
    }
    const plugins = (config.plugins?.length ?? 0) + (options.plugins?.length ?? 0) > 0
    return { toolkit, read, site, cwd, plugins, config, found }
  } catch (error) {
    throw asUsageError(error)
  }
}

function asUsageError(error: unknown): unknown {
  if (error instanceof TemplateError) return new UsageError('the template cannot be used', undefined, error.messages)
  return error instanceof PluginError || error instanceof OptionsError ? new UsageError(error.message) : error
}

async function configOf(options: ExportOptions, cwd: string): Promise<FoundConfig> {
  if (options.config === false) return { config: {} }
  if (typeof options.config === 'object') return { config: options.config, folder: cwd }
  return loadConfig(options.config, startOf(options.inputs, cwd), cwd)
}

/** The folder in which the search for a configuration begins: that of the first input, globs cut before their first sign. */
function startOf(inputs: readonly string[], cwd: string): string {
  const first = inputs.find(input => input !== '-')
  if (first === undefined) return cwd
  const absolute = path.resolve(cwd, first)
  if (isFolder(absolute)) return absolute
  const plain = path.resolve(cwd, first.replace(/[*?[{!].*$/s, 'x'))
  return path.dirname(plain)
}

function withLimit(overrides: { path: string[]; value: unknown }[], limit: ExportOptions['limit']) {
  return limit === undefined ? overrides : [...overrides, { path: ['feed', 'limit'], value: limit }]
}

/** Fonts that the run names come before those of the configuration. */
function withFonts(config: Config, { fonts = [] }: ExportOptions, cwd: string): Config {
  if (fonts.length === 0) return config
  const named = resolvePaths({ fonts: [...fonts] }, cwd).fonts ?? []
  return { ...config, fonts: [...named, ...(Array.isArray(config.fonts) ? config.fonts : [])] }
}

async function toolkitOf(config: Config, found: FoundConfig, plugins: readonly Plugin[]): Promise<Toolkit> {
  const named = Array.isArray(config.plugins) ? config.plugins : []
  const loaded = await Promise.all(named.map(plugin => loadPlugin(plugin, found)))
  return assembleToolkit({ readers: builtinReaders, renderers: builtinRenderers }, [...loaded, ...plugins])
}

async function loadPlugin(plugin: Plugin | string, found: FoundConfig): Promise<Plugin> {
  if (typeof plugin !== 'string') return plugin
  try {
    const base = found.file ?? path.join(found.folder ?? process.cwd(), 'standfirst.config.json')
    const file =
      plugin.startsWith('.') || path.isAbsolute(plugin) ? path.resolve(path.dirname(base), plugin) : undefined
    const address = file === undefined ? createRequire(base).resolve(plugin) : file
    const module = (await import(pathToFileURL(address).href)) as { default?: Plugin }
    if (!module.default) throw new Error('it has no default export')
    return module.default
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new UsageError(`the plugin \`${plugin}\` cannot be loaded: ${reason}`)
  }
}

function checkConfig(config: Config, found: FoundConfig, toolkit: Toolkit): void {
  const problems = checkData(config, configShape(toolkit.renderers.map(entry => entry.name)))
  const zone = problems.length === 0 && config.timezone !== undefined && !isTimezone(config.timezone)
  if (zone)
    problems.push({
      path: 'timezone',
      reason: `\`timezone\` is "${config.timezone}"; that is no IANA zone`,
      hint: 'write one such as `Europe/Oslo` or `UTC`',
    })
  if (problems.length === 0) return
  const messages = problems.map(({ path: key, reason, hint }) => ({
    ...createMessage('config-key', reason, { path: key, hint }),
    ...(found.file && { file: found.file }),
  }))
  throw new UsageError('the configuration cannot be used', undefined, messages)
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
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
  const { title: _title, description: _description, ...feed } = config.feed ?? {}
  const own = (config[entry.name] ?? {}) as { [option: string]: unknown }
  const options = entry.scope === 'collection' ? { ...feed, ...own } : own
  renderer.options(options)
  return { entry, renderer, options }
}

function siteOf(config: Config, url: string | undefined): SiteContext {
  const given = typeof config.site === 'string' ? { url: config.site } : (config.site ?? {})
  const address = (url ?? given.url)?.replace(/\/+$/, '')
  if (address !== undefined && !isWebAddress(address))
    throw new UsageError(`the site \`${address}\` is no address`, 'write `--site https://example.org`')
  const permalink = given.permalink ?? (config.feed?.permalink as string | undefined)
  const publisher = typeof config.publisher === 'string' ? { name: config.publisher } : config.publisher
  return {
    ...(given.title && { title: given.title }),
    ...(given.description && { description: given.description }),
    ...(address && { url: address }),
    ...(config.language && { language: config.language }),
    ...(config.timezone && { timezone: config.timezone }),
    ...(publisher && { publisher }),
    ...(config.feed?.url && { feedUrl: config.feed.url }),
    ...(permalink && { permalink }),
    ...(config.feed?.paywall === 'teaser' && { paywall: 'teaser' }),
  }
}

function isWebAddress(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

function textsOf(feed: Config['feed']): Settings['feed'] {
  return {
    ...(feed?.title && { title: feed.title }),
    ...(feed?.description && { description: feed.description }),
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

/** Word files are read by the names that they are written with. */
function stylesOf(docx: unknown): Pick<ReadContext, 'styles'> {
  const styles = (docx as { styles?: unknown } | undefined)?.styles
  if (styles === undefined) return {}
  const problems = checkData(styles, { is: 'map', of: { is: 'string' } })
  if (problems.length > 0)
    throw new UsageError('`docx.styles` names what each style of the house stands for: `{"House Pull": "Pull Quote"}`')
  return { styles: styles as NonNullable<ReadContext['styles']> }
}

function parserOf(parser: string | undefined): Pick<ReadContext, 'parser'> {
  if (parser === undefined) return {}
  if (parser !== 'satteri' && parser !== 'remark')
    throw new UsageError(`there is no parser \`${parser}\``, suggestion(parser, ['satteri', 'remark']))
  return { parser }
}

/** What lies below a file, or may not be looked at, is no folder. */
function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}
