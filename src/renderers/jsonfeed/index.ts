import { enclosureOf } from '../feed/enclosure.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { renderFeed } from '../feed/write-feed.js'
import type { CollectionRenderer } from '../renderer.js'
import { jsonHead, jsonItem } from './json-feed.js'

const file = { extension: 'feed.json', mediaType: 'application/feed+json' }

/** JSON Feed 1.1 with full content. */
export const jsonfeedRenderer: CollectionRenderer<FeedOptions> = {
  name: 'jsonfeed',
  description: 'JSON Feed 1.1 with full content',
  scope: 'collection',
  ...file,
  options: input => feedOptions('jsonfeed', input),
  render: (collection, context) =>
    renderFeed(collection, context, file, {
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
}
