import type { Flow } from './flow.js'

/** Returns whether what stands here may stand across all columns of text. On a letterhead the page is the house's. */
export function mayStandAcross(flow: Flow): boolean {
  const { context, house } = flow.file
  const nested = flow.place !== 'body' || flow.box !== undefined || flow.lists + flow.quotes > 0
  return !house && !nested && (context.template.page.columns ?? 1) > 1
}
