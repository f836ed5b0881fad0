import type { Report } from '../../diagnostics/message.js'
import type { Package, Relationship } from '../../ooxml/open-package.js'
import { elementsOf, wordsOf, type XmlElement } from '../../ooxml/xml-tree.js'

/** Longest piece of a line that a message quotes, in characters. */
const longestQuote = 60

/** Says what stood in heads and feet of pages: every format sets its own, so they are no part of the article. */
export function reportRunningLines(
  file: Package,
  relationships: ReadonlyMap<string, Relationship>,
  report: Report,
): void {
  const lines = new Set<string>()
  for (const { type, target, external } of relationships.values()) {
    if (external || (type !== 'header' && type !== 'footer')) continue
    const line = textIn(file.xml(target)).replace(/\s+/g, ' ').trim()
    if (/\p{L}/u.test(line)) lines.add(line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line)
  }
  if (lines.size === 0) return
  const quoted = [...lines].map(line => `“${line}”`).join(', ')
  report('word-running', `the head and foot of the pages are no part of the article: ${quoted}`)
}

/** The words of paragraphs and text boxes; what stands twice for older programs counts once. */
function textIn(element: XmlElement | undefined): string {
  if (!element || element.name === 'mc:Fallback' || element.name === 'w:instrText') return ''
  if (element.name === 'w:t') return wordsOf(element)
  const inside = elementsOf(element).map(textIn).join('')
  return element.name === 'w:p' || element.name === 'w:tab' ? `${inside} ` : inside
}
