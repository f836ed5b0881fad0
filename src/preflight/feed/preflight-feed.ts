import { createMessage, type Message } from '../../diagnostics/message.js'
import type { W3cClass } from '../../diagnostics/rules/w3c.js'
import type { RuleId } from '../../diagnostics/rules.js'
import { checkAtom } from './check-atom.js'
import type { FeedCheck } from './check-element.js'
import { checkRss } from './check-rss.js'
import { checkCharacters, sourceLines } from './check-text.js'
import { collectFaults, type SayFault } from './feed-report.js'
import { type FeedElement, type FeedTree, isKnownNamespace, readFeedTree } from './feed-tree.js'

/** What a feed is judged against, beside the rules. */
export interface FeedSetting {
  /** Address under which the feed will stand. */
  url?: string
  /** The moment against which dates are judged; without it none is in the future. */
  now?: Date
}

/** Larger than this the W3C validator reads no feed. */
const longest = 5_000_000

/**
 * Judges an RSS or Atom feed by the rules of the W3C feed validator, under its names for them, whoever made the feed. No
 * message means that nothing was found. Never throws over content.
 */
export function preflightFeed(text: string, { url, now }: FeedSetting = {}): Message[] {
  const xml = text.replace(/^\uFEFF/, '')
  const start = { line: 1, column: 1 }
  const { say, messages } = collectFaults((name: W3cClass): RuleId => `w3c/${name}`)
  if (xml.length > longest)
    return [createMessage('feed-size', `the feed has ${xml.length} characters; the W3C validator reads ${longest}`)]
  const version = /^<\?xml\s+version\s*=\s*["']([^"']*)["']/.exec(xml)?.[1]
  if (version !== undefined && version !== '1.0')
    say('BadXmlVersion', start, `the feed is XML ${version}`, 'write version="1.0"')
  if (/^\s+<\?xml/.test(xml)) say('SAXError', start, 'there is something before `<?xml`', 'take the blank line out')
  const tree = readFeedTree(/^\s+<\?xml/.test(xml) ? xml.trimStart() : xml)
  if (tree.fault) say('SAXError', tree.fault, `the feed is no well-formed XML: ${tree.fault.reason}`)
  if (!tree.root) return messages()
  checkNamespaces(tree, say)
  const check: FeedCheck = { lines: sourceLines(xml), now: now?.getTime() ?? Number.POSITIVE_INFINITY, url, say }
  for (const element of everyElement(tree.root)) checkCharacters(element, say)
  if (tree.root.name === 'rss') checkRss(tree.root, check)
  else if (tree.root.name === 'atom:feed') checkAtom(tree.root, check)
  else
    return [
      createMessage(
        'feed-kind',
        `the file is no RSS or Atom feed and no sitemap: it begins with \`${tree.root.name.replace(/^\?:/, '')}\``,
      ),
    ]
  return messages()
}

function checkNamespaces({ namespaces }: FeedTree, say: SayFault): void {
  const seen = new Set<string>()
  for (const { uri, line } of namespaces) {
    if (seen.has(uri) || isKnownNamespace(uri)) continue
    seen.add(uri)
    const place = { line, column: 1 }
    if (/^https?:\/\/search\.yahoo\.com\/mrss\/?$/.test(uri))
      say(
        uri.startsWith('https') ? 'ReservedPrefix' : 'MediaRssNamespace',
        place,
        `Media RSS is declared as "${uri}"`,
        'write "http://search.yahoo.com/mrss/"',
      )
    else say('UnknownNamespace', place, `feed readers do not know the namespace "${uri}"`)
  }
}

function* everyElement(element: FeedElement): Generator<FeedElement> {
  const waiting = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    waiting.push(...next.children)
  }
}
