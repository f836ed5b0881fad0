import { combinedNames, type Take } from './combined.js'
import type { Entry } from './entry.js'
import { fields } from './fields.js'
import { plainName } from './values.js'

/** A field of the metadata, or one of those that several make together. */
export type Field = Parameters<Take>[0]

/** Every field with its names. */
export const namesOf = new Map<Field, readonly string[]>()
/** The field that a name belongs to, by the name's plain form. */
const owners = new Map<string, Field>()
for (const [field, { names }] of Object.entries(fields)) addNames(field as Field, names)
for (const [field, names] of Object.entries(combinedNames)) addNames(field as Field, names)

function addNames(field: Field, names: readonly string[]): void {
  namesOf.set(field, names)
  for (const name of names) owners.set(plainName(name), field)
}

/** Owners of names as sources spell them, each found once: as many as cost nothing to keep. */
const spelled = new Map<string, Field | undefined>()
const MOST_SPELLINGS = 1_000

/** Returns the field that a name belongs to, however it is spelled. */
export function ownerOf(name: string): Field | undefined {
  if (spelled.has(name)) return spelled.get(name)
  const owner = owners.get(plainName(name))
  if (spelled.size < MOST_SPELLINGS) spelled.set(name, owner)
  return owner
}

/** Maps in which other programs keep what they have no field of their own for: Hugo, and Zola twice. */
const otherMaps = ['params', 'extra', 'taxonomies']

/** Returns the fields of a source with those that stand in such a map beside them, where none before says the same. */
export function lifted(fields: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  if (!otherMaps.some(name => fields.get(name)?.kind === 'map')) return fields
  const all = new Map(fields)
  const said = new Set([...fields.keys()].map(ownerOf))
  for (const name of otherMaps) {
    const entry = fields.get(name)
    if (entry?.kind !== 'map') continue
    const rest = new Map(entry.fields)
    for (const [inner, value] of entry.fields) {
      const owner = ownerOf(inner)
      if (owner === undefined || said.has(owner) || all.has(inner)) continue
      said.add(owner)
      all.set(inner, value)
      rest.delete(inner)
    }
    if (rest.size > 0) all.set(name, { ...entry, fields: rest })
    else all.delete(name)
  }
  return all
}
