/**
 * Glyphs of many shaped texts, as columns that grow: a document has thousands of words, and a few small arrays for each of
 * them would take more memory than all else that is known of it. Distances are font units.
 */
export class GlyphColumns {
  count = 0
  gid = new Uint16Array(1024)
  cluster = new Uint32Array(1024)
  advance = new Int32Array(1024)
  dx = new Int32Array(1024)
  dy = new Int32Array(1024)

  /** Makes room for so many more glyphs, and returns where they begin. */
  add(count: number): number {
    const first = this.count
    this.count += count
    if (this.count > this.gid.length) this.grow(Math.max(this.count, this.gid.length * 2))
    return first
  }

  private grow(size: number): void {
    const { gid, cluster, advance, dx, dy } = this
    this.gid = new Uint16Array(size)
    this.cluster = new Uint32Array(size)
    this.advance = new Int32Array(size)
    this.dx = new Int32Array(size)
    this.dy = new Int32Array(size)
    this.gid.set(gid)
    this.cluster.set(cluster)
    this.advance.set(advance)
    this.dx.set(dx)
    this.dy.set(dy)
  }
}

/**
 * A shaped piece of text: a stretch of rows in those columns. Distances are font units; clusters point into `text`;
 * right-to-left glyphs are in visual order.
 */
export class Glyphs {
  readonly text: string
  readonly rtl: boolean
  readonly count: number
  /** All advances together. */
  readonly width: number
  /** They stand side by side on the line, each for characters of its own. */
  readonly inRow: boolean
  private readonly columns: GlyphColumns
  private readonly first: number

  constructor(
    text: string,
    rtl: boolean,
    columns: GlyphColumns,
    first: number,
    count: number,
    width: number,
    inRow: boolean,
  ) {
    this.text = text
    this.rtl = rtl
    this.count = count
    this.width = width
    this.inRow = inRow
    this.columns = columns
    this.first = first
  }

  gid(index: number): number {
    return this.columns.gid[this.first + index]!
  }

  cluster(index: number): number {
    return this.columns.cluster[this.first + index]!
  }

  advance(index: number): number {
    return this.columns.advance[this.first + index]!
  }

  dx(index: number): number {
    return this.columns.dx[this.first + index]!
  }

  dy(index: number): number {
    return this.columns.dy[this.first + index]!
  }
}
