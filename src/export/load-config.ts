import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { lilconfigSync } from 'lilconfig'
import { jsonFault } from '../diagnostics/json-fault.js'
import { placeAt } from '../readers/place.js'
import type { Config } from './config-spec.js'
import { UsageError } from './errors.js'

/** A configuration and where it was found; paths in it are relative to `folder`. */
export interface FoundConfig {
  config: Config
  /** Absent where none was found. */
  file?: string
  folder?: string
  /** Its text, where that is JSON, for the places of what is wrong in it. */
  json?: string
}

const names = ['json', 'yaml', 'yml', 'mjs'].map(ending => `standfirst.config.${ending}`)

/**
 * Finds the configuration: the file that `--config` names, else the nearest `standfirst.config.{json,yaml,mjs}` in the folder
 * of the first input or above it. What is found is data; code (`.mjs`, `plugins`) runs only where the user works in the
 * folder of the configuration or below it, or has named the file. Throws `UsageError`.
 */
export async function loadConfig(named: string | undefined, from: string, cwd: string): Promise<FoundConfig> {
  const file = named === undefined ? search(from) : path.resolve(cwd, named)
  if (file === undefined) return { config: {} }
  const folder = path.dirname(file)
  const trusted = named !== undefined || isWithin(cwd, folder)
  if (!trusted && file.endsWith('.mjs')) throw untrusted(file, cwd)
  const { config, json } = await read(file, cwd)
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new UsageError(`\`${shown(file, cwd)}\` holds no object with settings`)
  if (!trusted && 'plugins' in config) throw untrusted(file, cwd)
  return { config: config as Config, file, folder, ...(json !== undefined && { json }) }
}

/** At once and not by other threads: there is nothing else to do meanwhile, and each of many looks would be waited for. */
function search(from: string): string | undefined {
  // Finding is one step and reading another: what is found may not be trusted.
  const loaders = Object.fromEntries(['.json', '.yaml', '.yml', '.mjs'].map(ending => [ending, () => ({})]))
  const { search: find } = lilconfigSync('standfirst', {
    searchPlaces: names,
    loaders,
    stopDir: path.parse(from).root,
  })
  try {
    return find(from)?.filepath
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
    throw new UsageError('a folder has the name of a configuration file, `standfirst.config.…`', 'give it another name')
  }
}

async function read(file: string, cwd: string): Promise<{ config: unknown; json?: string }> {
  let source = ''
  try {
    if (file.endsWith('.mjs') || file.endsWith('.js'))
      return { config: ((await import(pathToFileURL(file).href)) as { default?: unknown }).default }
    source = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
    if (file.endsWith('.json')) return { config: JSON.parse(source), json: source }
    const { parseYaml } = await import('./parse-yaml.js')
    return { config: parseYaml(source) }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (missing && source === '') throw new UsageError(`there is no configuration \`${shown(file, cwd)}\``)
    throw new UsageError(`the configuration \`${shown(file, cwd)}\` cannot be read: ${reasonOf(error, source)}`)
  }
}

/** The library for YAML says a place too, and ends in a colon. */
function reasonOf(error: unknown, source: string): string {
  const { reason, offset } = jsonFault(error, source)
  if (offset === undefined) return reason.split('\n')[0]!.replace(/:$/, '')
  const { line, column } = placeAt(source, offset).start
  return `${reason} at line ${line}, column ${column}`
}

function untrusted(file: string, cwd: string): UsageError {
  const name = shown(file, cwd)
  return new UsageError(
    `\`${name}\` runs code and was found beside the input, not where you work`,
    `if you trust it, name it: \`--config ${name}\``,
  )
}

/** Returns whether a folder is another one or lies in it. */
function isWithin(folder: string, outer: string): boolean {
  const between = path.relative(outer, folder)
  return between === '' || !(between.startsWith('..') || path.isAbsolute(between))
}

function shown(file: string, cwd: string): string {
  const relative = path.relative(cwd, file)
  return relative.startsWith('..') ? file : relative
}
