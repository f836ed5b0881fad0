import type { Inline } from '../../article/article.js'
import type { MessageDetails } from '../../diagnostics/message.js'
import type { Reading } from './reading.js'

/** What a title in plain text has no place for, by the type of its node. */
const placeless: { readonly [type: string]: string } = { note: 'note', link: 'link', inlineImage: 'picture' }

/** Reports notes, links and pictures in words that become plain text, each kind once: those of a title or of a box's title. */
export function reportPlain(nodes: readonly Inline[], what: string, at: MessageDetails, reading: Reading): void {
  for (const lost of new Set(placelessIn(nodes)))
    reading.report('title-plain', `the ${lost} in the ${what} was dropped: a title is plain text`, at)
}

/** Of what stands within a note nothing is told: it goes with the note. */
function placelessIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap(node => {
    const lost = placeless[node.type] ?? []
    return node.type !== 'note' && 'children' in node ? [lost, placelessIn(node.children)].flat() : lost
  })
}
