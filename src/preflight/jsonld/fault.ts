import type { Severity } from '../../diagnostics/message.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'

/** One thing that is wrong with structured data, and at which path. */
export interface Fault {
  rule: KnownRuleId
  path: string
  reason: string
  hint?: string | undefined
  severity?: Severity
}

/** A node of a JSON-LD document with the path at which it stands. */
export interface LdThing {
  path: string
  value: { readonly [property: string]: unknown }
}

/** Returns a node's types, without a `schema:` prefix or address. */
export function typesOf(value: { readonly [property: string]: unknown }): string[] {
  const type = value['@type']
  return (Array.isArray(type) ? type : [type])
    .filter((each): each is string => typeof each === 'string')
    .map(each => each.replace(/^(schema:|https?:\/\/schema\.org\/)/, ''))
}

/** Returns whether a value is a node. */
export function isThing(value: unknown): value is { readonly [property: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a path one step further in. */
export function step(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`
}
