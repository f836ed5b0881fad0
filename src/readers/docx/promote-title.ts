import type { Block, Heading, Meta } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { visit } from '../../article/walk.js'
import type { Report } from '../../diagnostics/message.js'
import type { ReadContext } from '../reader.js'

/**
 * Finds the title of a file: the one that is printed or that its properties name; else its first heading, which then leaves
 * the text; else the file's name.
 */
export function promoteTitle(
  children: Block[],
  title: string | undefined,
  context: ReadContext,
  report: Report,
): Pick<Meta, 'title' | 'authors' | 'language'> {
  const rest = { authors: [], language: 'en' }
  if (title) {
    dropRepeated(children, title)
    return { title, ...rest }
  }
  const first = children[0]
  if (first?.type === 'heading' && isAlone(first, children)) {
    children.shift()
    raiseRanks(children)
    return { title: inlineText(first.children).replace(/\s+/g, ' ').trim(), ...rest }
  }
  const stem = context.path?.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'Untitled'
  report('word-title', `the file names no title: \`${stem}\` was taken`)
  return { title: stem, ...rest }
}

/** A first heading that repeats the title of the properties is the title as it is printed. */
function dropRepeated(children: Block[], title: string): void {
  const first = children[0]
  if (first?.type !== 'heading' || first.rank !== 1 || !isAlone(first, children)) return
  if (inlineText(first.children).trim() !== title) return
  children.shift()
  raiseRanks(children)
}

/** Whether no other heading has its rank. */
function isAlone(first: Heading, children: readonly Block[]): boolean {
  return (
    children.every(block => block === first || block.type !== 'heading' || block.rank > first.rank) && first.rank === 1
  )
}

function raiseRanks(children: readonly Block[]): void {
  visit(children, node => {
    if (node.type === 'heading' && node.rank > 1) node.rank = (node.rank - 1) as Heading['rank']
  })
}
