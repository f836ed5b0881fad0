import { compareBytewise } from './find-inputs.js'
import type { Inputs } from './inputs.js'
import { stemOf } from './output-names.js'
import { type Entry, noOptions, nothing, released } from './read-inputs.js'

/**
 * The sources of a run as far as they are known. For feeds alone, of a source of which there is nothing to say no more is held
 * than its name, its date and, as long as there is room, its text: a run may have 100,000. Its entry is then made anew each
 * time; its name among outputs, which no feed asks for, is that of its file, and its size is not known.
 */
export class Entries implements Iterable<Entry> {
  readonly #inputs: Inputs
  readonly #feedsAlone: boolean
  readonly #times: Float64Array
  readonly #unread: Uint8Array
  readonly #kept = new Map<number, Entry>()
  /** Newest change of any, in milliseconds since 1970. */
  newestChange = -Infinity

  constructor(inputs: Inputs, feedsAlone: boolean) {
    this.#inputs = inputs
    this.#feedsAlone = feedsAlone
    this.#times = new Float64Array(inputs.length)
    this.#unread = new Uint8Array(inputs.length)
  }

  get length(): number {
    return this.#inputs.length
  }

  at(index: number): Entry {
    const kept = this.#kept.get(index)
    if (kept) return kept
    const input = this.#inputs.at(index)
    return {
      input,
      name: stemOf(input),
      messages: nothing,
      time: this.#times[index]!,
      options: noOptions,
      failed: false,
      unread: this.#unread[index] === 1,
      size: 0,
    }
  }

  /** Takes in what has become known of a source. */
  put(index: number, entry: Entry): void {
    this.#times[index] = entry.time
    if (entry.changed !== undefined && !entry.failed && entry.changed > this.newestChange)
      this.newestChange = entry.changed
    this.#unread[index] = entry.unread ? 1 : 0
    if (this.#feedsAlone && hasNothingToHold(entry)) this.#kept.delete(index)
    else this.#kept.set(index, entry)
  }

  /** Forgets the articles and the texts; what came from the standard input cannot be read again. */
  release(): void {
    for (const [index, entry] of this.#kept) this.put(index, released(entry))
  }

  /** Returns the numbers of all, the newest first, those without a date last; of one moment by path, bytewise. */
  newestFirst(): Uint32Array {
    const times = this.#times
    const byNewest = (a: number, b: number) =>
      times[b]! - times[a]! || compareBytewise(this.#inputs.at(a).file, this.#inputs.at(b).file)
    return Uint32Array.from(times.keys()).sort(byNewest)
  }

  /** Returns how many failed: of those something is held. */
  failed(): number {
    let count = 0
    for (const { failed } of this.#kept.values()) if (failed) count++
    return count
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let index = 0; index < this.length; index++) yield this.at(index)
  }
}

function hasNothingToHold({ messages, failed, article, rest, source, made }: Entry): boolean {
  return messages.length === 0 && !failed && !article && !rest && !source && !made
}
