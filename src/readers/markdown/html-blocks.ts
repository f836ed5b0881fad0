import type { Block } from '../../article/article.js'
import { type FlowNode, readBlock } from './blocks.js'
import type { Reading } from './reading.js'

/** Reads blocks among which HTML stands. */
export function readBlockHtml(nodes: readonly FlowNode[], reading: Reading): Block[] {
  return nodes.flatMap(node => readBlock(node, reading))
}
