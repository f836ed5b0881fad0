import { checkIri } from './check-address.js'
import type { FeedCheck } from './check-element.js'
import { linkRelations } from './feed-elements.js'
import { childrenNamed, type FeedElement } from './feed-tree.js'

const feedTypes = new Set(['application/atom+xml', 'application/rss+xml', 'application/rdf+xml'])

/** Judges the Atom links of a feed, an item or an entry. */
export function checkAtomLinks(parent: FeedElement, check: FeedCheck): void {
  const { say, url } = check
  for (const link of childrenNamed(parent, 'atom:link')) {
    const { rel = 'alternate', href, type } = link.attributes
    if (!linkRelations.has(rel) && !/^[a-z][a-z\d+.-]*:/i.test(rel))
      say('UnregisteredAtomLinkRel', link, `the kind of link "${rel}" is not registered`)
    if (href === undefined) say('MissingHref', link, 'a link has no `href`')
    else if (rel === 'self' && !/^https?:\/\//.test(href))
      say('RelativeSelf', link, `the feed says it stands at "${href}"`)
    else if (checkIri(href, link, 'the `href` of a link', say) && rel === 'self' && url !== undefined && href !== url)
      say('SelfDoesntMatchLocation', link, `the feed says it stands at "${href}", and it stands at "${url}"`)
    if (rel === 'self' && type !== undefined && !feedTypes.has(type.split(';')[0]!))
      say('SelfNotAtom', link, `the link to the feed itself has the type "${type}"`, 'write `application/rss+xml`')
  }
}
