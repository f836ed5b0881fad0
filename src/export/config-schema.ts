import type { Json } from '../article/article.js'
import { dataSchema } from '../diagnostics/data-schema.js'
import { configShape } from './config-spec.js'

/**
 * Returns the JSON Schema of the configuration: `schema/config.schema.json` holds it. A key that is neither ours nor one of
 * the formats may be a plugin's format, so it is an object of options.
 */
export function configJsonSchema(formats: readonly string[]): { [key: string]: Json } {
  return { ...dataSchema('Standfirst configuration', configShape(formats)), additionalProperties: { type: 'object' } }
}
