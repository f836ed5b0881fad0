import type { Json, Meta, Position } from '../../article/article.js'
import { nearestName } from '../nearest-name.js'
import { readAccess, readAllRights, readByline, readDateline, readPicture, readState, type Take } from './combined.js'
import { type Entry, isEmpty, kindOf, type MapEntry, mapToJson, toEntry, toJson } from './entry.js'
import { fields } from './fields.js'
import { at, type FieldContext, type Named, plainName } from './values.js'

/** What front matter gives: metadata, places of its fields, options for formats. */
export interface FrontMatter {
  meta: Partial<Meta> & Pick<Meta, 'authors'>
  places: { [path: string]: Position }
  options?: { [format: string]: { [option: string]: Json } }
}

/** Names that say nothing about an article and are no misspelling: settings of other programs. */
const othersSettings = new Set(
  [
    'layout',
    'template',
    'type',
    'weight',
    'aliases',
    'menu',
    'comments',
    'params',
    'series',
    'theme',
    'css',
    'output',
    'execute',
    'bibliography',
    'csl',
    'mainfont',
    'geometry',
  ].map(name => plainName(name)),
)

/** Reads the fields of a front matter. `overrides` come from outside and win over the field's every name. */
export function readFrontMatter(
  map: MapEntry,
  overrides: { readonly [field: string]: unknown },
  base: Omit<FieldContext, 'place'>,
): FrontMatter {
  const places: { [path: string]: Position } = {}
  const context: FieldContext = {
    ...base,
    place: (path, entry) => {
      if (entry.position) places[path] ??= entry.position
    },
  }
  const rest = byPlainName(map.fields)
  const outer = Object.entries(overrides).map(([name, value]) => [name, toEntry(value)] as const)
  const given = byPlainName(outer)
  const known: string[][] = []
  const take: Take = (...names) => {
    known.push(names)
    const outside = takeFrom(given, names)[0]
    const inside = takeFrom(rest, names)
    if (inside.length > 1) reportContradiction(inside, names[0]!, context)
    return together(outside, inside[0])
  }
  const meta = { ...readSingleFields(take, context), ...readCombinedFields(take, context) }
  const options = withContents(take('toc'), readOptions(take('format'), context))
  const left = rest.size + given.size > 0 ? [...map.fields, ...outer].filter(([name]) => isLeft(name, rest, given)) : []
  const extra = readExtra(new Map(left), known, context)
  return { meta: { ...meta, ...(extra && { extra }) }, places, ...(options && { options }) }
}

/** Fields by the plain form of their names, each with every spelling of it that a source uses. */
type Spellings = Map<string, Named[]>

function byPlainName(fields: Iterable<readonly [string, Entry]>): Spellings {
  const spellings: Spellings = new Map()
  for (const [name, entry] of fields) {
    const plain = knownName(name)
    const others = spellings.get(plain)
    if (others) others.push({ name, entry })
    else spellings.set(plain, [{ name, entry }])
  }
  return spellings
}

const none: readonly Named[] = []

/** Takes every spelling of a field's names out of the fields; what is empty counts as not there. */
function takeFrom(fields: Spellings, names: readonly string[]): readonly Named[] {
  if (fields.size === 0) return none
  let found = none
  for (const name of names) {
    const plain = knownName(name)
    const here = fields.get(plain)
    if (!here) continue
    fields.delete(plain)
    found = [...found, ...here.filter(({ entry }) => !isEmpty(entry))]
  }
  return found
}

/** Returns whether no field has taken a name out of what the source or the caller gives. */
function isLeft(name: string, ...fields: readonly Spellings[]): boolean {
  return fields.some(each => each.has(knownName(name)))
}

/** Plain forms of names, each made once: of the program's own, and of as many that sources use as cost nothing to keep. */
const plainForms = new Map<string, string>()
const MOST_FORMS = 1_000

function knownName(name: string): string {
  const known = plainForms.get(name)
  if (known !== undefined) return known
  const plain = plainName(name)
  if (plainForms.size < MOST_FORMS) plainForms.set(name, plain)
  return plain
}

/** Two names of one field with different values: no one but the author knows which is right. */
function reportContradiction([first, ...others]: readonly Named[], field: string, context: FieldContext): void {
  const other = others.find(({ entry }) => first && canonicalJson(entry) !== canonicalJson(first.entry))
  if (!first || !other) return
  const reason = `\`${first.name}\` is ${kindOf(first.entry)} and \`${other.name}\` is ${kindOf(other.entry)}, but they name the same field`
  context.report('meta-contradiction', reason, {
    // Many programs keep a longer and a shorter text about one article; other fields can have one value only.
    ...(field === 'description' && { severity: 'warning' as const }),
    ...at(other.entry),
    hint: `keep \`${first.name}\` or \`${other.name}\``,
  })
}

/** A name alone and a list of that name alone say the same. */
function canonicalJson(entry: Entry): string {
  const json = toJson(entry)
  return JSON.stringify(Array.isArray(json) && json.length === 1 ? json[0] : json)
}

/** A value from outside replaces the source's; of a map only the fields that it names. */
function together(outside: Named | undefined, inside: Named | undefined): Named | undefined {
  if (outside?.entry.kind !== 'map' || inside?.entry.kind !== 'map') return outside ?? inside
  return {
    name: inside.name,
    entry: { ...inside.entry, fields: new Map([...inside.entry.fields, ...outside.entry.fields]) },
  }
}

const singleFields = Object.entries(fields)

function readSingleFields(take: Take, context: FieldContext): Partial<Meta> {
  const meta: { [name: string]: unknown } = {}
  for (const [name, { names, read }] of singleFields) {
    const field = take(...names)
    const value = field && read(field, context)
    if (value === undefined) continue
    meta[name] = value
    context.place(name, field!.entry)
  }
  return meta as Partial<Meta>
}

function readCombinedFields(take: Take, context: FieldContext): Partial<Meta> & Pick<Meta, 'authors'> {
  const combined = {
    image: readPicture(take, context),
    rights: readAllRights(take, context),
    status: readState(take, context),
    isAccessibleForFree: readAccess(take, context),
    dateline: readDateline(take, context),
  }
  const present = Object.fromEntries(Object.entries(combined).filter(([, value]) => value !== undefined))
  return { ...readByline(take, context), ...present }
}

/** `format: {docx: {…}}`, as Quarto has it; `format: pdf` alone names a format and sets nothing. */
function readOptions(field: Named | undefined, context: FieldContext): FrontMatter['options'] {
  if (field?.entry.kind !== 'map') return undefined
  const options = [...field.entry.fields].flatMap(([format, entry]) => {
    context.place(`format.${format}`, entry)
    if (entry.kind === 'map') return [[format, mapToJson(entry)] as const]
    if (entry.kind !== 'scalar' || entry.text !== 'default')
      context.report('meta-value', `\`format.${format}\` is ${kindOf(entry)}; a map of options is needed`, at(entry))
    return []
  })
  return options.length > 0 ? Object.fromEntries(options) : undefined
}

/** `toc: true`, as other programs have it too, asks for a table of contents in every format that can have one. */
function withContents(field: Named | undefined, options: FrontMatter['options']): FrontMatter['options'] {
  const { entry } = field ?? {}
  if (entry?.kind !== 'scalar' || !/^(true|yes|on)$/i.test(entry.text)) return options
  const asked = ['pdf', 'docx'].map(format => [format, { toc: true, ...options?.[format] }] as const)
  return { ...options, ...Object.fromEntries(asked) }
}

/** What no field knows is kept word for word, and named once, with the field that may have been meant. */
function readExtra(rest: Map<string, Entry>, known: readonly string[][], context: FieldContext): Meta['extra'] {
  const kept = [...rest].filter(([name]) => name !== '__proto__')
  for (const [name, entry] of kept) {
    if (othersSettings.has(plainName(name))) continue
    const near = nearestName(name, known.flat())
    const hint = near ? { hint: `did you mean \`${near}\`?` } : {}
    context.report('meta-unknown', `\`${name}\` is no field of an article: it was kept as data and is not shown`, {
      ...at(entry),
      ...hint,
    })
  }
  return kept.length > 0 ? Object.fromEntries(kept.map(([name, entry]) => [name, toJson(entry)])) : undefined
}
