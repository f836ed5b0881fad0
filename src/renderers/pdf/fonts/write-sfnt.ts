/** What the sum of a whole font is to come to, with the help of a number in `head` (ISO/IEC 14496-22 5.2.2). */
const WHOLE_SUM = 0xb1b0afba
const ADJUSTMENT = 8

/** Writes a TrueType font of some tables, given in the order of their tags (ISO/IEC 14496-22 4.5). */
export function writeSfnt(tables: { readonly [tag: string]: Uint8Array }): Uint8Array {
  const entries = Object.entries(tables)
  const start = 12 + entries.length * 16
  const length = entries.reduce((sum, [, table]) => sum + toFour(table.length), start)
  const font = new Uint8Array(length)
  const view = new DataView(font.buffer)
  writeHead(view, entries.length)
  let at = start
  let adjusted: number | undefined
  entries.forEach(([tag, table], index) => {
    font.set(table, at)
    if (tag === 'head') {
      adjusted = at + ADJUSTMENT
      view.setUint32(adjusted, 0)
    }
    const entry = 12 + index * 16
    for (let i = 0; i < 4; i++) font[entry + i] = tag.charCodeAt(i)
    view.setUint32(entry + 4, sumOf(view, at, at + toFour(table.length)))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, table.length)
    at += toFour(table.length)
  })
  if (adjusted !== undefined) view.setUint32(adjusted, (WHOLE_SUM - sumOf(view, 0, length)) >>> 0)
  return font
}

/** The directory's head: its numbers are for those who look tables up by halves. */
function writeHead(view: DataView, count: number): void {
  const power = Math.floor(Math.log2(count))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, count)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * count - 16 * 2 ** power)
}

/** Returns the sum of what lies between two places, as words of four bytes. */
function sumOf(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}

function toFour(length: number): number {
  return (length + 3) & ~3
}
