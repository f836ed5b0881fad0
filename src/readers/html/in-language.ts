import type { Block, Inline, Span } from '../../article/article.js'

/** Returns blocks whose runs of text are marked as of a language or direction, as their container declares it. */
export function inLanguage(blocks: Block[], how: Pick<Span, 'language' | 'direction'>): Block[] {
  if (!how.language && !how.direction) return blocks
  const wrap = (children: Inline[]): Inline[] => (children.length > 0 ? [{ type: 'span', ...how, children }] : children)
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'pullQuote':
        return { ...block, children: wrap(block.children) }
      case 'quote':
      case 'box':
      case 'extension':
        return { ...block, children: inLanguage(block.children, how) }
      case 'list':
        return {
          ...block,
          children: block.children.map(item => ({ ...item, children: inLanguage(item.children, how) })),
        }
      case 'table':
        return {
          ...block,
          children: block.children.map(row => ({
            ...row,
            children: row.children.map(cell => ({ ...cell, children: wrap(cell.children) })),
          })),
        }
      default:
        return block
    }
  })
}
