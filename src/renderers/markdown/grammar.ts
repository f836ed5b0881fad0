/**
 * The one door to the Markdown reader's room. What the reader would make of a line (a speaker, a credit, a caption) decides
 * how the line is written, and one grammar asked from both sides cannot drift apart.
 */
import type { Paragraph } from '../../article/article.js'

export { readByline } from '../../readers/front-matter/people.js'
export { readFrontMatter } from '../../readers/front-matter/read.js'
export { parseYaml } from '../../readers/front-matter/yaml.js'
export { beginsWithDash, readAttributionLine, toAttribution } from '../../readers/markdown/attribution.js'
export { takeCredit } from '../../readers/markdown/credit.js'
export { datelineIn } from '../../readers/markdown/dateline.js'
export { providerOf } from '../../readers/markdown/embeds.js'
export { splitLines } from '../../readers/markdown/lines.js'
export { closeUpRanks } from '../../readers/markdown/outline.js'
export { closesQuotation, isQuotation, opensQuotation } from '../../readers/markdown/quotation-marks.js'
export { tidyRun, tidyText } from '../../readers/markdown/tidy.js'

/** Returns whether a paragraph beside a table is read as its caption. */
export function isTableCaption(paragraph: Paragraph): boolean {
  const [first] = paragraph.children
  return first?.type === 'text' && /^(?:Table)?\s*:\s+(?=\S)/i.test(first.value)
}
