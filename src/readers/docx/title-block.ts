import type { Correction, Dateline, LeadImage, Meta, Person } from '../../article/article.js'
import { formatDate } from '../../locale/dates.js'
import { labelsFor } from '../../locale/labels.js'
import { readDatelineText } from '../dateline.js'
import { readDate, suggestDate } from '../front-matter/dates.js'
import { readByline } from '../front-matter/people.js'
import { plainWords, readCaption } from './captions.js'
import type { Item, ParagraphItem } from './items.js'
import type { Piece } from './pieces.js'
import type { Reading } from './reading.js'
import type { ParagraphRole } from './style-roles.js'

/** What stands above and below the text: metadata that is printed. */
export interface TitleBlock {
  meta: Partial<
    Pick<
      Meta,
      'title' | 'kicker' | 'subtitle' | 'description' | 'published' | 'sponsored' | 'image' | 'corrections' | 'dateline'
    >
  >
  people: Person[]
  /** The items of the text itself. */
  rest: Item[]
}

const printed: ReadonlySet<ParagraphRole> = new Set([
  'sponsor',
  'kicker',
  'title',
  'subtitle',
  'abstract',
  'byline',
  'date',
])

/** Takes the title block and the corrections out of a file's items. */
export function takeTitleBlock(items: readonly Item[], reading: Reading): TitleBlock {
  const block: TitleBlock = { meta: {}, people: [], rest: [] }
  const corrections: Correction[] = []
  let open = true
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    if (item.kind === 'paragraph' && printed.has(item.role) && !item.list && (open || item.role !== 'title'))
      takeField(item, block, reading)
    else if (item.kind === 'paragraph' && item.role === 'correction' && item.filled)
      corrections.push(correction(item.pieces, reading))
    else if (open && (hasField(block) || isAboveTitle(items, at)) && isLead(item, items[at + 1]))
      at += takeLead(items, at, block, reading)
    else {
      block.rest.push(item)
      if (item.kind === 'table' || item.filled || item.list) open = false
    }
    // The last paragraph of the title block has the space below it.
    const last = items[at]
    if (last?.kind === 'paragraph' && last.ends) open = false
  }
  if (corrections.length > 0) block.meta.corrections = corrections
  return block
}

const hasField = ({ meta, people }: TitleBlock): boolean => Object.keys(meta).length > 0 || people.length > 0

/** A picture at the very top, its caption with it, may be the lead where the title block stands below it. */
function isAboveTitle(items: readonly Item[], at: number): boolean {
  const below = items.slice(at + 1).find(item => item.kind === 'table' || (item.filled && item.role !== 'imageCaption'))
  return below?.kind === 'paragraph' && printed.has(below.role)
}

function takeField(item: ParagraphItem, { meta, people }: TitleBlock, { language }: Reading): void {
  const words = plainWords(item.pieces)
  if (words === '') return
  switch (item.role) {
    case 'byline':
      people.push(...bylineOf(item.pieces))
      return
    case 'date': {
      const date = dateIn(words)
      if (date && !meta.published) meta.published = date
      return
    }
    case 'sponsor':
      meta.sponsored = { name: sponsorIn(words, language) }
      return
    case 'abstract':
      meta.description = [meta.description, words].filter(Boolean).join(' ')
      return
    case 'title':
    case 'subtitle':
    case 'kicker':
      meta[item.role] = [meta[item.role], words].filter(Boolean).join(' ')
  }
}

/** Returns the name in "Sponsored by Harbour Bank"; the whole line where it is worded otherwise. */
function sponsorIn(words: string, language: string): string {
  const [before = '', after = ''] = labelsFor(language).sponsoredBy.split('{name}')
  const named = words.startsWith(before) && words.endsWith(after)
  return (named && words.slice(before.length, words.length - after.length).trim()) || words
}

/** A time without a zone in words is left out, and no zone guessed. */
function dateIn(words: string): string | undefined {
  return readDate(words)?.date ?? suggestDate(words)?.date.replace(/ .*$/, '')
}

/** Names have a style of their own, what stands after each says who they are; without such styles the line is divided. */
function bylineOf(pieces: readonly Piece[]): Person[] {
  if (!pieces.some(piece => piece.marks.role === 'bylineName')) return readByline(plainWords(pieces))
  const people: { name: string; details: string; url?: string }[] = []
  let inName = false
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue
    if (piece.marks.role === 'bylineName') {
      if (inName) people.at(-1)!.name += piece.value
      else people.push({ name: piece.value, details: '', ...(piece.marks.link && { url: piece.marks.link.url }) })
    } else if (people.length > 0) people.at(-1)!.details += piece.value
    inName = piece.marks.role === 'bylineName'
  }
  return people.map(({ name, details, url }) => {
    const job = /^\s*,\s*(.+?)\s*(?:·\s*)?$/u
      .exec(details)?.[1]
      ?.replace(/\s*·$|,$/u, '')
      .trim()
    return { name: name.replace(/\s+/g, ' ').trim(), ...(job && { jobTitle: job }), ...(url && { url }) }
  })
}

/** A picture between title and text, not numbered like those of the text. */
function isLead(item: Item, next: Item | undefined): boolean {
  if (item.kind !== 'paragraph' || item.role !== 'figure' || item.box !== undefined || item.list || item.indent > 0)
    return false
  if (!item.pieces.some(piece => piece.kind === 'picture')) return false
  const caption = next?.kind === 'paragraph' && next.role === 'imageCaption' ? next : undefined
  return !caption?.pieces.some(piece => piece.marks.role === 'captionLabel' || piece.kind === 'counter')
}

/** Returns how many items after the first belong to the lead picture. */
function takeLead(items: readonly Item[], at: number, { meta }: TitleBlock, reading: Reading): number {
  const picture = (items[at] as ParagraphItem).pieces.find(piece => piece.kind === 'picture')!
  const next = items[at + 1]
  const captioned = next?.kind === 'paragraph' && next.role === 'imageCaption'
  const words = captioned ? readCaption(next.pieces, reading) : {}
  const { url, alt } = picture as Extract<Piece, { kind: 'picture' }>
  meta.image = { url, alt, ...words } satisfies LeadImage
  return captioned ? 1 : 0
}

/** Reads a correction: its label says what kind it is, and when. */
function correction(pieces: readonly Piece[], reading: Reading): Correction {
  const label = plainWords(pieces.filter(piece => piece.marks.role === 'correctionLabel'))
  const text = plainWords(pieces.filter(piece => piece.marks.role !== 'correctionLabel'))
  const labels = labelsFor(reading.language)
  const kinds = ['correction', 'clarification', 'update', 'retraction'] as const
  const kind = kinds.find(each => label.toLowerCase().startsWith(labels[each].toLowerCase())) ?? 'correction'
  const date = printedDate(label, reading.language)
  return { kind, ...(date && { date }), text: text || label }
}

/** Returns the day that a label prints: the one that is written so in the article's language. */
function printedDate(label: string, language: string): string | undefined {
  const year = /\d{4}/.exec(label.normalize('NFKC'))?.[0]
  if (!year) return undefined
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= 31; day++) {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      if (label.includes(`, ${formatDate(date, language)}`) && readDate(date)) return date
    }
  }
  return undefined
}

/** Takes the dateline off the first paragraph: its style marks it, a dash ends it. */
export function takeDateline(items: readonly Item[]): Dateline | undefined {
  const first = items.find(
    (item): item is ParagraphItem =>
      item.kind === 'paragraph' && item.pieces.some(piece => piece.marks.role === 'dateline'),
  )
  if (!first) return undefined
  const line = plainWords(first.pieces.filter(piece => piece.marks.role === 'dateline'))
  const rest = first.pieces.filter(piece => piece.marks.role !== 'dateline')
  const [start, ...others] = rest
  first.pieces =
    start?.kind === 'text' ? [{ ...start, value: start.value.replace(/^\s*[—–-]?\s*/u, '') }, ...others] : rest
  first.filled = first.pieces.some(piece => piece.kind !== 'text' || piece.value.trim() !== '')
  return readDatelineText(line)
}
