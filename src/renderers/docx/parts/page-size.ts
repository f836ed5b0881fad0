import type { Page } from '../../../templates/template.js'

/** Width and height of a page in points. A4 is 210 × 297 mm. */
export function pageSize(page: Page): { width: number; height: number } {
  if (page.size === 'a4') return { width: 595.3, height: 841.9 }
  return page.size === 'letter' ? { width: 612, height: 792 } : page.size
}

/** Width and height of the text block in points. */
export function textBlock(page: Page): { width: number; height: number } {
  const { width, height } = pageSize(page)
  const { top, right, bottom, left } = page.margin
  return { width: width - left - right, height: height - top - bottom }
}

/** Space between columns, points. */
export function columnGap(page: Page): number {
  return page.columnGap ?? 20
}

/** Width of one column of running text, points. */
export function columnWidth(page: Page): number {
  const count = page.columns ?? 1
  return (textBlock(page).width - columnGap(page) * (count - 1)) / count
}
