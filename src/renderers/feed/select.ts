import type { Article } from '../../article/article.js'
import type { Collection } from '../../article/collection.js'
import type { RenderContext } from '../renderer.js'
import { momentOf } from './feed-date.js'
import type { FeedOptions } from './feed-options.js'
import { type ItemId, itemId } from './item-id.js'
import { compareRanks, newest, type Rank } from './newest.js'
import { placeOfField, whyLater, whyNotNow } from './publishable.js'
import { seenIds } from './seen-ids.js'

/** An article chosen for a feed. */
export interface Chosen {
  article: Article
  identity: ItemId
  rank: Rank
}

/** What a feed holds; `rest` is what comes after and is read only while the feed is written. */
export interface Selection {
  articles: Chosen[]
  rest?: AsyncGenerator<Chosen>
}

type Context = Pick<RenderContext<FeedOptions>, 'options' | 'hasPassed' | 'site' | 'about' | 'report'>

/**
 * Returns what a feed holds. With a limit, one pass keeps that many of the newest and no more in memory, in whatever order
 * they come. With `all`, a list in memory is sorted; a stream is kept in the order it has (publishing order, as
 * `Collection` promises), because sorting it would mean holding it. A long one is read only while the feed is written.
 */
export async function select(
  collection: Collection,
  context: Context,
  limit: FeedOptions['limit'] = context.options.limit,
): Promise<Selection> {
  if (limit !== 'all') return { articles: await newestOf(collection, limit, context) }
  if (Array.isArray(collection.articles))
    return { articles: await newestOf(collection, collection.articles.length, context) }
  return firstHeld(onceEach(collection, context))
}

/** Stories of a stream that are waited for: a feed that ends with them can say when the newest of them changed. */
const HELD = 100

/** Returns all of a short stream, of a long one the first. */
async function firstHeld(stories: AsyncGenerator<Chosen>): Promise<Selection> {
  const articles: Chosen[] = []
  for (let next = await stories.next(); !next.done; next = await stories.next()) {
    articles.push(next.value)
    if (articles.length === HELD) return { articles, rest: stories }
  }
  return { articles }
}

async function newestOf(collection: Collection, limit: number, context: Context): Promise<Chosen[]> {
  const kept = newest<Chosen>(limit)
  const seen: Seen = { reasons: [], later: 0 }
  for await (const article of collection.articles) {
    const chosen = await candidate(article, context, seen)
    if (!chosen) continue
    const twin = kept.get(chosen.identity.id)
    if (!twin || isNewer(chosen, twin, context)) kept.set(chosen.identity.id, chosen)
  }
  const leftOut = kept.leftOut()
  const articles = kept.take()
  reportCount(articles.length, leftOut, seen, context)
  return articles
}

/** Of two stories with one id the first is kept: in publishing order it is the newest. */
async function* onceEach(collection: Collection, context: Context): AsyncGenerator<Chosen> {
  const seen = seenIds()
  const passed: Seen = { reasons: [], later: 0 }
  let count = 0
  for await (const article of collection.articles) {
    const chosen = await candidate(article, context, passed)
    if (!chosen) continue
    if (seen.add(chosen.identity.id)) {
      reportTwin(chosen, 'an earlier story', context)
      continue
    }
    count++
    yield chosen
  }
  reportCount(count, 0, passed, context)
}

/** What was seen on the way through a collection. */
interface Seen {
  /** Why stories were left out: of the first few. */
  reasons: string[]
  /** Stories dated later than now. */
  later: number
}

/** As many stories are named in messages that could be said of every one. */
const NAMED = 5

/** Returns a story that may be published; why another may not is reported and put into `seen`. */
async function candidate(article: Article, context: Context, seen: Seen): Promise<Chosen | undefined> {
  context.about?.(article)
  const later = whyLater(article, context)
  const held = whyNotNow(article, context) ?? (context.options.future === 'hold' ? later : undefined)
  if (held) {
    const reason = `“${article.meta.title}” was left out: ${held.reason}`
    context.report(reason, 'feed-left-out', placeOfField(article, held.field))
    if (seen.reasons.length < NAMED) seen.reasons.push(reason)
    return undefined
  }
  // The validator's rules, where the feed is judged by them, say it too.
  if (later && !context.options.lint && ++seen.later <= NAMED)
    context.report(
      `“${article.meta.title}”: ${later.reason}, and the feed shows it now`,
      'feed-future',
      placeOfField(article, later.field),
    )
  const { published, updated } = article.meta
  const date = published ?? updated
  if (date === undefined)
    context.report(`“${article.meta.title}” has no date and stands last`, 'feed-date', placeOfField(article, 'title'))
  const identity = await itemId(article, context)
  const time = date === undefined ? -8.64e15 : momentOf(date, context.site.timezone)
  return { article, identity, rank: { time, name: identity.id } }
}

function isNewer(chosen: Chosen, twin: Chosen, context: Context): boolean {
  const wins = (changed(chosen) - changed(twin) || compareRanks(twin.rank, chosen.rank)) > 0
  reportTwin(wins ? twin : chosen, `“${(wins ? chosen : twin).article.meta.title}”`, context)
  return wins
}

function changed({ article: { meta }, rank }: Chosen): number {
  return meta.updated === undefined ? rank.time : Math.max(rank.time, momentOf(meta.updated))
}

function reportTwin(lost: Chosen, winner: string, { about, report }: Context): void {
  const { article, identity } = lost
  about?.(article)
  report(
    `“${article.meta.title}” was left out: ${winner} has the same id \`${identity.id}\` and is the newest`,
    'feed-duplicate',
    placeOfField(article, 'id'),
  )
}

function reportCount(kept: number, leftOut: number, { reasons, later }: Seen, { report }: Context): void {
  if (kept === 0) report(['the feed holds no story', ...reasons].join('; '), 'feed-empty')
  if (later > NAMED)
    report(`${later - NAMED} more stories are dated later than now, and the feed shows them`, 'feed-future')
  const older = leftOut === 1 ? 'one older one was' : `${leftOut} older ones were`
  if (leftOut > 0) report(`the feed holds the newest ${kept} stories; ${older} left out`, 'feed-limit')
}
