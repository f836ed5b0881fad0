import type { Inline } from '../../article/article.js'
import { readInlines } from './inlines.js'
import type { Parse } from './parse.js'
import type { Reading } from './reading.js'
import { tidyRun } from './tidy.js'

/** Reads a caption of the front matter as Markdown: emphasis and links count, blocks do not. Its nodes have no places. */
export function readCaption(text: string, parse: Parse, reading: Reading): Inline[] {
  const plain: Inline[] = [{ type: 'text', value: text }]
  if (!/[*_[\]`<~\\&]/.test(text) || text.length > 2_000) return plain
  const [only, ...others] = parse(text).children
  if (only?.type !== 'paragraph' || others.length > 0) return plain
  return tidyRun(withoutPlaces(readInlines(only.children, { ...reading, source: text, clean: false })))
}

function withoutPlaces(nodes: readonly Inline[]): Inline[] {
  return nodes.map(node => {
    const { position: _position, ...bare } = node
    return (
      'children' in bare && bare.type !== 'note' ? { ...bare, children: withoutPlaces(bare.children) } : bare
    ) as Inline
  })
}
