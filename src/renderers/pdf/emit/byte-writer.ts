/** Collects text whose characters are bytes (Latin-1): joined as strings, the content of a page would be copied twice more. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  write(text: string): void {
    const { length } = text
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    const bytes = this.#bytes
    let at = this.#length
    for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i)
    this.#length = at
  }

  /** Returns all that was written since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
