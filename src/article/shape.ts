/**
 * The small language in which `spec.ts` describes values. Four readers walk it: `check.ts`, `json-schema.ts`, the random
 * articles of the tests, and `walk.ts` for what may hold nodes.
 */
export type Shape =
  | { is: 'string'; form?: StringForm; empty?: true }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'boolean' }
  | { is: 'enum'; values: readonly (string | number | null)[] }
  | { is: 'list'; of: Shape; min?: number }
  | { is: 'object'; fields: Fields }
  | { is: 'json' }
  | { is: 'map'; of: Shape }
  | { is: 'nodes'; group: Group; min?: number }

/** What a string must look like beyond being a string. */
export type StringForm = 'date' | 'language' | 'link' | 'url' | 'name'

/** Which nodes may stand in a list of children. */
export type Group = 'block' | 'inline' | 'listItem' | 'tableRow' | 'tableCell'

export interface Field {
  shape: Shape
  optional?: true
  about?: string
}
export interface Fields {
  [name: string]: Field
}

/** A field that must be there. */
export const required = (shape: Shape, about?: string): Field => (about ? { shape, about } : { shape })
/** A field that may be absent, but never null or empty. */
export const optional = (shape: Shape, about?: string): Field =>
  about ? { shape, optional: true, about } : { shape, optional: true }

export const text: Shape = { is: 'string' }
/** A string that may be empty: alt texts, code. */
export const anyText: Shape = { is: 'string', empty: true }
export const isoDate: Shape = { is: 'string', form: 'date' }
export const language: Shape = { is: 'string', form: 'language' }
/** An address of a picture or a page: absolute, or relative to the article. */
export const url: Shape = { is: 'string', form: 'url' }
/** An address that a reader may follow: judged safe (`safe-url.ts`). */
export const link: Shape = { is: 'string', form: 'link' }
export const boolean: Shape = { is: 'boolean' }
export const positive: Shape = { is: 'integer', min: 1 }
export const oneOf = (...values: (string | number | null)[]): Shape => ({ is: 'enum', values })
export const list = (of: Shape, min = 0): Shape => (min ? { is: 'list', of, min } : { is: 'list', of })
export const object = (fields: Fields): Shape => ({ is: 'object', fields })
export const nodes = (group: Group, min = 0): Shape => (min ? { is: 'nodes', group, min } : { is: 'nodes', group })
