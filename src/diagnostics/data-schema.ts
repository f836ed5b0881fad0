import type { Json } from '../article/article.js'
import type { DataShape } from './data-shape.js'

type Schema = { [key: string]: Json }

/**
 * Returns the JSON Schema (draft 7, which editors know best) of a whole file. `partial` leaves out what is needed, for files
 * that extend others. Shared shapes are written once, under `definitions`.
 */
export function dataSchema(title: string, shape: DataShape, partial = false): Schema {
  const definitions: Schema = {}
  const body = schemaOf(shape, { partial, definitions })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...body,
    ...(Object.keys(definitions).length > 0 && { definitions }),
  }
}

interface Writing {
  partial: boolean
  definitions: Schema
}

function schemaOf(shape: DataShape, writing: Writing): Schema {
  if (shape.shared === undefined) return described(shape, writing)
  const { shared, ...bare } = shape
  if (!(shared in writing.definitions)) writing.definitions[shared] = described(bare, writing)
  return { $ref: `#/definitions/${shared}` }
}

function described(shape: DataShape, writing: Writing): Schema {
  const schema = bareSchema(shape, writing)
  return shape.about ? { description: shape.about, ...schema } : schema
}

function bareSchema(shape: DataShape, writing: Writing): Schema {
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
      return shape.only === undefined ? { type: 'boolean' } : { const: shape.only }
    case 'enum':
      return { enum: [...shape.values] }
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, writing) }
    case 'object':
      return {
        type: 'object',
        additionalProperties: false,
        ...(shape.needed && !writing.partial && { required: [...shape.needed] }),
        properties: mapValues(shape.fields, field => schemaOf(field, writing)),
      }
    case 'map':
      return {
        type: 'object',
        ...(shape.known && { properties: mapValues(shape.known, field => schemaOf(field, writing)) }),
        additionalProperties: schemaOf(shape.of, writing),
        ...(shape.keyPattern && { propertyNames: { pattern: shape.keyPattern } }),
      }
    case 'either':
      return { anyOf: shape.of.map(one => schemaOf(one, writing)) }
  }
}

function mapValues<From, To>(object: { readonly [key: string]: From }, change: (value: From) => To) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
