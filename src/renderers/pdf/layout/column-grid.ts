import type { Page } from '../../../templates/template.js'
import type { Frame } from './page-plan.js'

/** How a page is divided into columns. Points. */
export interface ColumnGrid {
  columns: number
  gap: number
  /** Left edge and width of the first column: the one at the right where text runs from there. */
  x: number
  width: number
  /** Of the page's text block. */
  frame: Frame
  /** A hairline stands between columns. */
  ruled: boolean
  /** Distance of the lines of the baseline grid, where there is one. */
  baselines: number | undefined
}

/** Points: the least width that a column is given; on a small page there are fewer columns. */
const NARROWEST_COLUMN = 125

/** Returns the columns that a template asks for, as far as the page has room for them; `leading` is that of running text. */
export function columnGrid(page: Page, frame: Frame, leading: number, rtl: boolean): ColumnGrid {
  const gap = page.columnGap ?? 18
  const most = Math.max(1, Math.floor((frame.width + gap) / (NARROWEST_COLUMN + gap)))
  const columns = Math.min(page.columns ?? 1, most)
  const width = (frame.width - gap * (columns - 1)) / columns
  const x = rtl ? frame.x + frame.width - width : frame.x
  const baselines = page.baselineGrid === true ? leading : page.baselineGrid || undefined
  return { columns, gap, x, width, frame, ruled: page.columnRule === true, baselines }
}
