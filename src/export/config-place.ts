import type { Position } from '../article/article.js'
import { offsetOf } from '../readers/json-offset.js'
import { placeAt } from '../readers/place.js'
import type { Config } from './config-spec.js'
import type { FoundConfig } from './load-config.js'

/**
 * Returns the file in which a key of the configuration that is in use stands, and where in it, if that is JSON; nothing for
 * what the command line has set.
 */
export function placeIn(
  { config: own, file, json }: FoundConfig,
  key: string,
  used: Config,
): { file?: string; position?: Position } {
  const path = key.split('.')
  const value = valueAt(path, own)
  const isSetElsewhere = typeof value !== 'object' && value !== valueAt(path, used)
  if (!file || isSetElsewhere || !Object.hasOwn(own, path[0]!)) return {}
  const offset = json === undefined || value === undefined ? undefined : offsetOf(path, json)
  return offset === undefined || json === undefined ? { file } : { file, position: placeAt(json, offset) }
}

function valueAt(path: readonly string[], config: Config): unknown {
  let value: unknown = config
  for (const step of path) value = (value as { [key: string]: unknown } | null | undefined)?.[step]
  return value
}
