import type { Note } from '../article/article.js'
import { noteKey } from '../article/text.js'

/** A call of a note: the number that it shows, and which call of that note it is, from 1. */
export interface NoteCall {
  number: number
  call: number
}

/** The notes of one document by the labels of those that are cited more than once: such a note is set once. */
export class CitedNotes {
  readonly #first = new Map<string, number>()
  readonly #calls = new Map<number, number>()

  /** Returns the call of a note; `next` is the number of one that was not cited before. */
  cite(node: Note, next: number): NoteCall {
    const key = noteKey(node)
    const known = key === undefined ? undefined : this.#first.get(key)
    if (known === undefined) {
      if (key !== undefined) this.#first.set(key, next)
      return { number: next, call: 1 }
    }
    const call = this.calls(known) + 1
    this.#calls.set(known, call)
    return { number: known, call }
  }

  /** Returns whether a note was cited before. */
  has(node: Note): boolean {
    const key = noteKey(node)
    return key !== undefined && this.#first.has(key)
  }

  /** Returns how often a note was called. */
  calls(number: number): number {
    return this.#calls.get(number) ?? 1
  }
}
