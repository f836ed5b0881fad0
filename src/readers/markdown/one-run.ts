import type { Block, Inline } from '../../article/article.js'

/** Returns the words of blocks as one run of text: paragraphs and list items become lines. */
export function inOneRun(blocks: readonly Block[]): Inline[] {
  const runs = blocks.flatMap(runsOf)
  return runs.flatMap((run, index) => (index === 0 ? run : [{ type: 'lineBreak' } as Inline, ...run]))
}

function runsOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return [block.children]
    case 'list':
      return block.children.flatMap(item => item.children.flatMap(runsOf))
    case 'table':
      return block.children.flatMap(row => row.children.map(cell => cell.children)).filter(run => run.length > 0)
    case 'box': {
      const title: Inline[][] = block.title ? [[{ type: 'text', value: block.title }]] : []
      return [...title, ...block.children.flatMap(runsOf)]
    }
    case 'quote':
    case 'extension':
      return block.children.flatMap(runsOf)
    case 'code':
      return [[{ type: 'inlineCode', value: block.value }]]
    case 'figure':
      return [
        [...block.images.map(image => ({ type: 'inlineImage' as const, url: image.url, alt: image.alt }))],
        block.caption ?? [],
      ].filter(run => run.length > 0)
    case 'embed':
      return [[{ type: 'link', url: block.url, children: [{ type: 'text', value: block.title ?? block.url }] }]]
    case 'separator':
    case 'raw':
      return []
  }
}
