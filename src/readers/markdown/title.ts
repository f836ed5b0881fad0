import type { Block, Heading, Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { reportPlain } from './plain-title.js'
import type { Reading } from './reading.js'

/**
 * Takes the title from the text where the front matter has none, and drops a first-level heading that repeats it. The
 * headings still have their Markdown depths. Returns the body without the title's heading.
 */
export function takeTitle(
  children: Block[],
  given: string | undefined,
  path: string | undefined,
  reading: Reading,
): { title: string; heading?: Heading; children: Block[] } {
  const tops = children.filter((block): block is Heading => block.type === 'heading' && block.rank === 1)
  if (given !== undefined) return { title: given, children: withoutRepeat(children, tops, given, reading) }
  const heading = titleHeading(children, tops)
  if (!heading) return { title: titleOfLastResort(path, reading), children }
  reportPlain(heading.children, 'title', heading, reading)
  const title = plainTitle(heading.children) || picturedTitle(heading.children) || titleOfLastResort(path, reading)
  return { title, heading, children: children.filter(block => block !== heading) }
}

/** A first-level heading at the top, with at most a picture before it, or the only one there is. */
function titleHeading(children: readonly Block[], tops: readonly Heading[]): Heading | undefined {
  const first = children.find(block => block.type !== 'figure' && block.type !== 'separator')
  return first?.type === 'heading' && first.rank === 1 ? first : tops.length === 1 ? tops[0] : undefined
}

/** A heading that repeats the front matter's title is dropped; another one is a section, and reported once. */
function withoutRepeat(children: Block[], tops: readonly Heading[], title: string, reading: Reading): Block[] {
  const [first] = tops
  if (!first) return children
  if (comparable(plainTitle(first.children)) === comparable(title)) {
    reportPlain(first.children, 'title', first, reading)
    return children.filter(block => block !== first)
  }
  const words = plainTitle(first.children)
  reading.report(
    'heading-title',
    `\`# ${words}\` is not the title (\`${title}\`): it was read as a section heading`,
    first,
  )
  return children
}

const plainTitle = (nodes: readonly Inline[]): string =>
  inlineText(nodes)
    .replace(/[ \t\n]+/g, ' ')
    .trim()

/** A logo in place of a title says what its description says. */
const picturedTitle = (nodes: readonly Inline[]): string =>
  nodes
    .map(node => {
      if (node.type === 'inlineImage') return node.alt
      return 'children' in node && node.type !== 'note' ? picturedTitle(node.children) : ''
    })
    .join(' ')
    .trim()

/** Quotation marks and dashes differ between a front matter and a heading of the same words. */
const comparable = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function titleOfLastResort(path: string | undefined, reading: Reading): string {
  const stem = path
    ?.replace(/^.*[\\/]/, '')
    .replace(/(?<=.)\.[^.]*$/, '')
    .normalize('NFC')
    .trim()
  const title = stem && stem !== '-' ? stem : 'Untitled'
  reading.report('title-missing', `the article has no title: \`${title}\` stands in its place`, topOfSource)
  return title
}

const topOfSource = {
  position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
}
