import type { Article, ArticleNode, Paragraph } from '../../../article/article.js'
import type { OutlineEntry } from '../../../article/text.js'
import type { Labels } from '../../../locale/labels.js'
import type { Style } from '../../../templates/template.js'
import { cleanText } from '../../characters.js'
import type { CitedNotes } from '../../cited-notes.js'
import type { PlacedUpdates } from '../../live-updates.js'
import type { RenderContext } from '../../renderer.js'
import type { FontNeeds } from '../fonts/font-set.js'
import type { Flow } from '../layout/flow.js'
import type { PdfOptions } from '../options.js'
import type { StructNode } from '../tag/structure.js'
import { isAsciiLetter } from '../text/ascii.js'
import { capitals } from '../text/capitals.js'
import type { FootnoteAnchor, Picture, Span } from '../text/span.js'
import type { StyleSheet, TextStyle } from '../text/text-style.js'

/** A footnote while the document is read: its anchor in the text, its blocks, and the places that lead to and fro. */
export interface Footnote {
  anchor: FootnoteAnchor
  flows: Flow[]
}

/** One entry of the outline. */
export interface OutlineItem {
  level: number
  title: string
  place: string
}

/** What is known of the whole document while it is read. */
export interface DocumentState {
  article: Article
  context: RenderContext<PdfOptions>
  sheet: StyleSheet
  labels: Labels
  needs: FontNeeds
  pictures: ReadonlyMap<string, Picture & { scalable: boolean }>
  rtl: boolean
  root: StructNode
  /** The article's headings, in order. */
  headings: readonly OutlineEntry[]
  /** Bookmarks. */
  outline: OutlineItem[]
  notes: Footnote[]
  cited: CitedNotes
  /** Notes met whose place in the tree is not yet reached. */
  waiting: ((parent: StructNode) => void)[]
  /** Ids of headings, for links inside the document. */
  places: ReadonlySet<string>
  /** Characters left out or read as others, by code. */
  unfit: { removed: Set<string>; repaired: Set<string> }
  /** Languages whose hyphenation is wanted. */
  hyphenated: Set<string>
  /** The paragraph that may begin with a drop cap. */
  opening: Paragraph | undefined
  /** Returns the letters and figures of the text, without what stands between them. */
  letters(): string
  /** Entries of a live blog. */
  updates: PlacedUpdates
  figures: number
  tables: number
  /** Level of the last heading: the next may be at most one deeper (ISO 14289-1 7.4.2). */
  level: number
}

/** What a block needs to know of what is around it. */
export interface BlockState {
  document: DocumentState
  /** Where its element goes. */
  parent: StructNode
  /** How its paragraphs are set. */
  base: Style
  language: string
  rtl: boolean
  /** The panels around it. */
  place: 'body' | 'box' | 'quote' | 'note'
  listDepth: number
  /** The block before it, among its siblings. */
  before: ArticleNode | undefined
}

/** Leaves out what no format holds, and the byte order mark, which may not be read back from a PDF (ISO 14289-1 7.21.7). */
function fitText(text: string, document: DocumentState): string {
  const { text: clean, removed, repaired } = cleanText(text)
  if (removed.length + repaired.length > 0) {
    for (const code of removed) document.unfit.removed.add(code)
    for (const code of repaired) document.unfit.repaired.add(code)
  }
  return clean.includes('\ufeff') ? clean.replaceAll('\ufeff', '') : clean
}

/** Letters of a word that some measure may be too narrow for. */
const LONG = 16

/** Returns whether a text has such a word. Only every sixteenth character is looked at, and those before it that are letters. */
function hasLongWord(text: string): boolean {
  let start = 0
  for (let at = LONG - 1; at < text.length; at = start + LONG - 1) {
    let letters = at
    while (letters >= start && isLetter(text.charCodeAt(letters))) letters--
    if (letters < start) return true
    start = letters + 1
  }
  return false
}

/** A letter of a script that is divided by rules: Latin, Greek, Cyrillic. */
function isLetter(code: number): boolean {
  if (code < 0xc0) return isAsciiLetter(code)
  return code <= 0x24f || (code >= 0x370 && code <= 0x52f)
}

/** Returns the language by whose rules a ragged paragraph divides a word that no line could hold; nothing where it has none. */
export function languageOfLongWords(spans: readonly Span[]): string | undefined {
  return spans.find(span => hasLongWord(span.text))?.style.language
}

/** Makes a run and notes which face it needs. */
export function makeSpan(
  text: string,
  style: TextStyle,
  tag: Span['tag'],
  document: DocumentState,
  more: Partial<Span> = {},
): Span {
  const clean = fitText(text, document)
  style = document.sheet.shared(style)
  document.needs.add(style.uppercase ? clean + capitals(clean, style.language) : clean, style)
  if (!document.hyphenated.has(style.language) && hasLongWord(clean)) document.hyphenated.add(style.language)
  // With every field, whether it says something or not: of one shape, for layout asks each span much.
  const { link, note, place, kind, picture, direction, actualText, verbatim, before } = more
  return { text: clean, style, tag, link, note, place, kind, picture, direction, actualText, verbatim, before }
}
