import { nearest } from '../../diagnostics/nearest.js'
import { type Fault, isThing, step } from '../json/fault.js'
import { typesOf } from './ld-thing.js'
import { literalFits } from './literal.js'
import {
  ancestorsOf,
  classNames,
  enumerationsOf,
  isClass,
  isDataType,
  propertyNamed,
  propertyNames,
  successorOf,
} from './vocabulary.js'

type Thing = { readonly [property: string]: unknown }
type Say = (fault: Fault) => void

/** Returns what schema.org has against a document: names it does not know, properties a type lacks, values of a wrong kind. */
export function checkVocabulary(document: unknown): Fault[] {
  const faults: Fault[] = []
  const things = new Map<string, Thing>()
  collect(document, things)
  const roots: [string, unknown][] =
    isThing(document) && Array.isArray(document['@graph'])
      ? document['@graph'].map((each, index) => [`@graph.${index}`, each])
      : Array.isArray(document)
        ? document.map((each, index) => [String(index), each])
        : [['', document]]
  for (const [path, root] of roots) if (isThing(root)) checkThing(root, path, things, fault => faults.push(fault))
  return faults
}

/** Every node that says more than its id, by id. */
function collect(value: unknown, things: Map<string, Thing>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, things)
  else if (isThing(value)) {
    const id = value['@id']
    if (typeof id === 'string' && Object.keys(value).length > 1) things.set(id, { ...things.get(id), ...value })
    for (const each of Object.values(value)) collect(each, things)
  }
}

function checkThing(thing: Thing, path: string, things: ReadonlyMap<string, Thing>, say: Say): void {
  const types = typesOf(thing)
  for (const type of types) checkType(type, path, say)
  if (types.length === 0 && thing['@id'] === undefined)
    say({ rule: 'jsonld-type', path, reason: 'a node has neither a type nor an id', severity: 'warning' })
  const known = types.filter(isClass)
  const ancestors = new Set(known.flatMap(type => [...ancestorsOf(type)]))
  for (const [key, value] of Object.entries(thing)) {
    if (key.startsWith('@')) continue
    const [name = '', annotation] = key.replace(/^schema:/, '').split(/-(?=(?:input|output)$)/)
    // A name of another vocabulary is not ours to judge.
    if (name.includes(':')) continue
    const place = { path: step(path, key), types: known, ancestors, things }
    checkProperty(name, value, annotation ? { ...place, ranges: annotations } : place, say)
  }
}

/** Names the class or the property that may be meant; there are a thousand, so no list of them is of use. */
const meant = (name: string, known: readonly string[]) => () => {
  const near = nearest(name, known)
  return near && `did you mean \`${near}\`?`
}

function checkType(type: string, path: string, say: Say): void {
  if (type.includes(':')) return
  const better = successorOf(type)
  if (!isClass(type))
    say({ rule: 'jsonld-type', path, reason: `schema.org has no type \`${type}\``, hint: meant(type, classNames) })
  else if (better)
    say({ rule: 'jsonld-superseded', path, reason: `the type \`${type}\` is out of use`, hint: `write \`${better}\`` })
}

/** What `query-input` may be: of the value of `query` it says how it is to be given (schema.org, Actions). */
const annotations = ['PropertyValueSpecification', 'Text']

interface Place {
  path: string
  /** In the place of the property's own. */
  ranges?: readonly string[]
  types: readonly string[]
  ancestors: ReadonlySet<string>
  things: ReadonlyMap<string, Thing>
}

function checkProperty(name: string, value: unknown, place: Place, say: Say): void {
  const { path, types, ancestors } = place
  const property = propertyNamed(name)
  if (!property) {
    const reason = `schema.org has no property \`${name}\``
    say({ rule: 'jsonld-property', path, reason, hint: meant(name, propertyNames) })
    return
  }
  const better = successorOf(name)
  if (better)
    say({
      rule: 'jsonld-superseded',
      path,
      reason: `the property \`${name}\` is out of use`,
      hint: `write \`${better}\``,
    })
  // A Role repeats the property that it stands in for.
  const owned = property.domains.some(domain => ancestors.has(domain)) || ancestors.has('Role')
  if (types.length > 0 && !owned)
    say({
      rule: 'jsonld-domain',
      path,
      reason: `\`${name}\` is no property of ${types.map(type => `\`${type}\``).join(' and ')}`,
      hint: `it belongs to ${property.domains.map(domain => `\`${domain}\``).join(', ')}`,
    })
  checkValue(name, value, place.ranges ?? property.ranges, place, say)
}

function checkValue(name: string, value: unknown, ranges: readonly string[], place: Place, say: Say): void {
  const { path, things } = place
  if (Array.isArray(value)) {
    if (value.length === 0) say({ rule: 'jsonld-empty', path, reason: `\`${name}\` is an empty list` })
    for (const [index, each] of value.entries())
      checkValue(name, each, ranges, { ...place, path: step(path, index) }, say)
    return
  }
  if (value === null || value === '' || (isThing(value) && Object.keys(value).length === 0)) {
    say({ rule: 'jsonld-empty', path, reason: `\`${name}\` is empty`, hint: 'leave the property out' })
    return
  }
  if (!isThing(value)) checkLiteral(name, value, ranges, path, say)
  else if ('@value' in value) checkLiteral(name, value['@value'], ranges, path, say)
  else if ('@list' in value || '@set' in value) checkValue(name, value['@list'] ?? value['@set'], ranges, place, say)
  else checkNode(name, value, ranges, path, things, say)
}

function checkLiteral(name: string, value: unknown, ranges: readonly string[], path: string, say: Say): void {
  // Google's own form of a breadcrumb: the address of the page, where the vocabulary has a `Thing`.
  const literals = name === 'item' ? ['URL'] : ranges.filter(isDataType)
  if (literals.some(range => literalFits(value, range))) return
  if (
    typeof value === 'string' &&
    enumerationsOf(value).some(each => ranges.some(range => ancestorsOf(each).has(range)))
  )
    return
  say({
    rule: 'jsonld-range',
    path,
    // Most sites write the size of a picture so, and whoever reads it takes it for pixels.
    ...(typeof value === 'number' && ranges.includes('Distance') && { severity: 'warning' as const }),
    reason: `\`${name}\` is ${JSON.stringify(value)?.slice(0, 60)}; ${needed(ranges)} is needed`,
  })
}

function checkNode(
  name: string,
  value: Thing,
  ranges: readonly string[],
  path: string,
  things: ReadonlyMap<string, Thing>,
  say: Say,
): void {
  const id = value['@id']
  const refers = typeof id === 'string' && Object.keys(value).length === 1
  const meant = refers ? things.get(id) : value
  if (refers && !meant) {
    if (enumerationsOf(id).length === 0)
      say({
        rule: 'jsonld-reference',
        path,
        reason: `\`${name}\` refers to \`${id}\`, and nothing in the document has that id`,
      })
    return
  }
  const types = typesOf(meant!).filter(isClass)
  const ancestors = new Set(types.flatMap(type => [...ancestorsOf(type)]))
  // A Role may stand between any property and its value (schema.org, Role).
  const fits = ancestors.has('Role') || ranges.some(range => ancestors.has(range))
  if (types.length > 0 && !fits)
    say({
      rule: 'jsonld-range',
      path,
      reason: `\`${name}\` is a \`${types.join('`, `')}\`; ${needed(ranges)} is needed`,
    })
  if (!refers) checkThing(value, path, things, say)
}

function needed(ranges: readonly string[]): string {
  const names = ranges.map(range => `\`${range}\``)
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? 'nothing')
}
