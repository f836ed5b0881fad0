import type { Heading } from '../../../article/article.js'

/** Longest name that Word takes (ISO/IEC 29500-1, 17.13.6.2; Word refuses more than 40 characters). */
const longest = 40

/** Names of the places that links inside the article lead to. */
export class Bookmarks {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** `taken`: names that a letterhead's text has. */
  constructor(headings: readonly Heading[], taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(name.toLowerCase())
    for (const { id } of headings) if (!this.#names.has(id)) this.#names.set(id, this.#free(id))
  }

  /** Returns the name for a heading's id; undefined where no heading has it. */
  of(id: string): string | undefined {
    return this.#names.get(id)
  }

  /** Word takes letters, figures and `_`, a letter first, and compares without case. */
  #free(id: string): string {
    const word = id.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^(?!\p{L})/u, 'h')
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : `_${number}`
      const name =
        [...word]
          .slice(0, longest - 2 - tail.length)
          .join('')
          .slice(0, longest - tail.length) + tail
      if (this.#taken.has(name.toLowerCase())) continue
      this.#taken.add(name.toLowerCase())
      return name
    }
  }
}
