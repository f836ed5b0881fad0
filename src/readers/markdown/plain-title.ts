import type { Inline } from '../../article/article.js'
import type { MessageDetails } from '../../diagnostics/message.js'
import type { Reading } from './reading.js'

/** What a title in plain text has no place for, by the type of its node. */
const placeless: { readonly [type: string]: string } = { note: 'note', link: 'link', inlineImage: 'picture' }

/** Reports the first note, link or picture in words that become plain text: those of a title or of a box's title. */
export function reportPlain(nodes: readonly Inline[], what: string, at: MessageDetails, reading: Reading): void {
  const lost = placelessIn(nodes)
  if (lost) reading.report('title-plain', `the ${lost} in the ${what} was dropped: a title is plain text`, at)
}

function placelessIn(nodes: readonly Inline[]): string | undefined {
  for (const node of nodes) {
    const lost =
      placeless[node.type] ?? ('children' in node ? placelessIn(node.children as readonly Inline[]) : undefined)
    if (lost) return lost
  }
  return undefined
}
