import { isSection, type RunningPiece, runningPieces, withPublisher } from '../../../templates/running-lines.js'
import type { RunningLine, StyleName } from '../../../templates/template.js'
import { setLine } from '../layout/lay-out.js'
import type { Op } from '../layout/vertical.js'
import type { Shaper } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import type { TextStyle } from '../text/text-style.js'
import { type DocumentState, makeSpan } from './build-state.js'

/** Where furniture stands, points. */
export interface FurnitureFrame {
  x: number
  width: number
  /** Baseline from the top edge. */
  baseline: number
}

/** What a running line may say of its page. */
export interface PageFacts {
  /** From 1. */
  page: number
  pages: number
  /** The section that the page is in, empty before the first. */
  heading: string
}

type Part = 'start' | 'center' | 'end'
const parts: readonly Part[] = ['start', 'center', 'end']

/** Notes which faces the running lines need, before any page is numbered. */
export function needFurniture(document: DocumentState): void {
  const { template } = document.sheet
  const heading = document.headings
    .filter(isSection)
    .map(({ text }) => text)
    .join(' ')
  for (const [line, name] of [
    [template.masthead, 'masthead'],
    [template.header, 'header'],
    [template.firstFooter, 'footer'],
    [template.footer, 'footer'],
  ] as const) {
    if (!line) continue
    for (const part of parts) {
      const pattern = line[part]
      if (!pattern) continue
      const text = textOf(partPieces(pattern, heading, document), { page: 0, pages: 0, heading })
      if (text.trim() !== '') partSpan(text, partStyle(part, name, document), name, document)
    }
  }
}

/** Returns the marks of a running line on a page. */
export type RunningLineSetter = (
  line: RunningLine,
  name: 'masthead' | 'header' | 'footer',
  frame: FurnitureFrame,
  facts: PageFacts,
) => Op[]

/**
 * Returns what sets the running lines of a document: parts at the left, in the middle and at the right, and a rule. All of
 * it is an artifact. What says the same on many pages is set once.
 */
export function runningLineSetter(document: DocumentState, shaper: Shaper): RunningLineSetter {
  const known = new Map<string, PartSet>()
  const piecesOf = new Map<string, readonly RunningPiece[]>()
  const styleOf = new Map<string, TextStyle>()
  return (line, name, frame, facts) => {
    const ops: Op[] = []
    const set = (part: Part, room: number) => {
      const pattern = line[part]
      if (!pattern) return 0
      // Only the number and the section differ from page to page, and whether there is a section.
      const section = facts.heading === '' ? '' : undefined
      const pieces = kept(piecesOf, `${pattern}\0${section}`, () => partPieces(pattern, section, document))
      const text = textOf(pieces, facts)
      if (text.trim() === '') return 0
      const key = `${name},${part},${room},${frame.x},${frame.width},${frame.baseline},${text}`
      const done = kept(known, key, () => {
        const style = kept(styleOf, name + part, () => partStyle(part, name, document))
        return setPart(partSpan(text, style, name, document), part, room, frame, document, shaper)
      })
      for (const op of done.ops) ops.push(op)
      return done.width
    }
    const end = set('end', frame.width * 0.6)
    const center = set('center', frame.width - 2 * end - 24)
    const start = set('start', center > 0 ? (frame.width - center) / 2 - 12 : frame.width - end - 18)
    // A head without a word needs no rule either.
    if (line.rule && start + center + end > 0) ops.push(ruleOf(line.rule, name, frame, document))
    return ops
  }
}

/** A part of a running line, set. */
interface PartSet {
  ops: readonly Op[]
  width: number
}

function setPart(
  span: Span,
  part: Part,
  room: number,
  frame: FurnitureFrame,
  document: DocumentState,
  shaper: Shaper,
): PartSet {
  const align = part === 'center' ? 'center' : (part === 'start') !== document.rtl ? 'start' : 'end'
  const setSpan = (span: Span) => setLine([span], frame.x, frame.width, align, false, shaper)
  const whole = setSpan(span)
  const { box, width } = fits(whole, room) ? whole : setSpan(cutToFit(span, room, shaper))
  return { ops: box.ops.map(op => ({ ...op, y: op.y + frame.baseline - box.baseline })), width }
}

function ruleOf(
  { width, colour, distance }: NonNullable<RunningLine['rule']>,
  name: 'masthead' | 'header' | 'footer',
  frame: FurnitureFrame,
  document: DocumentState,
): Op {
  return {
    k: 'rule',
    x: frame.x,
    y: name === 'footer' ? frame.baseline - distance - width : frame.baseline + distance - width,
    width: frame.width,
    height: width,
    colour: document.sheet.colour(colour),
    tag: tagOf(name),
  }
}

function tagOf(name: 'masthead' | 'header' | 'footer'): 'Header' | 'Footer' {
  return name === 'footer' ? 'Footer' : 'Header'
}

function fits({ width, lines }: { width: number; lines: number }, room: number): boolean {
  return lines <= 1 && width <= room
}

/** Cuts a line that is too long for its room between words, with an ellipsis: it must never run into its neighbour. */
function cutToFit(span: Span, room: number, shaper: Shaper): Span {
  const words = span.text.split(' ')
  const cut = (count: number) => `${words.slice(0, count).join(' ')}\u2026`
  let low = 1
  let high = words.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(setLine([{ ...span, text: cut(middle) }], 0, 1e5, 'start', false, shaper), room)) low = middle
    else high = middle - 1
  }
  return { ...span, text: cut(low) }
}

/** Returns what is known under a key, made where it is not yet. */
function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

/** Returns the pieces of a part on pages of that section; the section is left open where it is `undefined`. */
function partPieces(pattern: string, heading: string | undefined, document: DocumentState): RunningPiece[] {
  const { article, context, labels } = document
  return runningPieces(pattern, withPublisher(article, context.site.publisher), labels, heading)
}

function textOf(pieces: readonly RunningPiece[], { page, pages, heading }: PageFacts): string {
  const fields = { PAGE: page, NUMPAGES: pages, HEADING: heading }
  return pieces.map(piece => ('text' in piece ? piece.text : String(fields[piece.field]))).join('')
}

function partStyle(part: Part, name: 'masthead' | 'header' | 'footer', document: DocumentState): TextStyle {
  const { sheet, article, needs } = document
  const styleName: StyleName = name === 'masthead' && part === 'start' ? 'mastheadStart' : name
  const style = { ...sheet.text(sheet.style(styleName), article.meta.language), underline: false }
  // The ellipsis and the figures of later pages are needed as well.
  needs.add('\u2026', style)
  return style
}

function partSpan(
  text: string,
  style: TextStyle,
  name: 'masthead' | 'header' | 'footer',
  document: DocumentState,
): Span {
  return makeSpan(text, style, tagOf(name), document)
}
