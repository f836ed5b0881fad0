import type { Inline } from '../../article/article.js'
import { readInlines } from './inlines.js'
import type { Parse } from './parse.js'
import type { Reading } from './reading.js'
import { anySigns } from './signs.js'
import { tidyRun } from './tidy.js'

/** Reads a caption of the front matter as Markdown: emphasis and links count, blocks do not. Its nodes have no places. */
export function readCaption(text: string, parse: Parse, reading: Reading): Inline[] {
  if (isPlainCaption(text)) return plainCaption(text)
  const [only, ...others] = parse(text).children
  if (only?.type !== 'paragraph' || others.length > 0) return plainCaption(text)
  return tidyRun(withoutPlaces(readInlines(only.children, { ...reading, source: text, signs: anySigns, clean: false })))
}

/** Returns whether a caption has no mark that the parser would have to look at. */
export const isPlainCaption = (text: string): boolean => !/[*_[\]`<~\\&]/.test(text) || text.length > 2_000

/** Returns a caption as it stands. */
export const plainCaption = (text: string): Inline[] => [{ type: 'text', value: text }]

function withoutPlaces(nodes: readonly Inline[]): Inline[] {
  return nodes.map(node => {
    const { position: _position, ...bare } = node
    return (
      'children' in bare && bare.type !== 'note' ? { ...bare, children: withoutPlaces(bare.children) } : bare
    ) as Inline
  })
}
