import type { DataShape } from './data-shape.js'
import { suggestion } from './nearest.js'

/** What is wrong at one place of data that a person wrote: its path such as `styles.title.size`, and what to do. */
export interface DataProblem {
  path: string
  reason: string
  hint?: string
  /** Whether all that is wrong is a key that the shape does not have. */
  unknown?: true
}

/**
 * Judges a value against its shape and returns every problem, unknown keys with the nearest right one. `partial` says
 * that needed fields may be absent, as in a template that extends another.
 */
export function checkData(value: unknown, shape: DataShape, partial = false, path = ''): DataProblem[] {
  switch (shape.is) {
    case 'anything':
      return []
    case 'string':
      return typeof value === 'string' && (!shape.pattern || new RegExp(shape.pattern, 'u').test(value))
        ? []
        : [wrong(path, value, shape.wanted ?? 'a text')]
    case 'number':
      return isNumber(value, shape) ? [] : [wrong(path, value, rangeOf(shape))]
    case 'boolean':
      return typeof value === 'boolean' && (shape.only ?? value) === value
        ? []
        : [wrong(path, value, '`true` or `false`')]
    case 'enum':
      return shape.values.includes(value as string) ? [] : [wrongChoice(path, value, shape.values.map(String))]
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((each, index) => checkData(each, shape.of, partial, join(path, String(index))))
        : [wrong(path, value, 'a list')]
    case 'object':
      return isObject(value) ? checkObject(value, shape, partial, path) : [wrong(path, value, 'an object')]
    case 'map':
      return isObject(value) ? checkMap(value, shape, partial, path) : [wrong(path, value, 'an object')]
    case 'either':
      return shape.of.some(one => checkData(value, one, partial).length === 0)
        ? []
        : closest(value, shape, partial, path)
  }
}

/** Of several allowed shapes the one of the value's own kind says best what is wrong. */
function closest(
  value: unknown,
  shape: Extract<DataShape, { is: 'either' }>,
  partial: boolean,
  path: string,
): DataProblem[] {
  const object = isObject(value) && shape.of.find(one => one.is === 'object')
  return object ? checkData(value, object, partial, path) : [wrong(path, value, shape.wanted)]
}

function checkObject(
  value: { [key: string]: unknown },
  shape: Extract<DataShape, { is: 'object' }>,
  partial: boolean,
  path: string,
): DataProblem[] {
  const known = Object.keys(shape.fields)
  const problems = Object.entries(value).flatMap(([key, each]) => {
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
    return field ? checkData(each, field, partial, join(path, key)) : [unknownKey(join(path, key), key, known)]
  })
  const missing = partial ? [] : (shape.needed ?? []).filter(key => value[key] === undefined)
  return [...problems, ...missing.map(key => ({ path: join(path, key), reason: `\`${join(path, key)}\` is missing` }))]
}

function checkMap(
  value: { [key: string]: unknown },
  shape: Extract<DataShape, { is: 'map' }>,
  partial: boolean,
  path: string,
): DataProblem[] {
  const { known = {} } = shape
  return Object.entries(value).flatMap(([key, each]) =>
    shape.keyPattern && !new RegExp(shape.keyPattern, 'u').test(key)
      ? [wrong(join(path, key), key, shape.keyWanted ?? 'another name')]
      : checkData(each, Object.hasOwn(known, key) ? known[key]! : shape.of, partial, join(path, key)),
  )
}

function unknownKey(path: string, key: string, known: readonly string[]): DataProblem {
  return { path, reason: `there is no key \`${path}\``, hint: suggestion(key, known), unknown: true }
}

function wrong(path: string, value: unknown, wanted: string): DataProblem {
  return { path, reason: `\`${path}\` is ${show(value)}; ${wanted} is needed` }
}

function wrongChoice(path: string, value: unknown, values: readonly string[]): DataProblem {
  return { path, reason: `\`${path}\` cannot be ${show(value)}`, hint: suggestion(String(value), values) }
}

function isNumber(value: unknown, shape: Extract<DataShape, { is: 'number' }>): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  if (shape.integer && !Number.isInteger(value)) return false
  return value >= (shape.min ?? -Infinity) && value <= (shape.max ?? Infinity)
}

function rangeOf(shape: Extract<DataShape, { is: 'number' }>): string {
  const kind = shape.integer ? 'a whole number' : 'a number'
  if (shape.min !== undefined && shape.max !== undefined) return `${kind} from ${shape.min} to ${shape.max}`
  return shape.min === undefined ? kind : `${kind} of at least ${shape.min}`
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key
}
