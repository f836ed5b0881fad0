import type { Json, Position } from '../../article/article.js'
import { cleanText } from '../clean-text.js'

/** A value of the front matter with its place: what every field reader takes. Given from outside, it has no place. */
export type Entry = ScalarEntry | ListEntry | MapEntry

export interface ScalarEntry {
  kind: 'scalar'
  value: string | number | boolean | null
  /** The value as it is written: `1.10` stays "1.10", which as a number it would not. */
  text: string
  position?: Position
}
export interface ListEntry {
  kind: 'list'
  items: Entry[]
  position?: Position
}
export interface MapEntry {
  kind: 'map'
  fields: Map<string, Entry>
  position?: Position
  /** Names of the fields that were taken out of it so far. */
  read?: Set<string>
}

/** Returns an entry for a JSON value that was given from outside the source. */
export function toEntry(value: unknown): Entry {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(item => toEntry(item)) }
  if (typeof value === 'object' && value !== null)
    return { kind: 'map', fields: new Map(Object.entries(value).map(([name, each]) => [name, toEntry(each)])) }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', value, text: String(value) }
  return { kind: 'scalar', value: null, text: '' }
}

/** Returns an entry as plain JSON, as `meta.extra` and format options hold it. */
export function toJson(entry: Entry): Json {
  if (entry.kind === 'scalar') return typeof entry.value === 'string' ? cleanText(entry.value) : entry.value
  if (entry.kind === 'list') return entry.items.map(item => toJson(item))
  return mapToJson(entry)
}

/** Returns a map as a plain object. A key that would name its prototype is left out. */
export function mapToJson(entry: MapEntry): { [key: string]: Json } {
  const fields = [...entry.fields].filter(([name]) => name !== '__proto__')
  return Object.fromEntries(fields.map(([name, value]) => [cleanText(name), toJson(value)]))
}

/** Returns whether an entry says nothing: `title:` with nothing after it, an empty list. */
export function isEmpty(entry: Entry): boolean {
  if (entry.kind === 'scalar') return entry.value === null || entry.text.trim() === ''
  return entry.kind === 'list' ? entry.items.length === 0 : entry.fields.size === 0
}

/** What an entry is, in words for a message. */
export function kindOf(entry: Entry): string {
  if (entry.kind === 'list') return 'a list'
  if (entry.kind === 'map') return 'a map'
  return `"${shorten(entry.text)}"`
}

/** Cuts a value for a message. */
export function shorten(text: string): string {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim()
  return clean.length > 60 ? `${clean.slice(0, 57)}…` : clean
}
