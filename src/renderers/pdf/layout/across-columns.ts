import type { Breakable } from './column-ways.js'
import { heightBetween, measure, notesIn } from './measures.js'
import { citedBy } from './notes.js'
import { append, FORBIDDEN, takeEndSkips, type Vert, type WideFloat } from './vertical.js'

/**
 * Returns a list with what stands on its last page, from a vert on, set across the columns: one thing, then two of them, once
 * for each way to do so.
 */
export function* withSomeAcross(list: Breakable, from: number, columns: number): Generator<Breakable> {
  const one = [...withOneAcross(list, from, columns)]
  yield* one
  for (const across of one) yield* withOneAcross(across, from, columns)
}

function* withOneAcross(list: Breakable, from: number, columns: number): Generator<Breakable> {
  yield* withFloatAcross(list, from)
  const opening = openingOf(list.text.verts, from)
  if (opening.headings > 0) yield withOpeningAcross(list, from, opening.headings)
  if (opening.end > opening.headings && opening.lines < 2 * columns) yield withOpeningAcross(list, from, opening.end)
  for (const { end, lines } of opening.parts) if (lines < 2 * columns) yield withOpeningAcross(list, from, end)
}

/** Each figure that may stand so. */
function* withFloatAcross(list: Breakable, from: number): Generator<Breakable> {
  const { verts, grid } = list.text
  // A heading is not to end the columns where the figure below it went.
  const end = verts.findLastIndex(vert => vert.t === 'box')
  for (let at = from; at < end; at++) {
    const vert = verts[at]!
    for (const float of (vert.t === 'float' && vert.across?.()) || [])
      yield { ...list, text: measure(withWide(verts, at, float), grid) }
  }
}

/** A heading right above it stays with the words that follow. */
function withWide(verts: readonly Vert[], at: number, float: WideFloat): Vert[] {
  const set = verts.with(at, { t: 'wide', float })
  let above = at - 1
  while (verts[above]?.t === 'skip') above--
  const broken = verts[above]
  if (broken?.t === 'break' && broken.cost >= FORBIDDEN)
    for (let below = at + 1; set[below]?.t === 'break' || set[below]?.t === 'skip'; below++)
      if (set[below]!.t === 'break') set[below] = broken
  return set
}

/** What a page begins with. */
interface Opening {
  /** Behind its headings; 0 where there are none. */
  headings: number
  /** The end of a paragraph before it goes on with a heading, and of that heading, with the lines of text up to there. */
  parts: { end: number; lines: number }[]
  /** Behind its text, where no more follows but floats across the columns, and how many lines it has; otherwise 0. */
  end: number
  lines: number
}

const PASSED: ReadonlySet<Vert['t']> = new Set(['section', 'skip', 'break', 'snap', 'wide'])

function openingOf(verts: readonly Vert[], from: number): Opening {
  const opening: Opening = { headings: 0, parts: [], end: 0, lines: 0 }
  let at = from
  let end = from
  for (let isHeading = false; at < verts.length; ) {
    const vert = verts[at]!
    if (vert.t === 'section') isHeading = true
    if (PASSED.has(vert.t)) {
      at++
      continue
    }
    if (vert.t !== 'box' || !vert.paragraph?.across) return opening
    const next = at + vert.paragraph.count
    const stretch = verts.slice(at, next)
    if (notesIn(stretch).length > 0) return opening
    if (isHeading && opening.lines === 0) opening.headings = next
    else if (isHeading) opening.parts.push({ end, lines: opening.lines }, { end: next, lines: opening.lines })
    else opening.lines += stretch.filter(({ t }) => t === 'box').length
    isHeading = false
    at = end = next
  }
  opening.end = end
  return opening
}

/** Sets the text between two verts across the columns, and the rest of the list in them, below. */
function withOpeningAcross(list: Breakable, from: number, to: number): Breakable {
  const { text, spots, cited } = list
  const { verts, grid } = text
  const set: Vert[] = []
  for (const vert of verts.slice(from, to)) {
    if (vert.t === 'box' && vert.paragraph?.across) append(set, vert.paragraph.across())
    else if (vert.t === 'skip' || vert.t === 'break') append(set, [vert.t === 'skip' ? { ...vert } : vert])
  }
  let rest = to
  while (verts[rest]?.t === 'skip' || verts[rest]?.t === 'break') append(set, [{ ...verts[rest++]! }])
  const { before, after } = takeEndSkips(set)
  // At a page's head the space above a float falls away, but not below these words.
  const below = verts.slice(from, rest + 1).find(vert => vert.t === 'wide')
  const float: WideFloat = {
    height: heightBetween(measure(set), 0, set.length),
    before,
    after: Math.max(after, below?.float.before ?? 0),
    verts: set.filter(({ t }) => t !== 'section'),
    stays: true,
    opens: true,
  }
  const named = (t: Vert['t']) => verts.slice(from, to).filter(vert => vert.t === t)
  const changed = [
    ...verts.slice(0, from),
    ...named('section'),
    { t: 'wide', float } as const,
    ...named('wide'),
    ...verts.slice(rest),
  ]
  return { ...list, text: measure(changed, grid), cited: citedBy(changed, spots, cited.end[0], cited.lastStart[0]) }
}
