import type { FootnoteAnchor } from '../text/span.js'
import { type Measures, measure, notesIn } from './measures.js'
import { addBreak, append, type Vert } from './vertical.js'

/**
 * All footnotes below each other, in the order of their references: how far they are set is one number, wherever columns
 * end. A note that another one cites follows it.
 */
export interface NoteStream {
  list: Measures
  /** For each list of text and each of its verts: where the notes cited before it end in the stream, and the last of them begins. */
  cited: readonly Cited[]
}

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
  const known = new Set<number>()
  const add = (anchor: FootnoteAnchor): void => {
    if (known.has(anchor.number)) return
    known.add(anchor.number)
    const verts = setNote(anchor)
    if (stream.length > 0) addBreak(stream, 0)
    append(stream, verts)
    for (const nested of notesIn(verts)) add(nested)
  }
  let lastStart = 0
  const cited = texts.map((verts): Cited => {
    const end = new Int32Array(verts.length + 1)
    const start = new Int32Array(verts.length + 1)
    verts.forEach((vert, index) => {
      end[index] = stream.length
      start[index] = lastStart
      if (vert.t !== 'box') return
      for (const anchor of vert.notes) {
        if (known.has(anchor.number)) continue
        lastStart = stream.length
        add(anchor)
      }
    })
    end[verts.length] = stream.length
    start[verts.length] = lastStart
    return { end, lastStart: start }
  })
  return { list: measure(stream), cited }
}
