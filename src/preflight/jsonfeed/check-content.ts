import { checkHtml } from '../feed/check-html.js'
import type { Fault } from '../json/fault.js'

/** Judges the HTML of an item as that of other feeds: readers show them all by the same rules. */
export function checkContent(html: string, path: string): Fault[] {
  const faults: Fault[] = []
  const element = { name: 'content_html', text: html, line: 1, column: 1 }
  checkHtml(element, (rule, _, reason, hint) => faults.push({ rule: `w3c/${rule}`, path, reason, hint }))
  return faults
}
