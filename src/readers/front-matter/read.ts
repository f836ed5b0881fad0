import type { Json, Meta, Position } from '../../article/article.js'
import { nearestName } from '../nearest-name.js'
import { readAccess, readAllRights, readByline, readDateline, readPicture, readState, type Take } from './combined.js'
import { type Entry, isEmpty, kindOf, type MapEntry, mapToJson, toEntry, toJson } from './entry.js'
import { type FieldTable, fields } from './fields.js'
import { type Field, lifted, namesOf, ownerOf } from './owners.js'
import { at, type FieldContext, type Named, plainName, present } from './values.js'

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
    'taxonomies',
    'extra',
    'series',
    'theme',
    'css',
    'output',
    'execute',
    'bibliography',
    'csl',
    'mainfont',
    'resources',
    'cascade',
    'build',
    'sitemap',
    'featured',
    'created',
    'publish',
    'showToc',
    'tocOpen',
    'og_image',
    'og_title',
    'og_description',
    'twitter_image',
    'twitter_title',
    'twitter_description',
    'meta_title',
    'wordpress_id',
    'eleventyNavigation',
    'eleventyExcludeFromCollections',
    'outputs',
    'linkTitle',
    'excerpt_separator',
    'cssclass',
    'cssclasses',
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
  const own = lifted(map.fields)
  const inside = byField(own)
  const outer = new Map(Object.entries(overrides).map(([name, value]) => [name, toEntry(value)]))
  const outside = byField(outer)
  const isPlain = outer.size === 0 && inside.size === own.size
  const asked: Field[] = []
  const isGiven = (field: Field) => inside.has(field) || (outside.size > 0 && outside.has(field))
  const take: Take = field => {
    asked.push(field)
    if (!isGiven(field)) return undefined
    return together(takeFrom(outside, field)[0], onlyOne(takeFrom(inside, field), field, context))
  }
  const meta = readSingleFields(isGiven, take, context) as FrontMatter['meta']
  // Of most stories nothing else is known: no other field is asked for.
  if (isPlain && inside.size === (inside.has('authors') ? 1 : 0))
    return { meta: Object.assign(meta, readByline(take, context)), places }
  readCombinedFields(take, context, meta)
  const options = withContents(take('toc'), readOptions(take('format'), context))
  const left = new Map<string, Entry>()
  const keepLeft = (entry: Entry, name: string) => {
    const owner = ownerOf(name)
    if (owner === undefined || inside.has(owner) || outside.has(owner)) left.set(name, entry)
  }
  own.forEach(keepLeft)
  outer.forEach(keepLeft)
  const extra = left.size > 0 ? readExtra(left, asked, context) : undefined
  if (extra) meta.extra = extra
  return { meta, places, ...(options && { options }) }
}

/** What a source or a caller gives, by field, each with every spelling of it. */
type Given = Map<Field, Named[]>

function byField(fields: ReadonlyMap<string, Entry>): Given {
  const given: Given = new Map()
  // Not by a loop, which makes an array for every field.
  fields.forEach((entry, name) => {
    const owner = ownerOf(name)
    if (owner === undefined) return
    const isFlag = owner === 'published' && entry.kind === 'scalar' && typeof entry.value === 'boolean'
    // Jekyll says so whether a story is shown.
    if (isFlag && plainName(name) === owner)
      add(given, 'draft', { name, entry: { ...entry, value: !entry.value, text: String(!entry.value) } })
    else add(given, owner, { name, entry })
  })
  return given
}

function add(given: Given, field: Field, named: Named): void {
  const others = given.get(field)
  if (others) others.push(named)
  else given.set(field, [named])
}

const none: readonly Named[] = []

/** Takes every spelling of a field, in the order of its names; what is empty counts as not there. */
function takeFrom(given: Given, field: Field): readonly Named[] {
  const all = given.get(field)
  if (!all) return none
  given.delete(field)
  if (all.length === 1) return isEmpty(all[0]!.entry) ? none : all
  const found = all.filter(({ entry }) => !isEmpty(entry))
  if (found.length < 2) return found
  const order = namesOf.get(field)!.map(name => plainName(name))
  return found.sort((a, b) => order.indexOf(plainName(a.name)) - order.indexOf(plainName(b.name)))
}

function onlyOne(found: readonly Named[], field: Field, context: FieldContext): Named | undefined {
  if (found.length > 1) reportContradiction(found, field, context)
  return found[0]
}

/** Two names of one field with different values: no one but the author knows which is right. */
function reportContradiction([first, ...others]: readonly Named[], field: Field, context: FieldContext): void {
  const other = others.find(({ entry }) => first && canonicalJson(entry) !== canonicalJson(first.entry))
  if (!first || !other) return
  const isMild = oftenTwo.has(field) || isOfHugo(first, other)
  const taken = isMild ? `: \`${first.name}\` was taken` : ''
  const reason = `\`${first.name}\` is ${kindOf(first.entry)} and \`${other.name}\` is ${kindOf(other.entry)}, but they name the same field${taken}`
  context.report('meta-contradiction', reason, {
    ...(isMild && { severity: 'warning' as const }),
    ...at(other.entry),
    hint: `keep \`${first.name}\` or \`${other.name}\``,
  })
}

/**
 * Fields that other programs keep twice: a longer and a shorter text, a picture for the page and one for social media, words for
 * readers and for search engines, an id of their database and one of the story.
 */
const oftenTwo: ReadonlySet<Field> = new Set(['description', 'image', 'imageAlt', 'tags', 'categories', 'id'] as const)

/** The day that a text bears, and that from which it is shown. */
const isOfHugo = (...named: readonly Named[]): boolean =>
  named.every(({ name }) => /^(?:date|publish_?date)$/i.test(name))

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

/** The fields that are read by themselves, in the order of the metadata. */
const singleFields = Object.entries(fields).map(([name, { read }]) => ({ name: name as keyof FieldTable, read }))

function readSingleFields(isGiven: (field: Field) => boolean, take: Take, context: FieldContext): Partial<Meta> {
  const meta: { [name: string]: unknown } = {}
  for (let at = 0; at < singleFields.length; at++) {
    const { name, read } = singleFields[at]!
    // Of fifty, a story has half a dozen.
    if (!isGiven(name)) continue
    const field = take(name)
    const value = field && read(field, context)
    if (value === undefined) continue
    meta[name] = value
    context.place(name, field!.entry)
  }
  return meta as Partial<Meta>
}

/** Reads what several fields say together into the metadata. */
function readCombinedFields(take: Take, context: FieldContext, meta: FrontMatter['meta']): void {
  const combined = present({
    image: readPicture(take, context),
    rights: readAllRights(take, context),
    status: readState(take, context),
    isAccessibleForFree: readAccess(take, context),
    dateline: readDateline(take, context),
  })
  Object.assign(meta, readByline(take, context), combined)
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
function readExtra(rest: Map<string, Entry>, asked: readonly Field[], context: FieldContext): Meta['extra'] {
  const known = [...singleFields.map(({ name }) => name), ...asked].flatMap(field => namesOf.get(field)!)
  const kept = [...rest].filter(([name]) => name !== '__proto__')
  for (const [name, entry] of kept) {
    if (othersSettings.has(plainName(name))) continue
    const near = nearestName(name, known)
    const hint = near ? { hint: `did you mean \`${near}\`?` } : {}
    context.report('meta-unknown', `\`${name}\` is no field of an article: it was kept as data and is not shown`, {
      ...at(entry),
      ...hint,
    })
  }
  return kept.length > 0 ? Object.fromEntries(kept.map(([name, entry]) => [name, toJson(entry)])) : undefined
}
