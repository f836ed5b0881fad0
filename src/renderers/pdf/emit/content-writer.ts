/**
 * Collects PDF content as bytes. Numbers are written digit by digit and codes are copied: as strings, each would be made, and
 * copied twice more.
 */
export class ContentWriter {
  /** Small at first: growing later would undo what the engine has optimised by then. */
  bytes = new Uint8Array(1 << 8)
  length = 0

  /** Adds text whose characters are bytes (Latin-1). */
  write(text: string): void {
    const { length } = text
    this.makeRoom(length)
    const { bytes } = this
    let at = this.length
    for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i)
    this.length = at
  }

  /** Adds a stretch of bytes. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start)
    const { bytes } = this
    let at = this.length
    for (let i = start; i < end; i++) bytes[at++] = from[i]!
    this.length = at
  }

  /** Adds a number of two bytes. */
  pair(value: number): void {
    this.makeRoom(2)
    const at = this.length
    this.bytes[at] = value >> 8
    this.bytes[at + 1] = value & 0xff
    this.length = at + 2
  }

  /** Adds a byte. */
  byte(value: number): void {
    this.makeRoom(1)
    this.bytes[this.length++] = value
  }

  /**
   * Adds a number of up to 31 bits, given as a whole number of thousandths, or of what else has so many decimals; zeros at its
   * end fall away. The byte `after` follows it.
   */
  fixed(value: number, decimals: number, after: number): void {
    this.makeRoom(24)
    const { bytes } = this
    let at = this.length
    let rest = value
    if (value < 0) {
      bytes[at++] = 0x2d
      rest = -value
    }
    let places = decimals
    while (places > 0 && rest % 10 === 0) {
      rest = (rest / 10) | 0
      places--
    }
    let digits = 1
    for (let power = 10; power <= rest; power *= 10) digits++
    if (digits <= places) digits = places + 1
    at += digits + (places > 0 ? 1 : 0)
    bytes[at] = after
    this.length = at + 1
    for (let i = 0; i < digits; i++) {
      if (i === places && places > 0) bytes[--at] = 0x2e
      bytes[--at] = 0x30 + (rest % 10)
      rest = (rest / 10) | 0
    }
  }

  /** Returns all that was written since the last time. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }

  /** One for all that ask: the engine must have seen it grow before it optimises any of them. */
  private makeRoom(count: number): void {
    if (this.length + count > this.bytes.length) this.grow(count)
  }

  private grow(count: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
