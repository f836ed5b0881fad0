import type { Block, Figure, Heading, Image, Inline, Table } from '../../article/article.js'
import { safeUrl } from '../../article/safe-url.js'
import { inlineText } from '../../article/text.js'
import { beginsWithDash, keepNotes, readAttributionLine } from '../markdown/attribution.js'
import { attributionOf } from './attribution.js'
import { buildInlines } from './build-inlines.js'
import { plainWords, readCaption, trimEnds } from './captions.js'
import type { Item, ListPlace, ParagraphItem } from './items.js'
import type { Piece } from './pieces.js'
import type { Reading } from './reading.js'
import { taskBox } from './task-box.js'

/** One block of the text and where it stands. */
export interface Leaf {
  /** Absent: an item of a list that has nothing in it. */
  block?: Block
  /** The speaker of the quotation that ends here. */
  speaker?: ReturnType<typeof attributionOf>
  box: string | undefined
  boxTitle?: string
  /** How many quotations stand around. */
  quotes: number
  list?: ListPlace & { checked?: boolean }
  /** It continues an item at this level, counted from 1. */
  continues: number
  indent: number
  begins: boolean
  ends: boolean
  /** A line of code that the next one continues. */
  joins?: boolean
}

/** Makes blocks of paragraphs and tables, each with the traces of what stood around it. */
export function toLeaves(items: readonly Item[], reading: Reading): Leaf[] {
  const leaves: Leaf[] = []
  for (let at = 0; at < items.length; at++) {
    const taken = takeFigure(items, at, leaves, reading) || takeTable(items, at, leaves, reading)
    if (taken > 0) at += taken - 1
    else leaves.push(...leafOf(items[at] as ParagraphItem, reading))
  }
  if (reading.styles.hasSpeakerStyle) return leaves
  return leaves.map((leaf, at) => spoken(leaf, leaves[at - 1], leaves[at + 1]))
}

/**
 * In a file that has no style for it the line of a speaker is a paragraph under the quotation, or its last, that begins with a
 * dash and reads like a name: as in Markdown. Two that begin so, one under the other, are a dialogue.
 */
function spoken(leaf: Leaf, before: Leaf | undefined, after: Leaf | undefined): Leaf {
  const { block, ...place } = leaf
  const quoted = before?.block
  if (quoted?.type !== 'paragraph' || before!.quotes === 0 || before!.box !== leaf.box) return leaf
  if (leaf.list || block?.type !== 'paragraph' || isDashed(quoted) || isDashed(after?.block)) return leaf
  if (leaf.quotes !== 0 && leaf.quotes !== before!.quotes) return leaf
  const line = readAttributionLine(block.children)
  if (!line || 'doubt' in line) return leaf
  keepNotes([quoted], block.children)
  return { ...place, quotes: before!.quotes, speaker: line.attribution }
}

const isDashed = (block: Block | undefined): boolean => block?.type === 'paragraph' && beginsWithDash(block.children)

function around(item: Item): Leaf {
  const continues = item.kind === 'paragraph' ? item.continues : 0
  return { box: item.box, quotes: 0, continues, indent: item.indent, begins: item.begins, ends: item.ends }
}

/** Pictures on rows of three and a caption under them. */
function takeFigure(items: readonly Item[], at: number, leaves: Leaf[], reading: Reading): number {
  const first = items[at]!
  if (!isFigure(first)) return 0
  const images = imagesIn(first.pieces)
  let end = at + 1
  for (let last = first; last && imagesIn(last.pieces).length >= PICTURES_IN_ROW; end++) {
    const next = items[end]
    if (!next || !isFigure(next) || next.role !== 'figure' || next.box !== first.box) break
    images.push(...imagesIn(next.pieces))
    last = next
  }
  const below = items[end]
  const captioned = below?.kind === 'paragraph' && isCaption(below, 'imageCaption') && below.box === first.box
  const words = captioned ? readCaption(below.pieces, reading) : {}
  const figure: Figure = { type: 'figure', images: images as [Image, ...Image[]], ...words }
  const last = captioned ? below : (items[end - 1] as ParagraphItem)
  leaves.push({ ...around(first), block: figure, ends: last.ends, ...inListOf(first) })
  return end - at + (captioned ? 1 : 0)
}

const PICTURES_IN_ROW = 3

/** A paragraph that is nothing but pictures. */
function isFigure(item: Item): item is ParagraphItem {
  if (item.kind !== 'paragraph' || !figureRoles.has(item.role)) return false
  const others = item.pieces.filter(piece => piece.kind !== 'picture')
  const pictures = item.pieces.filter(piece => piece.kind === 'picture')
  return (
    pictures.length > 0 &&
    // A picture that an editor has cut or that is a link stays in its line.
    (item.role === 'figure' || pictures.every(piece => Object.keys(piece.marks).length === 0)) &&
    others.every(piece => piece.kind === 'break' || (piece.kind === 'text' && piece.value.trim() === ''))
  )
}

const figureRoles: ReadonlySet<ParagraphItem['role']> = new Set(['figure', 'text', 'boxText', 'caption'])

function imagesIn(pieces: readonly Piece[]): Image[] {
  return pieces.flatMap(piece => (piece.kind === 'picture' ? [{ url: piece.url, alt: piece.alt }] : []))
}

/** `caption` alone is what Word calls both kinds. */
const isCaption = (item: ParagraphItem, role: 'imageCaption' | 'tableCaption'): boolean =>
  item.filled &&
  (item.role === role ||
    item.role === 'caption' ||
    (item.role === 'figure' && role === 'imageCaption' && !item.pieces.some(piece => piece.kind === 'picture')))

/** A table, with the caption above it, or below it where that is nothing else's. */
function takeTable(items: readonly Item[], at: number, leaves: Leaf[], reading: Reading): number {
  const item = items[at]!
  const next = items[at + 1]
  if (item.kind === 'paragraph') {
    if (!isCaption(item, 'tableCaption') || next?.kind !== 'table') return 0
    leaves.push({ ...around(item), indent: next.indent, block: withCaption(next.table, item.pieces, reading) })
    return 2
  }
  const below =
    next?.kind === 'paragraph' && next.role === 'tableCaption' && items[at + 2]?.kind !== 'table' ? next : undefined
  // A panel never ends in a table: what follows says whose it is.
  const box = item.box === '' ? (boxAfter(items, at) ?? leaves.at(-1)?.box) : item.box
  const block = below ? withCaption(item.table, below.pieces, reading) : item.table
  leaves.push({ ...around(item), box, block })
  return below ? 2 : 1
}

/** The panel of the first paragraph after a table that is more than a gap. */
function boxAfter(items: readonly Item[], at: number): string | undefined {
  for (const item of items.slice(at + 1, at + 4)) {
    if (item.kind === 'table') return undefined
    if (item.box !== undefined) return item.box
    if (item.filled) return undefined
  }
  return undefined
}

function withCaption(table: Table, pieces: readonly Piece[], reading: Reading): Table {
  const { caption, credit } = readCaption(pieces, reading)
  const words: Inline[] = [...(caption ?? []), ...(credit ? [{ type: 'text' as const, value: ` ${credit}` }] : [])]
  if (words.length === 0) return table
  const { type, alt, ...rest } = table
  // Pandoc repeats the caption as the description: one of them is enough.
  const described = alt !== undefined && alt !== inlineText(words).trim()
  return { type, caption: words, ...(described && { alt }), ...rest }
}

function leafOf(item: ParagraphItem, reading: Reading): Leaf[] {
  const place = around(item)
  const { role } = item
  if (role === 'generated') return []
  if (!item.filled) return emptyLeaf(item, place)
  const children = (): Inline[] => trimEnds(buildInlines(item.pieces, reading.noteText))
  switch (role) {
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'heading5':
    case 'heading6': {
      const rank = Number(role.at(-1)) as Heading['rank']
      const heading: Heading = { type: 'heading', rank, id: '', children: children() }
      for (const name of item.bookmarks) reading.bookmarks.set(name, heading)
      return [{ ...place, block: heading, ...inListOf(item) }]
    }
    case 'quote1':
    case 'quote2':
    case 'quote3':
      return [{ ...textLeaf(item, place, reading), quotes: Number(role.at(-1)) }]
    case 'quoteSource1':
    case 'quoteSource2':
    case 'quoteSource3':
      return [{ ...place, quotes: Number(role.at(-1)), speaker: attributionOf(item.pieces) }]
    case 'pullQuote':
      return [{ ...place, block: { type: 'pullQuote', children: children() } }]
    case 'pullQuoteSource':
      return [{ ...place, speaker: attributionOf(item.pieces) }]
    case 'boxTitle':
      return [{ ...place, boxTitle: plainWords(item.pieces) }]
    case 'code':
    case 'codeLine':
      return [
        {
          ...place,
          block: { type: 'code', value: codeOf(item.pieces), ...(item.code !== undefined && { lang: item.code }) },
          ...(role === 'codeLine' && { joins: true }),
          ...inListOf(item),
        } as Leaf,
      ]
    case 'embed':
      return [
        { ...place, block: embedOf(item.pieces) ?? { type: 'paragraph', children: children() }, ...inListOf(item) },
      ]
    default:
      return [textLeaf(item, place, reading)]
  }
}

function inListOf(item: ParagraphItem): Pick<Leaf, 'list'> {
  return item.list ? { list: item.list } : {}
}

/** An empty paragraph is space, but for one that is numbered, and one with a line under it. */
function emptyLeaf(item: ParagraphItem, place: Leaf): Leaf[] {
  if (item.list) return [{ ...place, quotes: quotesOf(item), ...taskOf(item).place }]
  if (item.role === 'separator' || item.ruled) return [{ ...place, block: { type: 'separator' } }]
  // The edge of a panel after a table says where the panel ends.
  return item.box !== undefined && (item.begins || item.ends) ? [place] : []
}

const quotesOf = ({ role }: ParagraphItem): number => (/^quote\d$/.test(role) ? Number(role.at(-1)) : 0)

function textLeaf(item: ParagraphItem, place: Leaf, reading: Reading): Leaf {
  const task = taskOf(item)
  const children = trimEnds(buildInlines(task.pieces, reading.noteText))
  return {
    ...place,
    ...(children.length > 0 && { block: { type: 'paragraph', children } }),
    ...task.place,
  }
}

/** A numbered paragraph that begins with a box is a task. */
function taskOf(item: ParagraphItem): { pieces: Piece[]; place: Pick<Leaf, 'list'> } {
  const { list, pieces } = item
  const first = pieces.findIndex(piece => piece.kind === 'text' && piece.value !== '')
  const words = pieces[first]
  if (!list || words?.kind !== 'text') return { pieces, place: inListOf(item) }
  const box = taskBox.exec(words.value)
  if (!box) return { pieces, place: inListOf(item) }
  const rest = pieces.slice(first + 1)
  const value = words.value.slice(box[0].length).replace(/^[\t \u00A0]+/, '')
  const after = value === '' ? dropTab(rest) : [{ ...words, value }, ...rest]
  return { pieces: [...pieces.slice(0, first), ...after], place: { list: { ...list, checked: box[1] !== '☐' } } }
}

/** The tab between the box and the words. */
function dropTab(pieces: readonly Piece[]): Piece[] {
  const [first, ...others] = pieces
  return first?.kind === 'text'
    ? [{ ...first, value: first.value.replace(/^[\t \u00A0]+/, '') }, ...others]
    : [...pieces]
}

const codeOf = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (piece.kind === 'text' ? piece.value : piece.kind === 'break' ? '\n' : '')).join('')

/** Title, then provider and address below it. */
function embedOf(pieces: readonly Piece[]): Block | undefined {
  const link = pieces.find(piece => piece.marks.link)?.marks.link
  const url = link && safeUrl(link.url)
  if (!url) return undefined
  const cut = pieces.findIndex(piece => piece.kind === 'break')
  const title = plainWords(cut === -1 ? pieces : pieces.slice(0, cut))
  const below = cut === -1 ? '' : plainWords(pieces.slice(cut + 1))
  const bare = withoutScheme(url)
  const named = title !== '' && withoutScheme(title) !== bare
  const provider = below === bare || withoutScheme(below) === bare ? '' : below.replace(/ · \S+$/, '')
  return { type: 'embed', url, ...(named && { title }), ...(provider && { provider }) }
}

const withoutScheme = (address: string): string => address.replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
