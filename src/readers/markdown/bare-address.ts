import type { Link, PhrasingContent, Text } from 'mdast'
import type { Reading } from './reading.js'

/** Signs of East Asian text, which has no spaces: GFM, which ends an address at one, takes in the sentences behind it. */
const ends = /[\u3000-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF40\uFF5B-\uFF65]/
const begins = /https?:\/\/[^\s<]/i

/** Returns an address that was written bare, up to the sign that ends it, and what follows; another link as it is. */
export function endBareAddress(link: Link, reading: Reading): PhrasingContent[] {
  const [words, ...more] = link.children
  if (words?.type !== 'text' || more.length > 0 || !ends.test(words.value)) return [link]
  const at = link.position?.start.offset
  const bare = at === undefined || reading.source.startsWith(words.value.slice(0, 4), at)
  return bare && link.url.endsWith(words.value) ? parted(words.value, link) : [link]
}

/** Parts words that begin with an address, and may hold more of them. */
function parted(words: string, { url, position }: Link): PhrasingContent[] {
  const made: PhrasingContent[] = []
  /** What the first address has before its words: the scheme, where only `www.` was written. */
  let scheme = url.slice(0, url.length - words.length)
  for (let rest = words; rest !== ''; scheme = '') {
    const to = indexOf(ends, rest)
    const address = rest.slice(0, to)
    made.push({ type: 'link', url: scheme + address, children: [text(address)], ...(position && { position }) })
    const next = to + indexOf(begins, rest.slice(to))
    if (next > to) made.push(text(rest.slice(to, next)))
    rest = rest.slice(next)
  }
  return made
}

/** Returns where a pattern is found, or the end. */
function indexOf(pattern: RegExp, words: string): number {
  const at = words.search(pattern)
  return at === -1 ? words.length : at
}

function text(value: string): Text {
  return { type: 'text', value }
}
