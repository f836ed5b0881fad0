import type { Json } from '../article/article.js'
import { dataSchema } from '../diagnostics/data-schema.js'
import { configShape } from './config-spec.js'

/**
 * Returns the JSON Schema of the configuration: `schema/config.schema.json` holds it. Every other key is
 * the name of a format, built in or a plugin's, and holds its options.
 */
export function configJsonSchema(): { [key: string]: Json } {
  return { ...dataSchema('Standfirst configuration', configShape([])), additionalProperties: { type: 'object' } }
}
