import { renderBlocks } from './blocks.js'
import type { State } from './state.js'

/** Returns the texts of all notes, in the order of their calls, as definitions. A note in a note comes after the others. */
export function renderNotes(state: State): string {
  const definitions: string[] = []
  for (let at = 0; at < state.notes.length; at++) {
    const note = state.notes[at]!
    const content = renderBlocks(note.children, { ...state, inNote: true })
    definitions.push(`[^${at + 1}]: ${indented(content)}`)
  }
  return definitions.join('\n\n')
}

/** GFM footnotes: further lines stand four columns in. */
const indented = (content: string): string => content.replace(/\n(?=[^\n])/g, '\n    ')
