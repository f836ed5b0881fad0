import { UsageError } from './errors.js'

/** What `--set` gave: front matter by field, and configuration by path. */
export interface Overrides {
  meta: { [field: string]: unknown }
  config: { path: string[]; value: unknown }[]
}

/**
 * Reads `path=value` pairs. A value is JSON where it reads as such (`20`, `true`, `["a","b"]`), else text; front matter
 * (`meta.kicker=Analysis`) takes numbers as text too, since a title may be a number. Throws `UsageError`.
 */
export function readOverrides(pairs: readonly string[]): Overrides {
  const overrides: Overrides = { meta: {}, config: [] }
  for (const pair of pairs) {
    const [, key, text] = /^\s*([^=]+?)\s*=(.*)$/s.exec(pair) ?? []
    const path = key?.split('.') ?? []
    if (text === undefined || path.some(part => part === '' || part === '__proto__'))
      throw new UsageError(
        `\`--set ${pair}\` sets nothing`,
        'write `--set feed.limit=20` or `--set meta.kicker=Analysis`',
      )
    if (path[0] === 'meta') {
      if (path.length < 2)
        throw new UsageError(`\`--set ${pair}\` names no field`, 'write `--set meta.kicker=Analysis`')
      setAt(overrides.meta, path.slice(1), metaValue(text))
    } else overrides.config.push({ path, value: jsonOr(text) })
  }
  return overrides
}

/** Returns a copy of `config` with the overrides in their places. */
export function overrideConfig<Data extends object>(config: Data, overrides: Overrides['config']): Data {
  const copy = { ...config } as { [key: string]: unknown }
  for (const { path, value } of overrides) setAt(copy, path, value)
  return copy as Data
}

function setAt(object: { [key: string]: unknown }, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]]
  if (rest.length === 0) {
    object[key] = value
    return
  }
  const below = object[key]
  const inside = isData(below) ? { ...below } : {}
  object[key] = inside
  setAt(inside, rest, value)
}

function metaValue(text: string): unknown {
  const value = jsonOr(text)
  return typeof value === 'number' ? text : value
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function isData(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
