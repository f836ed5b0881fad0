import type { Flow } from './flow.js'

/**
 * Returns blocks in which no pull quote stands right under a heading or under another pull quote: it waits for the next
 * paragraph of its section, and goes below it. Where none comes it stays.
 */
export function spreadQuotes(flows: readonly Flow[]): Flow[] {
  const set: Flow[] = []
  const waiting: Flow[] = []
  for (const flow of flows) {
    if (isQuote(flow)) {
      if (waiting.length > 0 || wantsWords(set.at(-1))) waiting.push(flow)
      else set.push(flow)
      continue
    }
    if (flow.t === 'text' && flow.section !== undefined) set.push(...waiting.splice(0))
    set.push(flow)
    if (isProse(flow)) set.push(...waiting.splice(0, 1))
  }
  return [...set, ...waiting]
}

function isQuote(flow: Flow | undefined): boolean {
  return flow?.t === 'float' && flow.roams === true
}

/** Returns whether words are to follow a block. */
function wantsWords(flow: Flow | undefined): boolean {
  return isQuote(flow) || (flow?.t === 'text' && flow.section !== undefined)
}

function isProse(flow: Flow): boolean {
  return flow.t === 'text' && flow.section === undefined && !flow.keepWithNext && flow.span === undefined
}
