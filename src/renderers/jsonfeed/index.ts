import { enclosureOf } from '../feed/enclosure.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { writeFeed } from '../feed/write-feed.js'
import type { CollectionRenderer } from '../renderer.js'
import { jsonHead, jsonItem } from './json-feed.js'

/** JSON Feed 1.1 with full content. */
export const jsonfeedRenderer: CollectionRenderer<FeedOptions> = {
  name: 'jsonfeed',
  description: 'JSON Feed 1.1 with full content',
  scope: 'collection',
  extension: 'feed.json',
  mediaType: 'application/feed+json',
  options: input => feedOptions('jsonfeed', input),
  render: async (collection, context) => ({
    body: writeFeed(collection, context, 'feed.json', {
      opening(head) {
        const written = JSON.stringify(jsonHead(head, context.options), undefined, 2)
        return `${written.slice(0, -'\n}'.length)},\n  "items": [\n`
      },
      item: async (item, head, article) => {
        const json = JSON.stringify(jsonItem(item, head, await enclosureOf(article, item, context)), undefined, 2)
        return json.replace(/^/gm, '    ')
      },
      between: ',\n',
      closing: '\n  ]\n}\n',
      lint: false,
    }),
    mediaType: 'application/feed+json',
    extension: 'feed.json',
  }),
}
