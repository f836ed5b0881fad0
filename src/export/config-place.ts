import type { Position } from '../article/article.js'
import { offsetOf } from '../readers/json-offset.js'
import { placeAt } from '../readers/place.js'
import type { FoundConfig } from './load-config.js'

/** Returns where a key of the configuration stands, where that is JSON; what the command line has set stands nowhere. */
export function placeIn({ config, json }: FoundConfig, key: string): Position | undefined {
  const path = key.split('.')
  let value: unknown = config
  for (const step of path) value = (value as { [key: string]: unknown } | null | undefined)?.[step]
  const offset = json === undefined || value === undefined ? undefined : offsetOf(path, json)
  return offset === undefined || json === undefined ? undefined : placeAt(json, offset)
}
