import type { PhrasingContent } from 'mdast'
import type { Inline } from '../../article/article.js'
import { readInline } from './inlines.js'
import type { Reading } from './reading.js'

/** Reads a run that holds HTML. */
export function readInlineHtml(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.flatMap(node => readInline(node, reading))
}
