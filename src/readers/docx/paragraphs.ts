import { childOf, elementsOf, findIn, valOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { Item, ListPlace, ParagraphItem } from './items.js'
import type { Piece } from './pieces.js'
import { leaveOut, type Reading } from './reading.js'
import { closeRemarks, type RunReading, readRuns } from './runs.js'
import type { ParagraphRole } from './style-roles.js'
import { leftOf, type Meaning, type WordStyle } from './styles.js'
import { readTable } from './tables.js'
import { beginsWithBox } from './task-box.js'

/** Reads the paragraphs and tables of a part, a cell, a note or a text box, in order. */
export function readItems(parent: XmlElement, reading: Reading): Item[] {
  const items = elementsOf(parent).flatMap((element): Item[] => {
    switch (element.name) {
      case 'w:p':
        return readParagraph(element, reading)
      case 'w:tbl':
        return [readTable(element, reading)]
      case 'w:sdt':
        return readItems(childOf(element, 'w:sdtContent') ?? element, reading)
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        return readItems(element, reading)
      case 'mc:AlternateContent':
        return readItems(childOf(element, 'mc:Choice') ?? element, reading)
      case 'w:bookmarkStart':
        // Pandoc sets the bookmark before the heading, not in it.
        reading.waitingBookmarks.push(element.attributes['w:name'] ?? '')
        return []
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        readRuns({ name: '', attributes: {}, children: [element] }, {}, emptyRun(reading))
        return []
      case 'm:oMathPara':
      case 'm:oMath':
        return readParagraph({ name: 'w:p', attributes: {}, children: [element] }, reading)
      case 'w:altChunk':
        leaveOut('a file set into the text', reading)
        return []
      default:
        return []
    }
  })
  return items.some(item => item.kind === 'paragraph' && item.dropCap) ? joinDropCaps(items) : items
}

function emptyRun(reading: Reading): RunReading {
  return {
    reading,
    style: reading.styles.paragraph(undefined).style,
    pieces: [],
    bookmarks: [],
    numbered: false,
    boxes: [],
  }
}

/** Returns the paragraph, and after it what stands in text boxes that hang on it. */
function readParagraph(element: XmlElement, reading: Reading): Item[] {
  const properties = childOf(element, 'w:pPr')
  const { style, meaning: named } = reading.styles.paragraph(valOf(properties, 'w:pStyle'))
  const meaning = withOutline(named, valOf(properties, 'w:outlineLvl'))
  const run: RunReading = { ...emptyRun(reading), style }
  readRuns(element, {}, run)
  closeRemarks(reading)
  const pieces = run.pieces
  const filled = pieces.some(isFilled)
  if (meaning.unknown && filled) countStyle(style, meaning.role, reading)
  const place = listPlace(properties, style, meaning.role, reading)
  const unmarked = place?.unmarked && !beginsWithBox(pieces)
  const item: ParagraphItem = {
    kind: 'paragraph',
    role: meaning.role,
    ...(meaning.code !== undefined && { code: meaning.code }),
    box: meaning.box,
    begins: meaning.begins,
    ends: meaning.ends,
    indent: indentOf(properties, style),
    pieces,
    bookmarks: [...reading.waitingBookmarks.splice(0), ...run.bookmarks],
    list: unmarked ? undefined : place,
    continues: unmarked ? place.level + 1 : meaning.role === 'listContinue' ? depthOf(style) : 0,
    filled,
    dropCap: isDropCap(properties),
    ruled: !filled && (findIn(properties, 'w:bottom') !== undefined || findIn(element, 'v:rect') !== undefined),
  }
  return [item, ...run.boxes.flatMap(box => readItems(box, reading))]
}

/** A paragraph of plain text that says its level in the outline is a heading (17.3.1.20); level 9 is text. */
function withOutline(meaning: Meaning, level: string | undefined): Meaning {
  if (meaning.role !== 'text' || level === undefined || !/^[0-8]$/.test(level)) return meaning
  return { ...meaning, role: `heading${Math.min(Number(level) + 1, 6)}` as ParagraphRole, unknown: false }
}

/** ISO/IEC 29500-1, 17.3.1.11. */
function isDropCap(properties: XmlElement | undefined): boolean {
  const kind = childOf(properties, 'w:framePr')?.attributes['w:dropCap']
  return kind === 'drop' || kind === 'margin'
}

/** A drop cap is the beginning of the paragraph that it stands before. */
function joinDropCaps(items: Item[]): Item[] {
  return items.flatMap((item, index): Item[] => {
    const before = items[index - 1]
    const after = items[index + 1]
    if (item.kind !== 'paragraph') return [item]
    if (item.dropCap && after?.kind === 'paragraph' && !after.dropCap) return []
    if (before?.kind !== 'paragraph' || !before.dropCap || item.dropCap) return [item]
    const marks = item.pieces.find(piece => piece.kind === 'text')?.marks ?? {}
    const letters = before.pieces.map(piece => (piece.kind === 'text' ? { ...piece, marks } : piece))
    return [{ ...item, pieces: [...letters, ...item.pieces], bookmarks: [...before.bookmarks, ...item.bookmarks] }]
  })
}

/** White space alone fills no paragraph, but as code it does. */
const isFilled = (piece: Piece): boolean =>
  piece.kind === 'text'
    ? piece.value.trim() !== '' || piece.marks.code === true
    : piece.kind === 'note' || piece.kind === 'picture' || piece.kind === 'remark'

function countStyle(style: WordStyle, role: ParagraphRole, reading: Reading): void {
  const known = reading.unknownStyles.get(style.name)
  reading.unknownStyles.set(style.name, { role, times: (known?.times ?? 0) + 1 })
}

/** `List Continue 3`, `Quote 2`: the number at the end of the name of a style that has one. */
function depthOf({ chain }: WordStyle): number {
  const found = chain.map(name => /^(?:.* )?list (?:continue|bullet|number)(?: (\d))?$/.exec(name)).find(Boolean)
  return found ? Number(found[1] ?? 1) : 0
}

/** Styles whose numbers are no list: headings and captions that are counted. */
const counted = /^(?:heading\d|title|caption|imageCaption|tableCaption|boxTitle|note)$/

function listPlace(
  properties: XmlElement | undefined,
  style: WordStyle,
  role: ParagraphRole,
  reading: Reading,
): ListPlace | undefined {
  const own = childOf(properties, 'w:numPr')
  const id = valOf(own, 'w:numId') ?? style.numbering?.id
  // A note's text is numbered by its style in some files; by itself only where it is a list.
  if (id === undefined || (counted.test(role) && !(role === 'note' && own))) return undefined
  const numbered = Number(valOf(own, 'w:ilvl') ?? style.numbering?.level ?? 0)
  const found = reading.numbering.level(id, numbered)
  if (!found) return undefined
  // `List Bullet 2` is the first level of a numbering of its own, and the second of the list that it stands in.
  const level = Math.max(numbered, depthOf(style) - 1)
  return { id, level, ...found, tight: silent.test(role) ? undefined : isTight(style) }
}

/** Roles whose styles are about something else than lists. */
const silent = /^(?:heading\d|code|codeLine|embed|separator|pullQuote)$/

/** Items of a style that keeps no space between its paragraphs are close to one another. */
function isTight({ chain, contextual }: WordStyle): boolean {
  return (
    contextual ||
    !chain.some(name => /^(?:list paragraph|body text|first paragraph|text body)$/.test(name)) ||
    chain[0] === 'compact'
  )
}

/** How far a paragraph stands in beyond its style, in twips: as far as the lists around it. */
function indentOf(properties: XmlElement | undefined, style: WordStyle): number {
  const left = leftOf(properties)
  return left === undefined ? 0 : left - style.indent
}
