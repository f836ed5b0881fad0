import type { Json } from '../article/article.js'
import type { DataShape } from './data-shape.js'

/** Returns the JSON Schema (draft 7) of a shape. `partial` leaves out what is needed, for files that extend others. */
export function dataSchema(shape: DataShape, partial = false): { [key: string]: Json } {
  const schema = bareSchema(shape, partial)
  return shape.about ? { description: shape.about, ...schema } : schema
}

function bareSchema(shape: DataShape, partial: boolean): { [key: string]: Json } {
  switch (shape.is) {
    case 'anything':
      return {}
    case 'string':
      return { type: 'string', ...(shape.pattern && { pattern: shape.pattern }) }
    case 'number':
      return {
        type: shape.integer ? 'integer' : 'number',
        ...(shape.min !== undefined && { minimum: shape.min }),
        ...(shape.max !== undefined && { maximum: shape.max }),
      }
    case 'boolean':
      return { type: 'boolean' }
    case 'enum':
      return { enum: [...shape.values] }
    case 'list':
      return { type: 'array', items: dataSchema(shape.of, partial) }
    case 'object':
      return {
        type: 'object',
        additionalProperties: false,
        ...(shape.needed && !partial && { required: [...shape.needed] }),
        properties: mapValues(shape.fields, field => dataSchema(field, partial)),
      }
    case 'map':
      return {
        type: 'object',
        additionalProperties: dataSchema(shape.of, partial),
        ...(shape.keyPattern && { propertyNames: { pattern: shape.keyPattern } }),
      }
    case 'either':
      return { anyOf: shape.of.map(one => dataSchema(one, partial)) }
  }
}

function mapValues<From, To>(object: { readonly [key: string]: From }, change: (value: From) => To) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
