import type { Heading } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import { toAttribute } from '../xml-text.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import { type Piece, setEdge } from './pieces.js'
import { run, textRuns } from './runs.js'

/** Headings of these ranks stand in the table of contents. */
const deepestRank = 3
/** Space between the table and the text, points. */
const belowContents = 20

/**
 * Returns a table of contents: a field of Word's that is filled already, each entry a link. Page numbers are left out
 * (`\n`): only a layout knows them, and wrong ones would be worse than none (ISO/IEC 29500-1, 17.16.5.68).
 */
export function tableOfContents(headings: readonly Heading[], flow: Flow): Piece[] {
  const listed = headings.filter(heading => heading.rank <= deepestRank)
  if (!flow.file.context.options.toc || listed.length === 0) return []
  const title = paragraph('TOCHeading', textRuns(flow.file.labels.contents, flow), flow)
  const entries = listed.map((heading, index) => {
    const begin = index === 0 ? fieldStart(flow) : ''
    const end = index === listed.length - 1 ? run('<w:fldChar w:fldCharType="end"/>', flow) : ''
    return paragraph(`TOC${heading.rank}`, begin + entry(heading, flow) + end, flow)
  })
  const pieces: Piece[] = [title, ...entries]
  setEdge(pieces, 'Last', belowContents, flow.file.styles)
  return pieces
}

function fieldStart(flow: Flow): string {
  return [
    '<w:fldChar w:fldCharType="begin"/>',
    `<w:instrText xml:space="preserve"> TOC \\o "1-${deepestRank}" \\n \\h \\z \\u </w:instrText>`,
    '<w:fldChar w:fldCharType="separate"/>',
  ]
    .map(content => run(content, flow))
    .join('')
}

function entry(heading: Heading, flow: Flow): string {
  const words = textRuns(inlineText(heading.children), flow)
  const name = flow.file.bookmarks.of(heading.id)
  return name === undefined
    ? words
    : `<w:hyperlink w:anchor="${toAttribute(name)}" w:history="1">${words}</w:hyperlink>`
}
