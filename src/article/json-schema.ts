import type { Json } from './article.js'
import { MODEL_VERSION } from './article.js'
import type { Field, Fields, Group, Shape, StringForm } from './shape.js'
import { groups, metaFields, nodeFields } from './spec.js'

type Schema = { [key: string]: Json }

/** Draft 7 is what editors know best. */
const DIALECT = 'http://json-schema.org/draft-07/schema#'

/** Returns the JSON Schema of the canonical article, made from `spec.ts`: `schema/article.schema.json` holds it. */
export function articleJsonSchema(): Schema {
  const definitions: Schema = { position: positionSchema }
  for (const [name, types] of Object.entries(groups))
    definitions[name] = { oneOf: types.map(type => ({ $ref: `#/definitions/node-${type}` })) }
  for (const [type, fields] of Object.entries(nodeFields)) definitions[`node-${type}`] = nodeSchema(type, fields)
  return {
    $schema: DIALECT,
    title: 'Standfirst article',
    type: 'object',
    required: ['type', 'version', 'meta', 'children'],
    additionalProperties: false,
    properties: {
      type: { const: 'article' },
      version: { const: MODEL_VERSION },
      meta: objectSchema(metaFields),
      children: { type: 'array', items: { $ref: '#/definitions/block' } },
      data: { type: 'object' },
    },
    definitions,
  }
}

const point: Schema = {
  type: 'object',
  required: ['line', 'column'],
  properties: {
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    offset: { type: 'integer', minimum: 0 },
  },
}
const positionSchema: Schema = { type: 'object', required: ['start', 'end'], properties: { start: point, end: point } }

function nodeSchema(type: string, fields: Fields): Schema {
  const own = objectSchema(fields)
  return {
    ...own,
    required: ['type', ...((own.required as string[] | undefined) ?? [])],
    properties: {
      type: { const: type },
      ...(own.properties as Schema),
      position: { $ref: '#/definitions/position' },
      data: { type: 'object' },
    },
  }
}

function objectSchema(fields: Fields): Schema {
  const entries = Object.entries(fields)
  const needed = entries.filter(([, field]) => !field.optional).map(([name]) => name)
  return {
    type: 'object',
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed }),
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field)])),
  }
}

function fieldSchema(field: Field): Schema {
  const schema = shapeSchema(field.shape)
  return field.about ? { description: field.about, ...schema } : schema
}

function shapeSchema(shape: Shape): Schema {
  switch (shape.is) {
    case 'string':
      return { type: 'string', ...(!shape.empty && { minLength: 1 }), ...(shape.form && forms[shape.form]) }
    case 'integer':
      return {
        type: 'integer',
        ...(shape.min !== undefined && { minimum: shape.min }),
        ...(shape.max !== undefined && { maximum: shape.max }),
      }
    case 'boolean':
      return { type: 'boolean' }
    case 'enum':
      return { enum: [...shape.values] }
    case 'list':
      return { type: 'array', items: shapeSchema(shape.of), ...(shape.min && { minItems: shape.min }) }
    case 'object':
      return objectSchema(shape.fields)
    case 'map':
      return { type: 'object', additionalProperties: shapeSchema(shape.of) }
    case 'json':
      return {}
    case 'nodes':
      return { type: 'array', items: groupSchema(shape.group), ...(shape.min && { minItems: shape.min }) }
  }
}

function groupSchema(group: Group): Schema {
  return { $ref: `#/definitions/${group}` }
}

const forms: { [form in StringForm]: Schema } = {
  date: { pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$' },
  language: { pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
  link: { pattern: '^(#.+|https?:|mailto:|tel:)' },
  url: {},
  name: { pattern: '^\\S+$' },
}
