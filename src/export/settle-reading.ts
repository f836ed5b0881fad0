import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkData } from '../diagnostics/check-data.js'
import { createMessage } from '../diagnostics/message.js'
import { suggestion } from '../diagnostics/nearest.js'
import { type OptionKinds, wrongOption, wrongValue } from '../diagnostics/wrong-option.js'
import { isTimezone } from '../locale/timezone.js'
import type { Plugin } from '../plugin.js'
import type { ReadContext } from '../readers/reader.js'
import { builtinReaders } from '../readers/registry.js'
import { builtinRenderers } from '../renderers/registry.js'
import { isOptionsError, type SiteContext } from '../renderers/renderer.js'
import { TemplateError } from '../templates/find-template.js'
import { assembleToolkit, PluginError, type Toolkit } from '../toolkit.js'
import { resolvePaths } from './config-paths.js'
import { type Config, configShape } from './config-spec.js'
import { UsageError } from './errors.js'
import type { ExportOptions } from './export-options.js'
import { isFolder } from './is-folder.js'
import { type FoundConfig, loadConfig } from './load-config.js'
import { overrideConfig, readOverrides } from './override.js'

/** What reading goes by. */
export interface ReadingSettings {
  toolkit: Toolkit
  read: ReadContext
  site: SiteContext
  cwd: string
  /** Whether any plugin takes part. */
  plugins: boolean
}

const optionKinds: OptionKinds = {
  to: ['text', 'texts'],
  out: ['text'],
  template: ['text'],
  config: ['text', 'object', 'no'],
  set: ['texts'],
  plugins: ['list'],
  site: ['text'],
  fonts: ['list'],
  root: ['text'],
  now: ['moment'],
  parser: ['text'],
  manifest: ['text'],
  cwd: ['text'],
}

/** Puts together what reading goes by, without any format. Throws `UsageError`. */
export async function settleReading(options: ExportOptions): Promise<ReadingSettings> {
  const { config: _config, found: _found, ...reading } = await settleConfig(options)
  return reading
}

/** Puts together what reading goes by, with the configuration that it comes from. Throws `UsageError`. */
export async function settleConfig(
  options: ExportOptions,
): Promise<ReadingSettings & { config: Config; found: FoundConfig }> {
  const wrong = wrongOption(options, optionKinds) ?? wrongValue('inputs', options.inputs, ['texts'])
  if (wrong) throw new UsageError(wrong)
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
    await checkConfig(config, found, toolkit)
    const site = siteOf(config, options.site)
    const read: ReadContext = {
      extensionNames: Object.keys(toolkit.extensions),
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

/** Returns what a template, a plugin or an option complains of as wrong usage; any other error as it is. */
export function asUsageError(error: unknown): unknown {
  if (error instanceof TemplateError) return new UsageError('the template cannot be used', undefined, error.messages)
  return error instanceof PluginError || isOptionsError(error) ? new UsageError(error.message) : error
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

async function checkConfig(config: Config, found: FoundConfig, toolkit: Toolkit): Promise<void> {
  const problems = checkData(config, configShape(toolkit.renderers.map(entry => entry.name)))
  const zone = problems.length === 0 && config.timezone !== undefined && !isTimezone(config.timezone)
  if (zone)
    problems.push({
      path: 'timezone',
      reason: `\`timezone\` is "${config.timezone}"; that is no IANA zone`,
      hint: 'write one such as `Europe/Oslo` or `UTC`',
    })
  if (problems.length === 0) return
  const { placeIn } = await import('./config-place.js')
  const messages = problems.map(({ path: key, reason, hint }) => ({
    ...createMessage('config-key', reason, { path: key, hint }),
    ...placeIn(found, key, config),
  }))
  throw new UsageError('the configuration cannot be used', undefined, messages)
}

function siteOf(config: Config, url: string | undefined): SiteContext {
  const given = typeof config.site === 'string' ? { url: config.site } : (config.site ?? {})
  const address = (url ?? given.url)?.replace(/\/+$/, '/')
  if (address !== undefined && !isWebAddress(address))
    throw new UsageError(
      `the site \`${address}\` is no address`,
      `write \`--site https://${/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(address) ? address : 'example.org'}\``,
    )
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
