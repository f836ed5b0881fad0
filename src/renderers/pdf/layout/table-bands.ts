import type { Span } from '../text/span.js'
import { neededWidth } from './column-widths.js'
import { scaleSpan } from './fit-heading.js'
import type { CellFlow, TableFlow } from './flow.js'
import type { ShapedCell } from './table-cells.js'

/** Returns a table set smaller. */
export function scaleTable(flow: TableFlow, scale: number): TableFlow {
  const { padding } = flow
  return {
    ...flow,
    leading: flow.leading * scale,
    padding: { ...padding, left: padding.left * scale, right: padding.right * scale * 0.7 },
    rows: mapCells(flow, cell => ({ ...cell, spans: cell.spans.map(span => scaleSpan(span, scale)) })),
  }
}

function mapCells(flow: TableFlow, change: (cell: CellFlow) => CellFlow): TableFlow['rows'] {
  return flow.rows.map(row => ({ cells: row.cells.map(change) }))
}

/** Shares columns out among as few bands as will do, all about equally wide, the first column heading each of them. */
export function bandsOf(flow: TableFlow, cells: readonly (readonly ShapedCell[])[], width: number): number[][] {
  const needs = flow.align.map(
    (_, column) =>
      neededWidth(
        pickColumns(flow, [column], false),
        cells.map(row => [row[column]!]),
      ) + flow.padding.right,
  )
  const fewest = filledTo(width + flow.padding.right, needs)
  let low = width / fewest.length
  let high = width + flow.padding.right
  for (let probe = 0; probe < 10; probe++) {
    const middle = (low + high) / 2
    if (filledTo(middle, needs).length <= fewest.length) high = middle
    else low = middle
  }
  return filledTo(high, needs)
}

/** Fills bands with columns up to a width. */
function filledTo(width: number, needs: readonly number[]): number[][] {
  const bands: number[][] = []
  let used = Number.POSITIVE_INFINITY
  for (let column = 1; column < needs.length; column++) {
    if (used + needs[column]! > width) {
      bands.push([0])
      used = needs[0]!
    }
    bands.at(-1)!.push(column)
    used += needs[column]!
  }
  return bands
}

/** Returns a table of some of its columns; a first column set again is an artifact. */
export function pickColumns(flow: TableFlow, columns: readonly number[], repeatsFirst: boolean): TableFlow {
  const rows = flow.rows.map(row => ({
    cells: columns.map(column => (repeatsFirst && column === 0 ? artifactOf(row.cells[0]!) : row.cells[column]!)),
  }))
  const pick = <Value>(list: readonly Value[]) => columns.map(column => list[column]!)
  return { ...flow, rows, align: pick(flow.align), decimals: pick(flow.decimals) }
}

function artifactOf(cell: CellFlow): CellFlow {
  return { ...cell, spans: cell.spans.map(asArtifact) }
}

function asArtifact({ note: _, link: __, place: ___, ...span }: Span): Span {
  return { ...span, tag: 'Layout' }
}
