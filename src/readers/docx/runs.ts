import { isIsoDate } from '../../article/iso-date.js'
import { childOf, elementsOf, findIn, switchOf, wordsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { cleanText } from '../clean-text.js'
import { picturesIn } from './pictures.js'
import { type Change, type Marks, type NotePiece, outerMarks, type Piece, type Remark } from './pieces.js'
import { leaveOut, type Reading } from './reading.js'
import { runMarks } from './run-marks.js'
import type { WordStyle } from './styles.js'
import { boxesIn, chosenOf } from './text-boxes.js'

/** A paragraph while its runs are read. */
export interface RunReading {
  reading: Reading
  style: WordStyle
  pieces: Piece[]
  /** Names of the bookmarks that begin here. */
  bookmarks: string[]
  /** The number of a note has just stood here: the blank after it is not the note's. */
  numbered: boolean
  /** Text boxes that hang on the paragraph: their text follows it. */
  boxes: XmlElement[]
}

/** Reads everything inside a paragraph, a link or a tracked change. */
export function readRuns(parent: XmlElement, marks: Marks, run: RunReading): void {
  for (const element of elementsOf(parent)) {
    const read = readers[element.name]
    if (read) read(element, marks, run)
    else if (!ignored.test(element.name)) leaveOut(`\`${element.name}\``, run.reading)
  }
}

/** What says nothing: properties, proofing marks, layout, ranges that Word keeps for itself. */
const ignored =
  /^(?:w:(?:pPr|rPr|proofErr|permStart|permEnd|bookmarkEnd|lastRenderedPageBreak|(?:move|ins|del|customXml).*Range(?:Start|End)|.*Range(?:Start|End)|annotationRef|separator|continuationSeparator|sdtPr|sdtEndPr|fldData|softHyphen|pgNum|smartTagPr|customXmlPr|rubyPr|sectPr|subDoc)|\?:.*)$/

type ReadElement = (element: XmlElement, marks: Marks, run: RunReading) => void

const inside: ReadElement = (element, marks, run) => readRuns(element, marks, run)

const readers: { readonly [name: string]: ReadElement } = {
  'w:r': readRun,
  'w:hyperlink': readHyperlink,
  'w:ins': (element, marks, run) => readRuns(element, { ...marks, insertion: changeOf(element) }, run),
  'w:moveTo': (element, marks, run) => readRuns(element, { ...marks, insertion: changeOf(element) }, run),
  'w:del': (element, marks, run) => readRuns(element, { ...marks, deletion: changeOf(element) }, run),
  'w:moveFrom': (element, marks, run) => readRuns(element, { ...marks, deletion: changeOf(element) }, run),
  'w:fldSimple': readSimpleField,
  'w:sdt': (element, marks, run) => readRuns(childOf(element, 'w:sdtContent') ?? element, marks, run),
  'w:smartTag': inside,
  'w:customXml': inside,
  'w:dir': inside,
  'w:bdo': inside,
  'w:ruby': readRuby,
  'mc:AlternateContent': readAlternate,
  'w:bookmarkStart': (element, _marks, { bookmarks }) => {
    bookmarks.push(element.attributes['w:name'] ?? '')
  },
  'w:commentRangeStart': (element, _marks, { reading }) => {
    const id = element.attributes['w:id'] ?? ''
    const remark = reading.remarks.get(id)
    if (remark) reading.openRemarks.set(id, { remark, used: false })
  },
  'w:commentRangeEnd': (element, marks, run) => endRemark(element.attributes['w:id'] ?? '', marks, run),
  'w:commentReference': (element, marks, run) => {
    // A remark without a range stands where its mark does.
    const remark = run.reading.remarks.get(element.attributes['w:id'] ?? '')
    if (remark && !run.reading.doneRemarks.has(remark.id)) addRemark(remark, marks, run)
  },
  'm:oMath': readFormula,
  'm:oMathPara': readFormula,
  'w:t': (element, marks, run) => addText(textOf(element), marks, run),
  'w:delText': (element, marks, run) => addText(textOf(element), marks, run),
  'w:tab': (_element, marks, run) => addText('\t', marks, run),
  'w:ptab': (_element, marks, run) => addText('\t', marks, run),
  'w:noBreakHyphen': (_element, marks, run) => addText('\u2011', marks, run),
  'w:cr': (_element, marks, run) => add({ kind: 'break', marks }, run),
  'w:br': (element, marks, run) => {
    // 17.18.3: only a line break belongs to the text; pages and columns are the layout's.
    if ((element.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') add({ kind: 'break', marks }, run)
  },
  'w:sym': readSymbol,
  'w:footnoteReference': (element, marks, run) => addNote('footnote', element, marks, run),
  'w:endnoteReference': (element, marks, run) => addNote('endnote', element, marks, run),
  'w:drawing': readPicture,
  'w:pict': readPicture,
  'w:object': (element, marks, run) => {
    leaveOut('an embedded object', run.reading)
    readPicture(element, marks, run)
  },
  'w:footnoteRef': markNumber,
  'w:endnoteRef': markNumber,
  'w:fldChar': readFieldMark,
  'w:instrText': (element, _marks, { reading }) => {
    const field = reading.fields.at(-1)
    if (field && !field.result) field.instruction += wordsOf(element)
  },
  'w:delInstrText': (element, _marks, { reading }) => {
    const field = reading.fields.at(-1)
    if (field && !field.result) field.cut = (field.cut ?? '') + wordsOf(element)
  },
}

function readRun(element: XmlElement, marks: Marks, run: RunReading): void {
  const properties = childOf(element, 'w:rPr')
  if (switchOf(properties, 'w:vanish')) {
    if (findIn(element, 'w:t')) leaveOut('hidden text', run.reading)
    return
  }
  readRuns(element, runMarks(properties, marks, run.style, run.reading), run)
}

function add(piece: Piece, run: RunReading): void {
  const { fields, openRemarks } = run.reading
  const hiding = fields.find(
    field => !field.result || isGenerated(field.instruction) || calledAgain(field.instruction, run.reading),
  )
  if (hiding) {
    hiding.marks = outerMarks(piece.marks)
    return
  }
  const comments = [...openRemarks.values()]
  for (const open of comments) open.used = true
  const link = piece.marks.link ?? fields.map(field => linkOf(field.instruction)).find(found => found !== undefined)
  const marks = {
    ...piece.marks,
    ...(comments.length > 0 && { comments: comments.map(open => open.remark) }),
    ...(link && { link }),
  }
  run.pieces.push({ ...piece, marks })
}

function markNumber(_element: XmlElement, _marks: Marks, run: RunReading): void {
  run.numbered = true
}

function addText(written: string, marks: Marks, run: RunReading): void {
  const value = run.numbered ? written.replace(/^[ \t]+/, '') : written
  run.numbered = false
  if (value !== '') add({ kind: 'text', value: cleanText(value), marks }, run)
}

/** 17.3.3.31: spaces at the ends count only where the element says so. */
function textOf(element: XmlElement): string {
  const words = wordsOf(element)
  return element.attributes['xml:space'] === 'preserve' ? words : words.replace(/^\s+|\s+$/g, '')
}

function addNote(of: 'footnote' | 'endnote', element: XmlElement, marks: Marks, run: RunReading): void {
  add({ kind: 'note', id: element.attributes['w:id'] ?? '', of, marks: outerMarks(marks) }, run)
  const call = run.pieces.at(-1)
  if (call?.kind !== 'note') return
  const { noteMarks } = run.reading
  for (const name of run.bookmarks) if (!noteMarks.has(name)) noteMarks.set(name, call)
}

/**
 * `NOTEREF _Ref1 \f \h` calls the note in a bookmark once more (17.16.5.40). Without `\f` its number is a word of the text, as
 * in "see note 3".
 */
function calledAgain(instruction: string, { noteMarks }: Reading): NotePiece | undefined {
  const name = /^\s*NOTEREF\s+(\S+)\s(?:.*\s)?\\f\b/i.exec(instruction)?.[1]
  const first = name === undefined ? undefined : noteMarks.get(name)
  if (first) first.label ??= name!
  return first
}

function endRemark(id: string, marks: Marks, run: RunReading): void {
  const open = run.reading.openRemarks.get(id)
  if (!open) return
  run.reading.openRemarks.delete(id)
  run.reading.doneRemarks.add(id)
  if (!open.used) addRemark(open.remark, marks, run)
}

function addRemark(remark: Remark, marks: Marks, run: RunReading): void {
  run.reading.openRemarks.delete(remark.id)
  run.reading.doneRemarks.add(remark.id)
  add({ kind: 'remark', remark, marks: outerMarks(marks) }, run)
}

/** A remark about several paragraphs stands at the first. */
export function closeRemarks(reading: Reading): void {
  for (const [id, { used }] of reading.openRemarks) {
    if (!used) continue
    reading.openRemarks.delete(id)
    reading.doneRemarks.add(id)
  }
}

/** Whose change it is, and when. Who signs as the desk is nobody in particular: Word demands a name. */
export function changeOf(element: XmlElement): Change {
  const author = element.attributes['w:author']?.trim()
  const date = toIsoDate(element.attributes['w:date'])
  return { ...(author && author !== 'Desk' && { author }), ...(date && { date }) }
}

/** Midnight to the second is a day without a time, as dates are written that have none. */
export function toIsoDate(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const date = /(?:Z|[+-]\d\d:\d\d)$/.test(written) ? written : `${written}Z`
  const day = /^(\d{4}-\d\d-\d\d)T00:00:00Z$/.exec(date)?.[1]
  return isIsoDate(day ?? date) ? (day ?? date) : undefined
}

function readHyperlink(element: XmlElement, marks: Marks, run: RunReading): void {
  const { 'r:id': id, 'w:anchor': anchor, 'w:tooltip': title } = element.attributes
  const target = id === undefined ? undefined : run.reading.relationships.get(id)
  const url = target?.external ? target.target + (anchor ? `#${anchor}` : '') : anchor ? `#${anchor}` : undefined
  const tip = title?.replace(/\s+/g, ' ').trim()
  readRuns(element, url ? { ...marks, link: { url, ...(tip && { title: tip }) } } : marks, run)
}

function readSimpleField(element: XmlElement, marks: Marks, run: RunReading): void {
  run.reading.fields.push({ instruction: element.attributes['w:instr'] ?? '', result: true })
  readRuns(element, marks, run)
  endField(marks, run)
}

function readFieldMark(element: XmlElement, marks: Marks, run: RunReading): void {
  const { fields } = run.reading
  const kind = element.attributes['w:fldCharType']
  const field = fields.at(-1)
  if (kind === 'begin') fields.push({ instruction: '', result: false })
  else if (kind === 'separate' && field) {
    field.instruction ||= field.cut ?? ''
    field.result = true
  } else if (kind === 'end') endField(marks, run)
}

function endField(marks: Marks, run: RunReading): void {
  const field = run.reading.fields.pop()
  const note = field && calledAgain(field.instruction, run.reading)
  if (note) add({ ...note, marks: field.marks ?? outerMarks(marks) }, run)
  if (field && /^\s*SEQ\b/i.test(field.instruction)) run.pieces.push({ kind: 'counter', marks })
}

/** Fields whose result Word makes from the rest of the file: tables of contents, indexes. */
const isGenerated = (instruction: string): boolean => /^\s*(?:TOC|INDEX|TOA|BIBLIOGRAPHY)\b/i.test(instruction)

/** `HYPERLINK "https://…" \l "place" \o "tip"` (17.16.5.25). */
function linkOf(instruction: string): Marks['link'] {
  if (!/^\s*HYPERLINK\b/i.test(instruction)) return undefined
  const anchor = /\\l\s+"([^"]*)"/.exec(instruction)?.[1]
  const address = /HYPERLINK\s+(?:\\[nm]\s+)*"([^"]*)"/i.exec(instruction)?.[1]
  const url = (address ?? '') + (anchor ? `#${anchor}` : '')
  return url === '' ? undefined : { url }
}

function readAlternate(element: XmlElement, marks: Marks, run: RunReading): void {
  const chosen = chosenOf(element)
  if (chosen) readRuns(chosen, marks, run)
}

function readPicture(element: XmlElement, marks: Marks, run: RunReading): void {
  for (const picture of picturesIn(element, run.reading)) add({ kind: 'picture', ...picture, marks }, run)
  run.boxes.push(...boxesIn(element))
}

function readRuby(element: XmlElement, marks: Marks, run: RunReading): void {
  leaveOut('a reading above characters', run.reading)
  readRuns(childOf(element, 'w:rubyBase') ?? element, marks, run)
}

/** A formula's letters and signs stand as text: their arrangement is lost. */
function readFormula(element: XmlElement, marks: Marks, run: RunReading): void {
  leaveOut('the arrangement of a formula', run.reading)
  addText(formulaText(element), marks, run)
}

const formulaText = (element: XmlElement): string =>
  element.name === 'm:t' ? wordsOf(element) : elementsOf(element).map(formulaText).join('')

/** Letters of the symbol fonts stand in the private area (17.3.3.30); the usual ones of the font Symbol are Greek. */
function readSymbol(element: XmlElement, marks: Marks, run: RunReading): void {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  const letter = symbols[code & 0xff]
  if (!Number.isNaN(code) && (code < 0xe000 || code > 0xf8ff)) addText(String.fromCodePoint(code), marks, run)
  else if (letter !== undefined && /^symbol$/i.test(element.attributes['w:font'] ?? '')) addText(letter, marks, run)
  else leaveOut('a sign of a symbol font', run.reading)
}

/** The font Symbol's places for Greek letters and common signs (Adobe Symbol encoding). */
const symbols: { readonly [code: number]: string } = Object.fromEntries([
  ...[...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((letter, at) => [0x41 + at, letter]),
  ...[...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'].map((letter, at) => [0x61 + at, letter]),
  ...([
    [0xa3, '≤'],
    [0xb3, '≥'],
    [0xb4, '×'],
    [0xb1, '±'],
    [0xb0, '°'],
    [0xb7, '•'],
    [0xb9, '≠'],
    [0xae, '→'],
    [0xac, '←'],
  ] as const),
])
