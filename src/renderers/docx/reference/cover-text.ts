import type { Flow } from '../body/flow.js'
import type { Relationships } from '../package/relationships.js'
import type { CopiedParts, RawRelationship } from './copied-parts.js'
import { fillFields } from './fill-fields.js'
import { rawAttribute, rawElements, rawInside } from './raw-xml.js'

/** A letterhead's own text, around the place where the article goes. Markup to the letter. */
export interface CoverText {
  before: string
  after: string
}

const words = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g

/** Returns the text around the paragraph `{{body}}` of a letterhead; undefined where it has none: then only its looks count. */
export function coverText(document: string): CoverText | undefined {
  const body = rawElements(rawInside(document)).find(each => each.name === 'w:body')
  const blocks = body ? rawElements(rawInside(body.raw)) : []
  const at = blocks.findIndex(({ raw }) =>
    /^\s*\{\{\s*body\s*\}\}\s*$/.test([...raw.matchAll(words)].map(match => match[1]).join('')),
  )
  if (at < 0) return undefined
  const join = (some: typeof blocks): string => some.map(each => each.raw).join('')
  const last = blocks.at(-1)?.name === 'w:sectPr' ? blocks.length - 1 : blocks.length
  return { before: join(blocks.slice(0, at)), after: join(blocks.slice(at + 1, last)) }
}

/** Returns the largest of the numbers that some elements of a markup have. */
export function largestNumber(markup: string, attribute: RegExp): number {
  let largest = 0
  for (const match of markup.matchAll(attribute)) largest = Math.max(largest, Number(match[1]) || 0)
  return largest
}

export type NoteKind = 'footnote' | 'endnote'

/** The notes of a letterhead by their ids, and the part that they stand in. */
export interface HouseNotes {
  part: string | undefined
  texts: ReadonlyMap<string, string>
}

/** What of a letterhead's text is moved into the article's file. */
export interface Removal {
  copied: CopiedParts
  /** Path of the letterhead's main part. */
  document: string
  notes: { readonly [kind in NoteKind]: HouseNotes }
  values: { readonly [name: string]: string | undefined }
}

/**
 * Returns a letterhead's text as it stands in the new file: fields filled, references led to its new parts, notes
 * renumbered. Its endnotes become footnotes, for the file has no others; remarks are about the letterhead and stay behind.
 */
export function moveText(markup: string, removal: Removal, flow: Flow): string {
  const { footnotes } = flow.file
  const withNotes = withoutRemarks(markup).replace(
    /<w:(footnote|endnote)Reference\b[^>]*\/>/g,
    (mark, kind: NoteKind) => {
      const { part, texts } = removal.notes[kind]
      const note = texts.get(rawAttribute(mark, 'w:id') ?? '')
      if (note === undefined) return ''
      const id = footnotes.reserve()
      const text = note.replace(/<w:endnoteRef\/>/g, '<w:footnoteRef/>')
      footnotes.write(id, moveReferences(text, part, footnotes.relationships, removal.copied), true)
      return `<w:footnoteReference w:id="${id}"/>`
    },
  )
  return fillFields(moveReferences(withNotes, removal.document, flow.part, removal.copied), removal.values)
}

/** Returns what of a letterhead's text is not in the new file as it was, in words. */
export function changesOf({ before, after }: CoverText): string[] {
  const markup = before + after
  return [
    /<w:commentReference\b/.test(markup) ? 'its comments were left out: they are about the letterhead' : [],
    /<w:endnoteReference\b/.test(markup) ? 'its endnotes stand as footnotes' : [],
  ].flat()
}

function withoutRemarks(markup: string): string {
  return markup
    .replace(/<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*\/>/g, '')
    .replace(/<w:dataBinding\b[^>]*\/>/g, '')
}

function moveReferences(markup: string, part: string | undefined, to: Relationships, copied: CopiedParts): string {
  if (part === undefined) return markup
  const known = new Map(copied.relationships(part).map(each => [each.id, each]))
  return markup.replace(/(\sr:(?:id|embed|link|pict|dm|lo|qs|cs)=")([^"]*)"/g, (whole, open: string, id: string) => {
    const target = known.get(id)
    const moved = target && move(target, to, copied)
    return moved === undefined ? whole : `${open}${moved}"`
  })
}

function move({ type, target, external }: RawRelationship, to: Relationships, copied: CopiedParts): string | undefined {
  const place = external ? target : copied.copy(target)
  return place === undefined ? undefined : to.as(type, place, external)
}

/** Returns a letterhead's notes by id, those that are notes alone. */
export function notesOf(kind: NoteKind, root: string | undefined): Map<string, string> {
  const notes = rawElements(rawInside(root ?? '')).filter(
    ({ name, raw }) => name === `w:${kind}` && (rawAttribute(raw, 'w:type') ?? 'normal') === 'normal',
  )
  return new Map(notes.map(({ raw }) => [rawAttribute(raw, 'w:id') ?? '', rawInside(raw)]))
}

/** Returns the attributes of a root that declares the prefixes of both: ours, and those of a letterhead's text. */
export function joinNamespaces(own: string, theirs: string): string {
  const attributes = new Map<string, string>()
  const ignorable = new Set<string>()
  for (const source of [own, theirs])
    for (const [, name, value] of source.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)) {
      if (name === 'mc:Ignorable') for (const each of value!.split(/\s+/).filter(Boolean)) ignorable.add(each)
      else if (name!.startsWith('xmlns:') && !attributes.has(name!)) attributes.set(name!, value!)
    }
  const declared = [...attributes].map(([name, value]) => `${name}="${value}"`)
  return `${declared.join(' ')} mc:Ignorable="${[...ignorable].filter(each => attributes.has(`xmlns:${each}`)).join(' ')}"`
}
