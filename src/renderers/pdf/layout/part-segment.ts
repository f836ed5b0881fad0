import type { Cited } from './notes.js'
import type { Segment } from './page-plan.js'
import { takeEndSkips, type Vert } from './vertical.js'

/** A segment and the notes that it cites, by the index of its verts. */
export interface CitedSegment {
  segment: Segment
  cited: Cited
}

/** Parts a segment where floats as wide as the page are named: each, by its number, becomes a segment of one column. */
export function partSegment({ segment, cited }: CitedSegment, wides: readonly number[]): CitedSegment[] {
  const { verts } = segment
  const parts: CitedSegment[] = []
  let start = 0
  let number = 0
  let space = segment.before
  verts.forEach((vert, index) => {
    if (vert.t !== 'wide' || !wides.includes(number++)) return
    const { verts: set, before, after } = vert.float.headed ?? vert.float
    const end = vert.float.headed ? headingsAbove(verts, index, vert.float.headed.count) : index
    parts.push(...stretchOf({ segment, cited }, start, end, { before: space, after: 0 }))
    parts.push({
      segment: { columns: 1, verts: set, before, after },
      cited: noneCited(set.length, cited.end[index]!),
    })
    start = index + 1
    space = 0
  })
  return [...parts, ...stretchOf({ segment, cited }, start, verts.length, { before: space, after: segment.after })]
}

/** Returns where so many headings begin that stand above a vert. */
function headingsAbove(verts: readonly Vert[], at: number, count: number): number {
  for (let left = count; left > 0; left--) at = verts.findLastIndex(({ t }, index) => index < at && t === 'section')
  return at
}

/** Returns a stretch of a segment as one of its own, without the space at its ends; nothing where that is all. */
function stretchOf(
  { segment, cited }: CitedSegment,
  from: number,
  to: number,
  ends: { before: number; after: number },
): CitedSegment[] {
  const verts = segment.verts.slice(from, to)
  const { before, after } = takeEndSkips(verts)
  if (verts.length === 0) return []
  const first = segment.verts.indexOf(verts[0]!, from)
  const until = first + verts.length + 1
  return [
    {
      segment: {
        ...segment,
        verts,
        before: Math.max(before, ends.before),
        after: Math.max(after, ends.after),
      },
      cited: { end: cited.end.subarray(first, until), lastStart: cited.lastStart.subarray(first, until) },
    },
  ]
}

/** A float cites no notes: as many are cited as before it. */
function noneCited(count: number, noted: number): Cited {
  return { end: new Int32Array(count + 1).fill(noted), lastStart: new Int32Array(count + 1).fill(noted) }
}
