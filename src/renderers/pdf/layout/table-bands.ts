import type { Span } from '../text/span.js'
import { neededWidth, type ShapedCell } from './column-widths.js'
import type { TableFlow } from './flow.js'

/** Returns a table set smaller. */
export function scaleTable(flow: TableFlow, scale: number): TableFlow {
  const { padding } = flow
  return {
    ...flow,
    leading: flow.leading * scale,
    padding: { ...padding, left: padding.left * scale, right: padding.right * scale * 0.7 },
    rows: flow.rows.map(row => ({ cells: row.cells.map(spans => spans.map(span => scaleSpan(span, scale))) })),
  }
}

function scaleSpan(span: Span, scale: number): Span {
  const { style } = span
  const size = Math.round(style.size * scale * 100) / 100
  return { ...span, style: { ...style, size, leading: style.leading * scale, rise: style.rise * scale } }
}

/** Shares columns out among bands, the first column heading each of them where it names the rows. */
export function bandsOf(flow: TableFlow, cells: readonly (readonly ShapedCell[])[], width: number): number[][] {
  const single = (column: number) =>
    neededWidth(
      pickColumns(flow, [column], false),
      cells.map(row => [row[column]!]),
    ) + flow.padding.right
  const first = single(0)
  const bands: number[][] = []
  let used = Number.POSITIVE_INFINITY
  for (let column = 1; column < flow.align.length; column++) {
    const needed = single(column)
    if (used + needed > width) {
      bands.push([0])
      used = first
    }
    bands.at(-1)!.push(column)
    used += needed
  }
  return bands
}

/** Returns a table of some of its columns; a first column set again is an artifact. */
export function pickColumns(flow: TableFlow, columns: readonly number[], repeatsFirst: boolean): TableFlow {
  const rows = flow.rows.map(row => ({
    cells: columns.map(column => (repeatsFirst && column === 0 ? row.cells[0]!.map(asArtifact) : row.cells[column]!)),
  }))
  return { ...flow, rows, align: columns.map(column => flow.align[column]!) }
}

function asArtifact({ note: _, link: __, place: ___, ...span }: Span): Span {
  return { ...span, tag: 'Layout' }
}
