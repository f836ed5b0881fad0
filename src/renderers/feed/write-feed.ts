import type { Article } from '../../article/article.js'
import type { Collection } from '../../article/collection.js'
import type { Output, RenderContext } from '../renderer.js'
import { type FeedHead, feedHead } from './feed-head.js'
import { type FeedItem, feedItem } from './feed-item.js'
import type { FeedOptions } from './feed-options.js'
import { type Chosen, select } from './select.js'

/** What one feed format writes: the text before the items, each item, what stands between and after them. */
export interface FeedWriter {
  /** `items` are those already written; undefined where they are still to come. */
  opening(head: FeedHead, items: readonly string[] | undefined): string
  item(item: FeedItem, head: FeedHead, article: Article): string | Promise<string>
  between: string
  closing: string
  /** Whether the W3C feed validator has rules for this format. */
  lint: boolean
}

type Context = RenderContext<FeedOptions>

/** Returns a feed as an output: streamed, or with its archives beside it where they are asked for. */
export async function renderFeed(
  collection: Collection,
  context: Context,
  file: { extension: string; mediaType: string },
  writer: FeedWriter,
): Promise<Output> {
  if (context.options.archives === undefined)
    return { ...file, body: writeFeed(collection, context, file.extension, writer) }
  const { archivedFeed } = await import('./archived-feed.js')
  return { ...file, ...(await archivedFeed(collection, context, file.extension, writer)) }
}

/**
 * Writes a feed in blocks. A limited or a short one holds its items, so its head can say when the newest changed. Any other is
 * written while its stories are read, and none is kept: the head then says what is known from the collection and the first.
 */
async function* writeFeed(
  collection: Collection,
  context: Context,
  fileName: string,
  writer: FeedWriter,
): AsyncGenerator<string> {
  const { articles, rest } = await select(collection, context)
  if (!rest) return yield* blocks(atOnce(collection, articles, context, fileName, writer))
  try {
    yield* whileReading(collection, articles, rest, context, fileName, writer)
  } finally {
    // Where the feed ends before it has come to them, nothing else closes what they are read from.
    await rest.return(undefined)
  }
}

/** Writes a document whose items are all known; `pages` says how it hangs together with others. */
export async function* atOnce(
  collection: Collection,
  chosen: readonly Chosen[],
  context: Context,
  fileName: string,
  writer: FeedWriter,
  change: (head: FeedHead) => FeedHead = head => head,
): AsyncGenerator<string> {
  const copyright = collection.copyright ?? commonNotice(chosen)
  const whole = copyright === undefined ? collection : { ...collection, copyright }
  const head = change(await feedHead(whole, chosen[0]?.article, fileName, context))
  const items: FeedItem[] = []
  // What is known of the collection may be of a story that is not among them.
  let newest = -Infinity
  for (const each of chosen) {
    context.about?.(each.article)
    const item = await feedItem(each, context)
    items.push(item)
    const changed = item.updated ?? item.published
    if (changed !== undefined && changed > newest) newest = changed
  }
  if (newest > -Infinity) head.updated = newest
  const written: string[] = []
  for (const [index, item] of items.entries()) {
    const { article } = chosen[index]!
    context.about?.(article)
    written.push(await writer.item(item, head, article))
  }
  const opening = writer.opening(head, written)
  const texts = written.map((text, index) => (index === 0 ? text : writer.between + text))
  yield opening
  yield* texts
  yield writer.closing
  if (!context.options.lint || !writer.lint) return
  const { lintFeed } = await import('./lint-feed.js')
  const judged = texts.map((text, index) => ({ text, article: chosen[index]!.article }))
  await lintFeed({ head, opening, items: judged, closing: writer.closing }, context)
}

/** What the rights of every story say is so of the feed; what those of one say is not. */
function commonNotice(chosen: readonly Chosen[]): string | undefined {
  const notice = chosen[0]?.article.meta.rights?.notice
  return chosen.every(({ article }) => article.meta.rights?.notice === notice) ? notice : undefined
}

/** Yields blocks: a step of a generator for each item would cost more than joining them. */
async function* whileReading(
  collection: Collection,
  held: Chosen[],
  rest: AsyncIterable<Chosen>,
  context: Context,
  fileName: string,
  writer: FeedWriter,
): AsyncGenerator<string> {
  const [first] = held
  const head = await feedHead(collection, first!.article, fileName, context)
  const write = async (chosen: Chosen): Promise<string> => {
    context.about?.(chosen.article)
    const item = await feedItem(chosen, context)
    if (chosen !== first) return writer.between + (await writer.item(item, head, chosen.article))
    // Publishing order: the first story is the newest. Whether an older one changed later is not known yet.
    const changed = item.updated ?? item.published
    if (changed !== undefined) head.firstChanged = changed
    // What is known of the collection leaves out stories that were under embargo.
    if (changed !== undefined && head.updated !== undefined) head.updated = Math.max(head.updated, changed)
    return writer.opening(head, undefined) + (await writer.item(item, head, chosen.article))
  }
  let block = ''
  for (const chosen of held.splice(0)) {
    block += await write(chosen)
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  for await (const chosen of rest) {
    block += await write(chosen)
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (context.options.lint && writer.lint)
    context.report('a feed of all items is not judged while it is written; check the file', 'feed-size')
  yield block + writer.closing
}

/** Small pieces are handed on in blocks of so many characters; a string much larger would cost the engine a space of its own. */
const BLOCK = 24_576

/** Joins small pieces into blocks: handing on one item at a time is slow. */
async function* blocks(small: AsyncIterable<string>): AsyncGenerator<string> {
  let block = ''
  for await (const piece of small) {
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
