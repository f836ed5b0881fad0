import type { FloatFlow, Flow } from './flow.js'

/**
 * Returns the blocks of columns in which the tables and boxes of the running text are floats, where words of their section
 * come after them: these go on above one that would be parted in its place, or leave a hole. They stay on their page, where
 * the file's text has them in the article's order. What is announced in the line before it stays, and so does what follows a
 * heading, where no words do that would stand below the heading in its place.
 */
export function withMovable(flows: readonly Flow[]): Flow[] {
  let wordsFollow = false
  const set: Flow[] = []
  for (let at = flows.length - 1; at >= 0; at--) {
    const flow = flows[at]!
    const moves = isMovable(flow) && wordsFollow && !isHeld(flows[at - 1], flows[at + 1])
    set.push(moves ? floatOf(flow) : flow)
    if (!isMovable(flow) && flow.t !== 'float') wordsFollow = isWords(flow)
  }
  return set.reverse()
}

/** Returns whether a block may stand elsewhere while the text goes on: what floats, and in columns tables and boxes. */
export function mayMove(flow: Flow | undefined, columns: number): boolean {
  return flow !== undefined && (flow.t === 'float' || (columns > 1 && isMovable(flow)))
}

function isMovable(flow: Flow): boolean {
  return (flow.t === 'table' && flow.turns === true) || (flow.t === 'panel' && flow.moves === true)
}

function isHeld(above: Flow | undefined, below: Flow | undefined): boolean {
  if (above?.keepWithNext !== true) return false
  const isHeading = above.t === 'text' && above.section !== undefined
  return !isHeading || below === undefined || !isWords(below)
}

function isWords(flow: Flow): boolean {
  return flow.t === 'item' || (flow.t === 'text' && flow.section === undefined)
}

function floatOf(flow: Flow): FloatFlow {
  return { t: 'float', children: [flow], before: 0, after: 0, words: true }
}
