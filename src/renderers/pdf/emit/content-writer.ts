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

  /** Adds a byte. */
  byte(value: number): void {
    this.makeRoom(1)
    this.bytes[this.length++] = value
  }

  /**
   * Adds a number of up to 31 bits, given as a whole number of thousandths, or of what else has so many decimals; zeros at its
   * end fall away.
   */
  fixed(value: number, decimals: number): void {
    this.makeRoom(24)
    const { bytes } = this
    let rest = value
    if (rest < 0) {
      bytes[this.length++] = 0x2d
      rest = -rest
    }
    let places = decimals
    while (places > 0 && rest % 10 === 0) {
      rest /= 10
      places--
    }
    let digits = 1
    for (let power = 10; power <= rest; power *= 10) digits++
    if (digits <= places) digits = places + 1
    let at = this.length + digits + (places > 0 ? 1 : 0)
    this.length = at
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

  private makeRoom(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
