import type { Piece } from './pieces.js'

/** The box that a task begins with. */
export const taskBox = /^\s*([☐☑☒])/u

/** Returns whether words begin with the box of a task: it is their mark where the list gives none. */
export function beginsWithBox(pieces: readonly Piece[]): boolean {
  const words = pieces.find(piece => piece.kind === 'text' && piece.value !== '')
  return words?.kind === 'text' && taskBox.test(words.value)
}
