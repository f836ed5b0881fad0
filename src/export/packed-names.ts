/**
 * Names in one piece of memory outside the engine's heap, without what all of them begin with: a third of what strings take,
 * and each collection of garbage has so much less to look at.
 */
export class PackedNames {
  readonly #begin: string
  readonly #bytes: Buffer
  /** Where each name ends among the bytes. */
  readonly #ends: Uint32Array

  constructor(names: readonly string[]) {
    this.#begin = commonBegin(names)
    let length = 0
    for (const name of names) length += Buffer.byteLength(name)
    this.#bytes = Buffer.allocUnsafeSlow(length - names.length * Buffer.byteLength(this.#begin))
    this.#ends = new Uint32Array(names.length)
    let end = 0
    for (const [index, name] of names.entries()) {
      end += this.#bytes.write(name.slice(this.#begin.length), end)
      this.#ends[index] = end
    }
  }

  get length(): number {
    return this.#ends.length
  }

  at(index: number): string {
    return this.#begin + this.#bytes.toString('utf8', this.#ends[index - 1] ?? 0, this.#ends[index])
  }
}

/** What all names begin with, up to a slash: no character is cut in two there. */
function commonBegin(names: readonly string[]): string {
  let begin = withoutLast(`${names[0] ?? ''}/`)
  for (const name of names) while (!name.startsWith(begin)) begin = withoutLast(begin)
  return begin
}

/** Returns a path up to the slash before its last part. */
const withoutLast = (path: string): string => path.slice(0, path.slice(0, -1).lastIndexOf('/') + 1)
