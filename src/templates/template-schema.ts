import type { Json } from '../article/article.js'
import { dataSchema } from '../diagnostics/data-schema.js'
import { templateFileShape } from './template-spec.js'

/** Returns the JSON Schema of a template's file: `schema/template.schema.json` holds it. */
export function templateJsonSchema(): { [key: string]: Json } {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Standfirst template',
    ...dataSchema(templateFileShape, true),
  }
}
