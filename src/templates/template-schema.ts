import type { Json } from '../article/article.js'
import { dataSchema } from '../diagnostics/data-schema.js'
import { templateFileShape } from './template-spec.js'

/** Returns the JSON Schema of a template's file: `schema/template.schema.json` holds it. */
export function templateJsonSchema(): { [key: string]: Json } {
  return dataSchema('Standfirst template', templateFileShape, true)
}
