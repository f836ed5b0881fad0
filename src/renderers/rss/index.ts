import type { Collection } from '../../article/collection.js'
import { feedHead } from '../feed/feed-head.js'
import { feedItem } from '../feed/feed-item.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { type Chosen, select } from '../feed/select.js'
import type { CollectionRenderer, RenderContext } from '../renderer.js'
import { attributeList } from '../xml.js'
import { channelHead } from './channel.js'
import { itemXml } from './item.js'
import { declarations, itemDeclarations } from './namespaces.js'

/** RSS 2.0 with full content, as the RSS Advisory Board's profile advises. */
export const rssRenderer: CollectionRenderer<FeedOptions> = {
  name: 'rss',
  description: 'RSS 2.0 feed with full content',
  scope: 'collection',
  extension: 'feed.xml',
  mediaType: 'application/rss+xml',
  options: input => feedOptions('rss', input),
  render: async (collection, context) => ({
    body: blocks(feed(collection, context)),
    mediaType: 'application/rss+xml',
    extension: 'feed.xml',
  }),
}

type Context = RenderContext<FeedOptions>

async function* feed(collection: Collection, context: Context): AsyncGenerator<string> {
  const { articles, streamed } = await select(collection, context)
  if (streamed) yield* streamedFeed(collection, articles, context)
  else yield* heldFeed(collection, articles as Iterable<Chosen>, context)
}

/** All items are known: the head can say when the newest changed, and which namespaces are used. */
async function* heldFeed(collection: Collection, articles: Iterable<Chosen>, context: Context): AsyncGenerator<string> {
  const chosen = [...articles]
  const head = await feedHead(collection, chosen[0]?.article, context)
  const items: string[] = []
  for (const { article } of chosen) {
    const item = await feedItem(article, context)
    head.updated = Math.max(head.updated ?? -Infinity, item.updated ?? item.published ?? -Infinity)
    items.push(itemXml(item, head.language))
  }
  if (head.updated === -Infinity) delete head.updated
  const channel = channelHead(head, context.options)
  yield opening(declarations(channel.join('') + items.join('')), channel, context.options)
  yield* items
  yield closing
}

/** Items are read while they are written; the head says what is known before the first. */
async function* streamedFeed(
  collection: Collection,
  articles: Iterable<Chosen> | AsyncIterable<Chosen>,
  context: Context,
): AsyncGenerator<string> {
  let language: string | undefined
  for await (const { article } of articles) {
    if (language === undefined) {
      const head = await feedHead(collection, article, context)
      language = head.language
      const channel = channelHead(head, context.options)
      yield opening({ ...itemDeclarations(), ...declarations(channel.join('')) }, channel, context.options)
    }
    yield itemXml(await feedItem(article, context), language)
  }
  if (language === undefined) yield* heldFeed(collection, [], context)
  else yield closing
}

const closing = '</channel>\n</rss>\n'

function opening(
  uses: { [attribute: string]: string },
  channel: readonly string[],
  { stylesheet }: FeedOptions,
): string {
  const style = stylesheet ? `<?xml-stylesheet${attributeList({ type: 'text/css', href: stylesheet })}?>\n` : ''
  const rss = `<rss${attributeList({ version: '2.0', ...uses })}>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${style}${rss}\n<channel>\n${channel.join('\n')}\n`
}

/** Joins small pieces into blocks of about 64 KiB: writing one item at a time is slow. */
async function* blocks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let block = ''
  for await (const piece of pieces) {
    block += piece
    if (block.length < 65_536) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
