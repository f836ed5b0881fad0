import { feedLanguage } from '../feed/feed-language.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { styleInstruction } from '../feed/feed-style.js'
import { renderFeed } from '../feed/write-feed.js'
import type { CollectionRenderer } from '../renderer.js'
import { attributeList } from '../xml.js'
import { atomHead } from './atom-head.js'
import { entryXml } from './entry.js'

const file = { extension: 'atom.xml', mediaType: 'application/atom+xml' }

/** Atom 1.0 (RFC 4287) with full content. */
export const atomRenderer: CollectionRenderer<FeedOptions> = {
  name: 'atom',
  description: 'Atom feed with full content',
  scope: 'collection',
  ...file,
  options: input => feedOptions('atom', input),
  render: (collection, context) =>
    renderFeed(collection, context, file, {
      opening(head) {
        const style = styleInstruction(context.options.stylesheet, head, parts)
        const names = {
          xmlns: 'http://www.w3.org/2005/Atom',
          'xmlns:fh': head.pages.archive ? 'http://purl.org/syndication/history/1.0' : undefined,
          'xml:lang': feedLanguage(head.language),
        }
        const lines = atomHead(head, context.options).join('\n')
        return `<?xml version="1.0" encoding="utf-8"?>\n${style}<feed${attributeList(names)}>\n${lines}\n`
      },
      item: entryXml,
      between: '',
      closing: '</feed>\n',
      lint: true,
    }),
}

const parts = {
  root: 'feed',
  hidden: 'feed>*,entry>*',
  title: 'feed>title',
  description: 'feed>subtitle',
  item: 'entry',
  itemTitle: 'entry>title',
  itemDate: 'entry>updated',
  itemSummary: 'entry>summary',
}
