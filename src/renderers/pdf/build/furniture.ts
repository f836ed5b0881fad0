import { runningPieces, sections, withPublisher } from '../../../templates/running-lines.js'
import type { RunningLine, StyleName } from '../../../templates/template.js'
import { setLine } from '../layout/lay-out.js'
import type { Op } from '../layout/vertical.js'
import type { Shaper } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
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
  const heading = sections(document.article)
    .map(({ text }) => text)
    .join(' ')
  for (const [line, name] of [
    [template.masthead, 'masthead'],
    [template.header, 'header'],
    [template.firstFooter, 'footer'],
    [template.footer, 'footer'],
  ] as const) {
    if (line) for (const part of parts) partSpans(line, part, name, 'Header', { page: 0, pages: 0, heading }, document)
  }
}

/** Sets a running line: its parts at the left, in the middle and at the right, and its rule. All of it is an artifact. */
export function furnitureOps(
  line: RunningLine,
  name: 'masthead' | 'header' | 'footer',
  frame: FurnitureFrame,
  facts: PageFacts,
  document: DocumentState,
  shaper: Shaper,
): Op[] {
  const tag = name === 'footer' ? 'Footer' : 'Header'
  const ops: Op[] = []
  const set = (part: Part, room: number) => {
    const spans = partSpans(line, part, name, tag, facts, document)
    if (spans.length === 0) return 0
    const align = (part === 'start') !== document.rtl ? 'start' : 'end'
    const fitted = cutToFit(spans, room, shaper)
    const { box, width } = setLine(
      fitted,
      frame.x,
      frame.width,
      part === 'center' ? 'center' : align === 'start' ? 'start' : 'end',
      false,
      shaper,
    )
    for (const op of box.ops) ops.push({ ...op, y: op.y + frame.baseline - box.baseline })
    return width
  }
  const end = set('end', frame.width * 0.6)
  const center = set('center', frame.width - 2 * end - 24)
  const start = set('start', center > 0 ? (frame.width - center) / 2 - 12 : frame.width - end - 18)
  // A head without a word needs no rule either.
  if (line.rule && start + center + end > 0) {
    const { width, colour, distance } = line.rule
    const y = name === 'footer' ? frame.baseline - distance - width : frame.baseline + distance - width
    ops.push({
      k: 'rule',
      x: frame.x,
      y,
      width: frame.width,
      height: width,
      colour: document.sheet.colour(colour),
      tag,
    })
  }
  return ops
}

/** Cuts a line that is too long for its room between words, with an ellipsis: it must never run into its neighbour. */
function cutToFit(spans: Span[], room: number, shaper: Shaper): Span[] {
  const fits = (list: Span[]) => {
    const { width, lines } = setLine(list, 0, 1e5, 'start', false, shaper)
    return lines <= 1 && width <= room
  }
  if (fits(spans)) return spans
  const last = spans[0]!
  const words = spans
    .map(span => span.text)
    .join('')
    .split(' ')
  let low = 1
  let high = words.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits([{ ...last, text: `${words.slice(0, middle).join(' ')}\u2026` }])) low = middle
    else high = middle - 1
  }
  return [{ ...last, text: `${words.slice(0, low).join(' ')}\u2026` }]
}

function partSpans(
  line: RunningLine,
  part: Part,
  name: 'masthead' | 'header' | 'footer',
  tag: 'Header' | 'Footer',
  { page, pages, heading }: PageFacts,
  document: DocumentState,
): Span[] {
  const pattern = line[part]
  if (!pattern) return []
  const { sheet, article, labels } = document
  const styleName: StyleName = name === 'masthead' && part === 'start' ? 'mastheadStart' : name
  const style = { ...sheet.text(sheet.style(styleName), article.meta.language), underline: false }
  const text = runningPieces(pattern, withPublisher(document.article, document.context.site.publisher), labels, heading)
    .map(piece => ('text' in piece ? piece.text : String(piece.field === 'PAGE' ? page : pages)))
    .join('')
  // The ellipsis and the figures of later pages are needed as well.
  if (text.trim() === '') return []
  document.needs.add('\u2026', style)
  return [makeSpan(text, style, tag, document)]
}
