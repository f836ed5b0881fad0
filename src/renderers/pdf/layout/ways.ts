/**
 * Ways to break a paragraph, as columns of numbers: each ends at a position and goes on from another way. The open ones, from
 * which a line may still begin, are listed in the order of their line numbers.
 */
export class Ways {
  count = 0
  position = new Int32Array(256)
  /** Number of the line that begins after it. */
  line = new Int32Array(256)
  fitness = new Int32Array(256)
  /** Lines in a row that end in a hyphen, up to here. */
  hyphens = new Int32Array(256)
  demerits = new Float64Array(256)
  previous = new Int32Array(256)
  active = new Int32Array(256)
  activeCount = 0
  /** Ways added since `keep`: open from the next position on. */
  addedCount = 0

  /** Begins a paragraph: one way is open, which stands before its first item. */
  clear(): void {
    this.count = 0
    this.activeCount = 0
    this.addedCount = 0
    const first = this.add(-1, 0, 1, 0, -1)
    this.demerits[first] = 0
    this.keep(0)
  }

  /** Adds a way whose demerits are still to be written into their column: to hand over a fraction takes memory (`Items.add`). */
  add(position: number, line: number, fitness: number, hyphens: number, previous: number): number {
    if (this.count === this.position.length) this.grow()
    const way = this.count++
    this.position[way] = position
    this.line[way] = line
    this.fitness[way] = fitness
    this.hyphens[way] = hyphens
    this.previous[way] = previous
    this.addedCount++
    return way
  }

  /** Keeps the first so many of the open ways, and opens those added after them: after all, or after those of their line. */
  keep(kept: number, byLine = false): void {
    let old = kept
    let at = kept + this.addedCount
    this.activeCount = at
    for (let way = this.count - 1; this.addedCount > 0; way--, this.addedCount--) {
      if (byLine)
        while (old > 0 && this.line[this.active[old - 1]!]! > this.line[way]!) this.active[--at] = this.active[--old]!
      this.active[--at] = way
    }
  }

  /** Returns the positions at which the best of the open ways breaks, of those in so many lines; nothing where there is none. */
  trace(lines: number | undefined): number[] | undefined {
    let best = -1
    for (let i = 0; i < this.activeCount; i++) {
      const way = this.active[i]!
      if (lines !== undefined && this.line[way] !== lines) continue
      if (best < 0 || this.demerits[way]! < this.demerits[best]!) best = way
    }
    if (best < 0) return undefined
    const breaks: number[] = []
    for (let way = best; this.position[way]! >= 0; way = this.previous[way]!) breaks.push(this.position[way]!)
    return breaks.reverse()
  }

  private grow(): void {
    const grown = <Numbers extends Int32Array | Float64Array>(old: Numbers): Numbers => {
      const larger = new (old.constructor as new (length: number) => Numbers)(old.length * 2)
      larger.set(old)
      return larger
    }
    this.position = grown(this.position)
    this.line = grown(this.line)
    this.fitness = grown(this.fitness)
    this.hyphens = grown(this.hyphens)
    this.demerits = grown(this.demerits)
    this.previous = grown(this.previous)
    this.active = grown(this.active)
  }
}
