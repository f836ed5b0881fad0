import type { Hyphenator } from '../text/hyphenate.js'
import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import { Tokens } from '../text/tokens.js'
import { type SetDropCap, setDropCap } from './drop-cap.js'
import { layOutEntry } from './entry.js'
import { fitHeading } from './fit-heading.js'
import { layOutFloat, layOutPictures } from './float.js'
import type { FloatFlow, Flow, PanelFlow, RuleFlow, TextFlow } from './flow.js'
import type { Line } from './line.js'
import { baselineOf, lineBox } from './line-box.js'
import { layOutItem } from './list-item.js'
import { once } from './once.js'
import { FEWEST_LINES, inOtherLines } from './other-lines.js'
import { NARROWEST, type ParagraphWish, setParagraph } from './paragraph.js'
import { layOutTable } from './table.js'
import { isTurned } from './turned-table.js'
import {
  addBreak,
  addSkip,
  append,
  type Box,
  FORBIDDEN,
  type Panel,
  takeEndSkips,
  type Vert,
  WIDOW_COST,
  type WideFloat,
} from './vertical.js'

/** What the layout of blocks needs to know. */
export interface LayoutContext {
  shaper: Shaper
  hyphenator(language: string | undefined): Hyphenator | undefined
  /** Height of the text block of a page: nothing in one piece may be taller. */
  frameHeight: number
  /** The text block of a page turned sideways, for what is too wide for the others, whose `measure` is narrower. */
  turned?: { width: number; height: number; measure: number }
  /** Where text stands in columns. */
  across?: AcrossColumns
}

/** Lays out as wide as all columns what stands in one of them, which is so wide. */
export interface AcrossColumns {
  column: number
  /** In each way in which it may stand so. */
  figure(flow: FloatFlow): readonly WideFloat[]
  text(flow: TextFlow): Vert[]
}

/** Part of a page: a box no higher than that is parted only where much of the page would stay empty. */
const SMALL_PANEL = 0.3
const SMALL_PANEL_COST = 4_500

/** A separator at the foot of a column parts nothing: nearly as bad as a widow. */
const AFTER_RULE = 4_000

/** Lays blocks out below each other in a column. `x` and `width` are points. */
export function layOut(flows: readonly Flow[], x: number, width: number, context: LayoutContext): Vert[] {
  const list: Vert[] = []
  let kept = false
  for (const [index, flow] of flows.entries()) {
    if (flow.t === 'laid' && flow.verts[0]?.t === 'wide') {
      nameWide(list, flow.verts[0])
      continue
    }
    if (list.some(vert => vert.t !== 'wide')) addBreak(list, 0)
    const verts = layOutOne(flow, x, width, context)
    const turned = isTurned(verts)
    if (!turned) addSkip(list, flow.before, flow.t === 'item' && flows[index - 1]?.t === 'item')
    append(list, verts)
    // A heading stays with the words below it, whatever rule parts them or figure that waits.
    if (flow.t === 'rule') addBreak(list, AFTER_RULE)
    kept = flow.keepWithNext === true || (kept && (flow.t === 'rule' || flow.t === 'float'))
    if (kept && flow.t !== 'float') addBreak(list, FORBIDDEN)
    // What comes after turned pages has no indent: a little space parts it from what comes before.
    addSkip(list, turned ? Math.min(flow.after, 8) : flow.after)
  }
  return list
}

/** A float across the columns is named with what stands before it: it parts nothing. */
function nameWide(list: Vert[], wide: Vert): void {
  let at = list.length
  for (let t = list[at - 1]?.t; t === 'skip' || t === 'break'; t = list[at - 1]?.t) at--
  list.splice(at, 0, wide)
}

function layOutOne(flow: Flow, x: number, width: number, context: LayoutContext): Vert[] {
  switch (flow.t) {
    case 'text':
      return layOutText(flow, x, width, context)
    case 'panel':
      return layOutPanel(flow, x, width, context)
    case 'item':
      return layOutItem(flow, x, width, context, layOut)
    case 'table':
      return layOutTable(flow, x, width, context, layOut)
    case 'pictures':
      return [layOutPictures(flow, x, width, context.frameHeight)]
    case 'rule':
      return [layOutRule(flow, x, width)]
    case 'entry':
      return layOutEntry(flow, x, width, context)
    case 'float':
      return layOutFloat(flow, x, width, context, layOut)
    case 'laid':
      return [...flow.verts]
  }
}

/** One paragraph is set after another: the words of all of them stand in these columns while they are. */
const words = new Tokens()

/** Breaks a paragraph into lines, and says what it costs to end a page between them. */
function layOutText(given: TextFlow, x: number, width: number, context: LayoutContext): Vert[] {
  const measure = Math.max(width - given.indentStart - given.indentEnd, given.leading)
  const flow = given.together ? fitHeading(given, measure, context) : given
  const left = x + (flow.rtl ? flow.indentEnd : flow.indentStart)
  const wish: ParagraphWish = {
    width: measure,
    align: flow.align,
    rtl: flow.rtl,
    firstLine: flow.firstLine,
    balance: flow.balance,
    hyphenator: context.hyphenator(flow.hyphenate),
  }
  const { lines, cap } = besideCap(flow, wish, context) ?? {
    lines: setParagraph(shapeSpans(flow.spans, context.shaper, words), wish),
  }
  const set = setLines(flow, lines, left, context, cap)
  if (cap) paintCap(cap, left, set)
  else if (context.across) {
    const { across } = context
    const setWith = (more: number) =>
      once(() => {
        const others =
          lines.length < FEWEST_LINES ? undefined : inOtherLines(flow.spans, lines, more, wish, context.shaper)
        return others && setLines(flow, others, left, context)
      })
    ;(set[0] as Box).paragraph = {
      count: set.length,
      last: (lines.at(-1)?.width ?? 0) / measure,
      longer: setWith(1),
      shorter: setWith(-1),
      across: width === across.column ? once(() => across.text(given)) : undefined,
    }
  }
  if (flow.onGrid) set.unshift({ t: 'snap' })
  if (flow.section !== undefined) set.unshift({ t: 'section', rank: flow.section })
  return set
}

/** Returns lines below each other, with the places between them where a page may end. */
function setLines(
  flow: TextFlow,
  lines: readonly Line[],
  left: number,
  context: LayoutContext,
  cap?: SetDropCap,
): Vert[] {
  const list: Vert[] = []
  const above = baselineOf(lines, flow.leading)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const inset = cap !== undefined && index < cap.inset.lines ? cap.inset.width : 0
    const box = lineBox(line, left + inset, flow.leading, above)
    if (index > 0 && flow.wrapMark) addWrapMark(box, flow, flow.wrapMark, left, context)
    list.push(box)
    if (index === lines.length - 1) break
    const whole = cap !== undefined && index < cap.lines - 1
    list.push({ t: 'break', cost: whole ? FORBIDDEN : breakCost(flow, index, lines.length, line.hyphenated) })
  }
  if (flow.places && list.length > 0) addPlaces(list[0] as Box, flow.places)
  return list
}

function addPlaces({ ops }: Box, names: readonly string[]): void {
  for (const name of names) ops.push({ k: 'place', y: 0, name })
}

function addWrapMark(box: Box, flow: TextFlow, mark: readonly Span[], left: number, { shaper }: LayoutContext): void {
  box.ops.push(...setLine(mark, left + flow.firstLine, -flow.firstLine, 'start', false, shaper).box.ops)
}

/** Sets a paragraph beside its drop cap, which is no taller than the paragraph has lines; nothing where it has but one. */
function besideCap(
  flow: TextFlow,
  wish: ParagraphWish,
  { shaper }: LayoutContext,
): { lines: Line[]; cap: SetDropCap } | undefined {
  const { dropCap } = flow
  for (let tall = dropCap?.lines ?? 0; dropCap && tall > 1; tall--) {
    const cap = setDropCap(dropCap, tall, flow, shaper)
    if (!cap || wish.width - cap.inset.width < NARROWEST * 0.7) return undefined
    const lines = setParagraph(shapeSpans(dropCap.rest, shaper, words), { ...wish, firstLine: 0, inset: cap.inset })
    if (lines.length >= tall) return { lines, cap }
  }
  return undefined
}

/** The letter is painted with the first line, before its words, as it is read. */
function paintCap(cap: SetDropCap, left: number, list: readonly Vert[]): void {
  const boxes = list.filter((vert): vert is Box => vert.t === 'box').slice(0, cap.lines)
  const above = boxes.slice(0, -1).reduce((sum, box) => sum + box.height, 0)
  boxes[0]!.ops.unshift(...cap.ops(left, above + boxes.at(-1)!.baseline))
}

function breakCost(flow: TextFlow, index: number, count: number, hyphenated: boolean): number {
  if (flow.together && count < 12) return FORBIDDEN
  const orphan = index === 0
  const widow = index === count - 2
  return (orphan ? WIDOW_COST : 0) + (widow ? WIDOW_COST : 0) + (hyphenated ? 400 : 0)
}

function layOutPanel(flow: PanelFlow, x: number, width: number, context: LayoutContext): Vert[] {
  const { padding, border } = flow
  // So deep that no measure is left, blocks are no longer set in.
  const narrow = width - flow.indentStart - flow.indentEnd - padding.left - padding.right < NARROWEST
  const indentStart = narrow ? 0 : flow.indentStart
  const panelX = x + (flow.rtl ? flow.indentEnd : indentStart)
  const panelWidth = width - indentStart - (narrow ? 0 : flow.indentEnd)
  const innerX = panelX + (narrow ? Math.min(padding.left, 6) : padding.left)
  const innerWidth = panelX + panelWidth - innerX - (narrow ? 0 : padding.right)
  const inner = layOut(flow.children, innerX, innerWidth, context)
  // The space above a panel's first block and below its last is the panel's padding.
  takeEndSkips(inner)
  if (inner.length === 0) return []
  const height = inner.reduce((sum, vert) => sum + ('height' in vert ? vert.height : 0), 0)
  const least = flow.together ? FORBIDDEN : height < context.frameHeight * SMALL_PANEL ? SMALL_PANEL_COST : 0
  for (const vert of inner) if (vert.t === 'break') vert.cost = Math.max(vert.cost, least)
  const panel: Panel = {
    x: panelX,
    width: panelWidth,
    background: flow.background,
    ...border,
    bleed: Math.min(padding.top, padding.bottom, 8),
  }
  const list: Vert[] = [{ t: 'open', panel }]
  if (padding.top > 0) list.push({ t: 'strut', height: padding.top })
  // Not `push(...inner)`: a call takes only so many arguments.
  for (const vert of inner) list.push(vert)
  if (padding.bottom > 0) list.push({ t: 'strut', height: padding.bottom })
  list.push({ t: 'close', panel })
  return list
}

function layOutRule(flow: RuleFlow, x: number, width: number): Box {
  const length = 48
  return {
    t: 'box',
    height: 1,
    baseline: 1,
    ops: [
      { k: 'rule', x: x + (width - length) / 2, y: 0, width: length, height: 0.6, colour: flow.colour, tag: 'Layout' },
    ],
    notes: [],
  }
}

/** Sets a few spans in one line, for furniture. Returns the line's box, and its width. */
export function setLine(
  spans: readonly Span[],
  x: number,
  width: number,
  align: 'start' | 'end' | 'center',
  rtl: boolean,
  shaper: Shaper,
): { box: Box; width: number; lines: number } {
  const lines = setParagraph(shapeSpans(spans, shaper, words), { width, align, rtl, firstLine: 0, balance: false })
  const first = lines[0]
  const leading = spans[0]?.style.leading ?? 12
  return {
    box: first ? lineBox(first, x, leading) : { t: 'box', height: leading, baseline: leading, ops: [], notes: [] },
    width: first?.width ?? 0,
    lines: lines.length,
  }
}
