/** Bounds on what one file may cost, so that a hostile one ends in a message. All are far beyond honest files. */
export const limits = {
  /** Bytes of one decoded stream. */
  streamBytes: 64 * 2 ** 20,
  /** Bytes of all decoded streams together. */
  decodedBytes: 512 * 2 ** 20,
  /** Steps of work: about one for each byte read as PDF syntax, and more for each operator and glyph. */
  steps: 600_000_000,
  /** Arrays and dictionaries within one another. */
  nesting: 200,
  /** Levels of the structure tree, of the page tree and of number and name trees. */
  treeDepth: 400,
  /** Nodes of one tree. */
  treeNodes: 3_000_000,
  /** Forms within forms. */
  formDepth: 12,
} as const

/** What a file asks for goes beyond the bounds. Caught where messages are made, never seen by a caller. */
export class BudgetError extends Error {
  override name = 'BudgetError'
}

/** Counts what a file has cost so far. A count and not a clock: the same file always gets the same verdict. */
export class Budget {
  private steps = 0
  private decoded = 0

  /** Adds steps of work; throws once there are too many. */
  spend(steps: number): void {
    this.steps += steps
    if (this.steps > limits.steps) throw new BudgetError('it asks for more work than any honest file of its size')
  }

  /** Adds decoded bytes; throws once there are too many. */
  decode(bytes: number): void {
    this.decoded += bytes
    if (this.decoded > limits.decodedBytes)
      throw new BudgetError(`its streams unpack to more than ${limits.decodedBytes / 2 ** 20} MB`)
  }
}
