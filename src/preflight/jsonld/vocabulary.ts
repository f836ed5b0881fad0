import table from './vocabulary.json' with { type: 'json' }

/** What schema.org says of names, from the release that `vocabulary.json` was made from (scripts/vocabulary.mjs). */
const classes: { readonly [name: string]: string } = table.classes
const properties: { readonly [name: string]: string } = table.properties
const members: { readonly [name: string]: string } = table.members
const superseded: { readonly [name: string]: string } = table.superseded
const dataTypes: ReadonlySet<string> = new Set(table.dataTypes.split(' '))

/** The names of all classes and of all properties, for suggestions. */
export const classNames: readonly string[] = Object.keys(classes)
export const propertyNames: readonly string[] = Object.keys(properties)

/** Returns whether schema.org has a class of this name. */
export function isClass(name: string): boolean {
  return Object.hasOwn(classes, name)
}

/** Returns the name to use instead of an old one. */
export function successorOf(name: string): string | undefined {
  return Object.hasOwn(superseded, name) ? superseded[name] : undefined
}

/** Returns a class and everything it is a kind of. */
export function ancestorsOf(name: string): Set<string> {
  const all = new Set<string>()
  const enter = (each: string): void => {
    if (all.has(each)) return
    all.add(each)
    for (const parent of (classes[each] ?? '').split(' ')) if (parent) enter(parent)
  }
  enter(name)
  return all
}

/** Which classes have a property, and which classes and data types its values may be; undefined for an unknown name. */
export function propertyNamed(name: string): { domains: string[]; ranges: string[] } | undefined {
  if (!Object.hasOwn(properties, name)) return undefined
  const [domains = '', ranges = ''] = properties[name]!.split('|')
  return { domains: domains.split(' ').filter(Boolean), ranges: ranges.split(' ').filter(Boolean) }
}

/** Returns whether a class is a data type or a kind of one: its values are written as plain JSON. */
export function isDataType(name: string): boolean {
  return [...ancestorsOf(name)].some(each => dataTypes.has(each))
}

/** Returns the enumerations that a name is a member of: `Friday`, `https://schema.org/Friday`. */
export function enumerationsOf(name: string): string[] {
  const bare = name.replace(/^https?:\/\/schema\.org\//, '')
  return Object.hasOwn(members, bare) ? members[bare]!.split(' ') : []
}
