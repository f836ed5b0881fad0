import type { Root } from 'mdast'
import type { Article, Block, Meta } from '../../article/article.js'
import { toTimestamp } from '../../article/iso-date.js'
import { isCanonical } from '../../article/safe-url.js'
import { MAX_DEPTH } from '../../article/spec.js'
import type { Report } from '../../diagnostics/message.js'
import { decode, withoutMarks } from '../decode.js'
import { type FrontMatter, frontMatterIn } from '../front-matter/index.js'
import { placeAt } from '../place.js'
import type { ReadContext, Reader, ReadResult, SourceHead } from '../reader.js'
import { readBody } from './body.js'
import { hasCriticMarkup } from './critic-markup.js'
import { takeDateline } from './dateline.js'
import { firstDeeperThan, firstNodeDeeperThan } from './depth.js'
import { guardMarkdown } from './guard.js'
import { directionOf, reportScript } from './language.js'
import { frontOf, lookOver, type Opened, open, openFront, readFront } from './open.js'
import type { Reading } from './reading.js'
import { type Signs, sign, signsIn, together } from './signs.js'

/** Reads Markdown with front matter in YAML or TOML. */
export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  read: readMarkdown,
  head: readMarkdownHead,
}

/**
 * Reads an article from Markdown with front matter in YAML or TOML: text, or bytes in UTF-8. Never throws over content; where
 * a message is an error there is no article.
 */
export async function readMarkdown(source: string | Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const decoded = typeof source === 'string' ? { text: withoutMarks(source) } : decode(source)
  if (decoded.text === undefined) return { messages: [decoded.message] }
  return readRest(await open(decoded.text, context))
}

/** Returns what front matter says of a story, and how the rest is read; undefined where it cannot be read. */
export async function readMarkdownHead(source: Uint8Array, context: ReadContext): Promise<SourceHead | undefined> {
  // Of the text nothing is decoded yet: it would be held until its turn comes, at twice its size.
  const beginning = frontMatterIn(source)
  const { text } = decode(beginning)
  const opened = text === undefined ? undefined : await openFront(text, context)
  if (!opened?.values) return undefined
  const front = readFront(opened, opened.values)
  // A caption with marks is read with the text.
  if (!front.waits) {
    opened.front = front
    opened.values = undefined
  }
  const { published, updated, slug, status, embargoed, expires } = front.read.meta
  const { length } = beginning
  const rest = (whole: Uint8Array) => readWhole(whole, length, opened)
  return { published, updated, slug, status, embargoed, expires, rest }
}

/** Reads a source of which only the front matter was opened, so many bytes. */
function readWhole(source: Uint8Array, front: number, opened: Opened): Promise<ReadResult> | ReadResult {
  const { text, message } = decode(source)
  if (message) return { messages: [message] }
  const signs = signsOf(source, front, opened)
  const clean = (signs.seen & sign.odd) === 0 || lookOver(text, opened.messages.report)
  // Not put into what has waited for its turn: the engine takes that for old, and the text with it.
  return readRest({ ...opened, text, signs, clean, fit: clean && isFit(signs, opened.context) })
}

/** Whether what is clean as it is written stays so: nothing stands for another character, and nothing comes from elsewhere. */
function isFit({ seen }: Signs, { meta, extensionNames = [] }: ReadContext): boolean {
  return (seen & (sign.ampersand | sign.backslash)) === 0 && meta === undefined && extensionNames.length === 0
}

/** Where the text does not begin right behind what was opened, all of the source is looked at as text. */
function signsOf(source: Uint8Array, front: number, { text, bodyStart }: Opened): Signs {
  if (text.length !== bodyStart) return { ...signsIn(source), wide: undefined }
  return together(signsIn(source, 0, front), signsIn(source, front))
}

/** Put together field by field, here and below, since a feed does so for each of its stories. */
async function readRest(opened: Opened): Promise<ReadResult> {
  const { messages, fit } = opened
  const read = opened.values || opened.front ? await readText(opened) : undefined
  const said = messages.messages()
  const result: ReadResult =
    read && !messages.failed() ? { article: read.article, checked: true, messages: said } : { messages: said }
  if (fit) result.fit = true
  if (read?.options) result.options = read.options
  if (read?.assets) result.assets = read.assets
  return result
}

type Read = { article: Article } & Pick<FrontMatter, 'options'> & Pick<ReadResult, 'assets'>

async function readText(opened: Opened): Promise<Read | undefined> {
  const { text, signs, bodyStart, limits, parser } = opened
  const { report } = opened.messages
  // Markdown makes U+FFFD of NUL (CommonMark 2.3); as another control character it is dropped like its kind.
  const source = (signs.seen & sign.nul) !== 0 ? text.replaceAll('\0', '\u0001') : text
  const refusal = guardMarkdown(source, limits, bodyStart, signs.openers)
  if (refusal) {
    report(refusal.rule, refusal.reason, { position: placeAt(text, refusal.offset) })
    return undefined
  }
  const tree = parser.parse(source, bodyStart, signs)
  const isDeep = firstDeeperThan(tree, SHALLOW) !== undefined
  const tooDeep = isDeep ? firstDeeperThan(tree, MAX_DEPTH - 4) : undefined
  if (tooDeep) {
    report('limit-nesting', `marks are nested more than ${MAX_DEPTH - 4} deep`, { position: tooDeep.position })
    return undefined
  }
  const reading = newReading(source, opened, report)
  if ((signs.seen & sign.html) !== 0 && /<[a-z!/?]/i.test(source)) reading.html = await import('../html/index.js')
  const read = assemble(tree, reading, opened)
  const { children } = read.article
  const deepest = isDeep || reading.html || reading.editorsMarks ? firstNodeDeeperThan(children, MAX_DEPTH) : undefined
  if (deepest) report('limit-nesting', `nodes are nested more than ${MAX_DEPTH} deep`, { position: deepest.position })
  return read
}

/**
 * Levels of a tree of which, without HTML and an editor's signs, no article as deep as `MAX_DEPTH` can come: a note is set in
 * where it is called, which doubles them, and what a node is made into adds a few.
 */
const SHALLOW = 16

function assemble(tree: Root, reading: Reading, opened: Opened): Read {
  const { context } = opened
  const { report } = opened.messages
  const front = frontOf(opened, reading)
  reading.base = baseOf(front.meta.url, context.site)
  reading.language = front.meta.language ?? reading.language
  const body = readBody(tree, front.meta.title, context.path, reading)
  const { dateline, children } = takeDateline(body.children, front.meta, reading)
  const meta = completeMeta(front.meta, { title: body.title, dateline, freeBlocks: body.freeBlocks }, children, reading)
  reportDateOrder(meta, front, report)
  const article: Article = { type: 'article', version: 1, meta, children }
  if (Object.keys(front.places).length > 0) article.data = { places: front.places }
  const read: Read = { article }
  if (front.options) read.options = front.options
  if (reading.held?.size)
    read.assets = new Map([...reading.held.values()].map(({ url, bytes }) => [url, bytes] as const))
  return read
}

function newReading(source: string, { signs, clean, context }: Opened, report: Report): Reading {
  const { seen } = signs
  return {
    source,
    signs,
    report,
    base: context.site,
    language: context.language ?? 'en',
    extensionNames: context.extensionNames ?? [],
    definitions: new Map(),
    notes: new Map(),
    noteDepth: 0,
    noteBudget: 20_000,
    unwrapped: new Map(),
    headings: 0,
    clean: clean && !((seen & sign.ampersand) !== 0 && source.includes('&')),
    editorsMarks: (seen & sign.critic) !== 0 && hasCriticMarkup(source),
  }
}

/** Relative links lead from the article's own address; a path alone counts from the site. */
function baseOf(url: string | undefined, site: string | undefined): string | undefined {
  try {
    return url === undefined || isCanonical(url) ? (url ?? site) : new URL(url, site).href
  } catch {
    return site
  }
}

function completeMeta(
  given: FrontMatter['meta'],
  found: { title: string; dateline: Meta['dateline'] | undefined; freeBlocks: number | undefined },
  children: readonly Block[],
  reading: Reading,
): Meta {
  reportScript(given.language, children, reading)
  const direction = given.direction ?? directionOf(given.language, children, reading)
  const meta: Meta = { title: found.title, ...given, language: reading.language }
  if (direction) meta.direction = direction
  if (found.dateline) meta.dateline = found.dateline
  if (found.freeBlocks !== undefined) meta.freeBlocks = found.freeBlocks
  return meta
}

function reportDateOrder(meta: Meta, front: FrontMatter, report: Report): void {
  const { published, updated } = meta
  if (!published || !updated || published.length !== updated.length) return
  if (toTimestamp(updated) < toTimestamp(published))
    report('date-order', `\`updated\` (${updated}) lies before \`published\` (${published})`, {
      position: front.places.updated,
    })
}
