import type { Box } from '../../../article/article.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { inBox, paragraph } from './paragraph.js'
import { textRuns } from './runs.js'

/**
 * Returns a panel: paragraphs whose styles share one border and tint, which Word draws as one. The styles are named after
 * the kind ("Key Points Text"), so that the kind is not lost.
 */
export function box(node: Box, flow: Flow): string {
  const inside: Flow = { ...flow, box: prefixOf(node.kind), quotes: 0, lists: 0, opening: {} }
  const title =
    node.title === undefined
      ? ''
      : paragraph(inBox('BoxTitle', inside), textRuns(node.title, { ...inside, marks: { boldAround: true } }), inside)
  return edged(title + blocks(node.children, inside), flow)
}

function prefixOf(kind: string): string {
  const words = kind.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const name = words.map(word => word[0]!.toUpperCase() + word.slice(1)).join(' ')
  return name === '' ? 'Box' : name.slice(0, 60)
}

/** The first paragraph has the panel's space above, the last the space below. */
function edged(markup: string, flow: Flow): string {
  const { styles } = flow.file
  const { box: look } = styles.looks
  const edge = (at: number, side: 'before' | 'after', name: string, text: string): string => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(text.slice(at))?.[1]
    if (at < 0 || style === undefined || styles.look(style)[side] === look[side]) return text
    const variant = styles.variant(style, name, () => ({ [side]: look[side] ?? 0 }))
    return text.slice(0, at) + text.slice(at).replace(style, variant)
  }
  const below = edge(markup.lastIndexOf('<w:pStyle'), 'after', 'Last', markup)
  return edge(below.indexOf('<w:pStyle'), 'before', 'First', below)
}
