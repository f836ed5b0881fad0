import type { Box } from '../article/article.js'
import type { Labels } from './labels.js'

/** Returns the head of a box: its own title, else the words for its kind where the language has them ("Key points"). */
export function boxTitle(box: Box, labels: Labels): string | undefined {
  return box.title ?? (box.kind === 'key-points' ? labels.keyPoints : undefined)
}
