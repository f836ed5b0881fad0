import type { Severity } from '../../diagnostics/message.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'

/** One thing that is wrong with a document in JSON, and at which path: `items.3.id`. */
export interface Fault {
  rule: KnownRuleId
  path: string
  reason: string
  /** A function where it takes long to find: it is called for what is told alone. */
  hint?: string | undefined | (() => string | undefined)
  severity?: Severity | undefined
}

/** Returns whether a value is an object, no list. */
export function isThing(value: unknown): value is { readonly [property: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a path one step further in. */
export function step(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`
}
