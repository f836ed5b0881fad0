/**
 * The small language in which templates and configuration are described. Two readers walk it: `check-data.ts`, which
 * names every wrong key with the nearest right one, and `data-schema.ts`, which writes the JSON Schema for editors.
 */
export type DataShape = {
  /** A sentence for the documentation. */
  about?: string
  /** Name under which the JSON Schema writes the shape once, where it stands in many places. */
  shared?: string
} & (
  | { is: 'string'; pattern?: string; wanted?: string }
  | { is: 'number'; min?: number; max?: number; integer?: true }
  | { is: 'boolean'; only?: boolean }
  | { is: 'enum'; values: readonly (string | number)[] }
  | { is: 'list'; of: DataShape }
  | { is: 'object'; fields: DataFields; needed?: readonly string[] }
  /** `known` names keys whose values have a shape of their own. */
  | { is: 'map'; of: DataShape; known?: DataFields; keyPattern?: string; keyWanted?: string }
  | { is: 'either'; of: readonly DataShape[]; wanted: string }
  | { is: 'anything' }
)

export interface DataFields {
  readonly [name: string]: DataShape
}

/** Any string but an empty one. */
export const words: DataShape = { is: 'string', pattern: '\\S', wanted: 'a text' }
export const flag: DataShape = { is: 'boolean' }
export const anything: DataShape = { is: 'anything' }
/** A number of points, zero or more. */
export const length: DataShape = { is: 'number', min: 0, max: 10_000 }
/** A number of points that may be negative. */
export const signedLength: DataShape = { is: 'number', min: -10_000, max: 10_000 }
/** One of a closed list. */
export const choice = (...values: readonly (string | number)[]): DataShape => ({ is: 'enum', values })
/** An object with these fields and no other; all may be absent but those named in `needed`. */
export const fields = (of: DataFields, needed?: readonly string[]): DataShape =>
  needed ? { is: 'object', fields: of, needed } : { is: 'object', fields: of }
/** The shape under a name of its own in the JSON Schema. */
export const shared = (name: string, shape: DataShape): DataShape => ({ ...shape, shared: name })
/** The shape with a sentence of documentation. */
export const about = (sentence: string, shape: DataShape): DataShape => ({ ...shape, about: sentence })
