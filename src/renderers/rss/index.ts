import { type Enclosure, enclosureOf } from '../feed/enclosure.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { styleInstruction } from '../feed/feed-style.js'
import { type FeedWriter, renderFeed } from '../feed/write-feed.js'
import type { CollectionRenderer, RenderContext } from '../renderer.js'
import { attributeList } from '../xml.js'
import { channelHead } from './channel.js'
import { itemXml } from './item.js'
import { declarations, itemDeclarations } from './namespaces.js'

const file = { extension: 'feed.xml', mediaType: 'application/rss+xml' }

/** RSS 2.0 with full content, as the RSS Advisory Board's profile advises. */
export const rssRenderer: CollectionRenderer<FeedOptions> = {
  name: 'rss',
  description: 'RSS 2.0 feed with full content',
  scope: 'collection',
  ...file,
  options: input => feedOptions('rss', input),
  render: (collection, context) => renderFeed(collection, context, file, rssWriter(context)),
}

function rssWriter(context: RenderContext<FeedOptions>): FeedWriter {
  const { options } = context
  return {
    opening(head, items) {
      const channel = channelHead(head, options)
      const used = items
        ? declarations(channel.join('') + items.join(''))
        : { ...itemDeclarations(), ...declarations(channel.join('')) }
      const style = styleInstruction(options.stylesheet, head, parts)
      const root = `<rss${attributeList({ version: '2.0', ...used })}>`
      return `<?xml version="1.0" encoding="utf-8"?>\n${style}${root}\n<channel>\n${channel.join('\n')}\n`
    },
    item(item, head, article) {
      const write = (enclosure?: Enclosure) => itemXml(item, head.language, enclosure)
      return options.enclosure ? enclosureOf(article, item, context).then(write) : write()
    },
    between: '',
    closing: '</channel>\n</rss>\n',
    lint: true,
  }
}

const parts = {
  root: 'rss',
  hidden: 'channel>*,item>*',
  title: 'channel>title',
  description: 'channel>description',
  item: 'item',
  itemTitle: 'item>title',
  itemDate: 'item>pubDate',
  itemSummary: 'item>description',
}
