import type { Collection } from '../../article/collection.js'
import type { Output, RenderContext } from '../renderer.js'
import type { FeedHead, FeedPages } from './feed-head.js'
import { feedHead } from './feed-head.js'
import type { FeedOptions } from './feed-options.js'
import { type Chosen, select } from './select.js'
import { atOnce, type FeedWriter } from './write-feed.js'

type Context = RenderContext<FeedOptions>

/**
 * Returns a feed of the newest items, and closed archives of the older ones beside it (RFC 5005, 4.). Archives are counted
 * from the oldest item on and only full ones are made, so that one that has been published never changes: what is too new
 * for a full archive stays in the feed. All items are in memory together.
 */
export async function archivedFeed(
  collection: Collection,
  context: Context,
  fileName: string,
  writer: FeedWriter,
): Promise<Pick<Output, 'body' | 'beside'>> {
  const { limit, archives = 100 } = context.options
  const { articles: chosen } = await select(collection, context, Number.MAX_SAFE_INTEGER)
  const { options, site } = context
  const { self } = await feedHead(collection, chosen[0]?.article, fileName, { options, site, report: () => {} })
  const keep = limit === 'all' ? chosen.length : limit
  if (self === undefined && chosen.length > keep)
    context.report('no archives were written: they need the address of the feed', 'feed-archives')
  const full = self === undefined ? 0 : Math.floor(Math.max(0, chosen.length - keep) / archives)
  const nameOf = (number: number) => fileName.replace(/\.(\w+)$/, `-archive-${number}.$1`)
  const addressOf = (number: number) =>
    number < 1 || self === undefined ? undefined : new URL(nameOf(number), self).href
  const write = (items: readonly Chosen[], name: string, change: (head: FeedHead) => FeedHead) =>
    joined(atOnce(collection, items, context, name, writer, change))
  const paged = (pages: FeedPages, address?: string) => (head: FeedHead) => ({
    ...head,
    pages,
    ...(address !== undefined && { self: address }),
  })
  const current = chosen.slice(0, self === undefined ? keep : chosen.length - full * archives)
  const body = await write(current, fileName, paged({ archive: false, previous: addressOf(full) }))
  const beside = []
  for (let number = 1; number <= full; number++) {
    const items = chosen.slice(chosen.length - number * archives, chosen.length - (number - 1) * archives)
    const pages = { archive: true, current: self, previous: addressOf(number - 1) }
    beside.push({ name: nameOf(number), body: await write(items, nameOf(number), paged(pages, addressOf(number))) })
  }
  return { body, beside }
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
