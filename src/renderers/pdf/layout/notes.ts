import type { FootnoteAnchor } from '../text/span.js'
import { type Measures, measure, notesIn } from './measures.js'
import { addBreak, append, type Vert } from './vertical.js'

/**
 * All footnotes below each other, in the order of their references: how far they are set is one number, wherever columns
 * end. A note that another one cites follows it.
 */
export interface NoteStream {
  list: Measures
  /** Where each note, by its number, stands in the stream, with those that it cites. */
  spots: ReadonlyMap<number, NoteSpot>
  /** Of each list of text. */
  cited: readonly Cited[]
}

/** Index of a note's first vert in the stream, and of the one after its last. */
export interface NoteSpot {
  from: number
  to: number
}

/** For each vert of a list, and its end: where the notes cited before it end in the stream, and the last of them begins. */
export interface Cited {
  end: Int32Array
  lastStart: Int32Array
}

/** Gathers the notes of lists of text that follow each other. */
export function gatherNotes(
  texts: readonly (readonly Vert[])[],
  setNote: (anchor: FootnoteAnchor) => readonly Vert[],
): NoteStream {
  const stream: Vert[] = []
  const spots = new Map<number, NoteSpot>()
  const add = (anchor: FootnoteAnchor): void => {
    if (spots.has(anchor.number)) return
    const spot = { from: stream.length, to: 0 }
    spots.set(anchor.number, spot)
    const verts = setNote(anchor)
    if (stream.length > 0) addBreak(stream, 0)
    append(stream, verts)
    for (const nested of notesIn(verts)) add(nested)
    spot.to = stream.length
  }
  for (const verts of texts) for (const anchor of notesIn(verts)) add(anchor)
  let before: Cited | undefined
  const cited = texts.map(verts => {
    before = citedBy(verts, spots, before?.end.at(-1), before?.lastStart.at(-1))
    return before
  })
  return { list: measure(stream), spots, cited }
}

/** Returns which notes a list cites; those before it end in the stream at `end`, and the last of them begins at `last`. */
export function citedBy(verts: readonly Vert[], spots: ReadonlyMap<number, NoteSpot>, end = 0, last = 0): Cited {
  const ends = new Int32Array(verts.length + 1)
  const starts = new Int32Array(verts.length + 1)
  verts.forEach((vert, index) => {
    ends[index] = end
    starts[index] = last
    if (vert.t !== 'box') return
    for (const { number } of vert.notes) {
      const spot = spots.get(number)!
      if (spot.to <= end) continue
      end = spot.to
      last = spot.from
    }
  })
  ends[verts.length] = end
  starts[verts.length] = last
  return { end: ends, lastStart: starts }
}
