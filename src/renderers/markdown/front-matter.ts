import { stringify } from 'yaml'
import type { Article, Json, Meta, Person } from '../../article/article.js'
import { hasTime, isIsoDate, toTimestamp } from '../../article/iso-date.js'
import { metaFields } from '../../article/spec.js'
import { holds } from '../../article/text.js'
import { mapArticle } from '../../article/walk.js'
import { cleanText } from '../../readers/clean-text.js'
import { parseYaml, readByline, readFrontMatter } from './grammar.js'
import { renderLines } from './inlines.js'
import { inHeading, type State } from './state.js'

/**
 * Returns the metadata as front matter, each field under the model's own name and in the model's order. What the reader would
 * read otherwise is reported: a field of `extra` that has the name of another field, an author whose role is a contributor's.
 */
export function renderFrontMatter(meta: Meta, state: State): string {
  const written = plainMeta(meta, state)
  const yaml = stringify(written, { lineWidth: 0, schema: 'core', version: '1.2', aliasDuplicateObjects: false })
  reportChanges(meta, yaml, state)
  return `---\n${yaml}---`
}

/** What front matter says of people, beside their names. */
const peopleFields = ['authors', 'contributors'] as const

function plainMeta(meta: Meta, state: State): { [name: string]: Json } {
  const { image, extra, freeBlocks: _inTheBody, ...fields } = meta
  const all: { [name: string]: unknown } = { ...fields }
  for (const name of peopleFields) all[name] = meta[name]?.map(plainPerson)
  if (image) {
    if (image.caption?.some(node => holds(node, 'note')))
      state.report('a note in the caption of the lead picture has no place in front matter', 'markdown-field')
    const words = mapArticle({ ...bare, meta: { ...meta, image } }, node => (node.type === 'note' ? undefined : node))
      .meta.image
    const caption = words?.caption && renderLines(words.caption, inHeading, state)
    all.image = { ...image, ...(caption && { caption }) }
  }
  const ordered = Object.keys(metaFields).flatMap(name => (isSaid(all[name]) ? [[name, oneLine(all[name])]] : []))
  return { ...Object.fromEntries(ordered), ...(extra ?? {}) }
}

/** An article without a body, to walk through a caption. */
const bare: Pick<Article, 'type' | 'version' | 'children'> = { type: 'article', version: 1, children: [] }

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** A person of whom no more is known than a name, or a name and a job, is a byline, where the reader takes it for the same. */
function plainPerson(person: Person): Person | string {
  const { name, role, ...more } = person
  if (Object.keys(more).length > 0) return person
  const byline = role === undefined ? name : `${name}, ${role}`
  const [read, ...others] = readByline(byline)
  return others.length === 0 && same(read, { name, role }) ? byline : person
}

/** Returns a value with every text in it on one line. */
function oneLine(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value).replace(/\s+/g, ' ').trim()
  if (Array.isArray(value)) return value.map(oneLine)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, oneLine(each)]))
}

/** Reads the front matter as the reader will and reports every field that comes back as another. */
function reportChanges(meta: Meta, yaml: string, state: State): void {
  const map = parseYaml({ text: yaml, offset: 4 }, () => undefined)
  const read = map && readFrontMatter(map, {}, silent).meta
  for (const name of Object.keys(metaFields) as (keyof Meta)[]) {
    if (name === 'freeBlocks' || same(withoutCaption(meta[name]), withoutCaption(read?.[name]))) continue
    state.report(`\`${name}\` does not come back from front matter as it was`, 'markdown-field')
  }
}

/** Nothing but the fields themselves is of interest here: captions are Markdown and read elsewhere. */
const silent: Parameters<typeof readFrontMatter>[2] = {
  report: () => undefined,
  timezone: undefined,
  site: undefined,
  readCaption: () => [],
}

function withoutCaption(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('caption' in value)) return value
  const { caption: _caption, ...rest } = value
  return rest
}

/** Whether two values say the same: dates by the moment they name, texts apart from white space, empty lists as absent ones. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return oneLine(a) === oneLine(b) || sameMoment(a, b)
  if (!isSaid(a) || !isSaid(b)) return isSaid(a) === isSaid(b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every(name =>
    same((a as { [name: string]: unknown })[name], (b as { [name: string]: unknown })[name]),
  )
}

const sameMoment = (a: string, b: string): boolean =>
  isIsoDate(a) && isIsoDate(b) && hasTime(a) === hasTime(b) && toTimestamp(a) === toTimestamp(b)
