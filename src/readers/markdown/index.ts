import type { Root } from 'mdast'
import type { Article, Block, Meta } from '../../article/article.js'
import { toTimestamp } from '../../article/iso-date.js'
import { isCanonical } from '../../article/safe-url.js'
import { MAX_DEPTH } from '../../article/spec.js'
import type { Report } from '../../diagnostics/message.js'
import { firstOddCharacter, isClean } from '../clean-text.js'
import { decode } from '../decode.js'
import type { MapEntry } from '../front-matter/entry.js'
import { blanked, type FrontMatter, openSource, readFrontMatter } from '../front-matter/index.js'
import { type Collector, messageCollector } from '../messages.js'
import { placeAt } from '../place.js'
import type { Limits, ReadContext, Reader, ReadResult, SourceHead } from '../reader.js'
import { readBody } from './body.js'
import { isPlainCaption, plainCaption, readCaption } from './caption.js'
import { hasCriticMarkup } from './critic-markup.js'
import { takeDateline } from './dateline.js'
import { firstDeeperThan, firstNodeDeeperThan } from './depth.js'
import { guardMarkdown } from './guard.js'
import { directionOf, reportScript } from './language.js'
import { limitsFor } from './limits.js'
import { type LoadedParser, loadParser } from './parse.js'
import type { Reading } from './reading.js'

/** Reads Markdown with YAML front matter. */
export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  read: readMarkdown,
  head: readMarkdownHead,
}

/**
 * Reads an article from Markdown with YAML front matter: text, or bytes in UTF-8. Never throws over content; where a message
 * is an error there is no article.
 */
export async function readMarkdown(source: string | Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const decoded = typeof source === 'string' ? { text: source.replace(/^\uFEFF/, '') } : decode(source)
  if (decoded.text === undefined) return { messages: [decoded.message] }
  return readRest(await open(decoded.text, context))
}

/** Returns what front matter says of a story, and how the rest is read; undefined where it cannot be read. */
export async function readMarkdownHead(source: Uint8Array, context: ReadContext): Promise<SourceHead | undefined> {
  const { text } = decode(source)
  if (text === undefined) return undefined
  const opened = await open(text, context)
  if (!opened.values) return undefined
  const front = readFront(opened, opened.values)
  // A caption with marks is read with the text.
  if (!front.waits) Object.assign(opened, { front, values: undefined })
  const { published, updated, slug } = front.read.meta
  return { published, updated, slug, rest: () => readRest(opened) }
}

/** A source that has been divided into front matter and text. */
interface Opened {
  text: string
  bodyStart: number
  clean: boolean
  context: ReadContext
  parser: LoadedParser
  limits: Limits
  messages: Collector
  /** The values of the front matter; absent where it cannot be opened, or has been read. */
  values?: MapEntry | undefined
  front?: Front
}

async function open(text: string, context: ReadContext): Promise<Opened> {
  const parser = await loadParser(context.parser)
  const limits = limitsFor(parser.name, context.limits)
  const messages = messageCollector()
  const clean = isClean(text)
  if (!clean) reportOddCharacter(text, messages.report)
  const { values, bodyStart = 0 } = (await openSource(text, limits, messages.report)) ?? {}
  return { text, bodyStart, clean, context, parser, limits, messages, values }
}

/** Front matter that was read before its text, and what it gave to say. */
interface Front {
  read: FrontMatter
  said: Parameters<Report>[]
  /** A caption is to be read by the parser, for which the text must have been opened. */
  waits: boolean
}

function readFront({ context }: Opened, values: MapEntry): Front {
  const said: Front['said'] = []
  let waits = false
  const read = readFrontMatter(values, context.meta ?? {}, {
    report: (...message) => said.push(message),
    timezone: context.timezone,
    site: context.site,
    readCaption: caption => {
      waits ||= !isPlainCaption(caption)
      return plainCaption(caption)
    },
  })
  return { read, said, waits }
}

async function readRest(opened: Opened): Promise<ReadResult> {
  const { messages } = opened
  const read = opened.values || opened.front ? await readText(opened) : undefined
  return {
    ...(read && !messages.failed() && { article: read.article, checked: true }),
    messages: messages.messages(),
    ...(read?.options && { options: read.options }),
  }
}

type Read = { article: Article } & Pick<FrontMatter, 'options'>

async function readText(opened: Opened): Promise<Read | undefined> {
  const { text, bodyStart, limits, parser } = opened
  const { report } = opened.messages
  const body = blanked(text, bodyStart)
  // Markdown makes U+FFFD of NUL (CommonMark 2.3); as another control character it is dropped like its kind.
  const source = body.includes('\0') ? body.replaceAll('\0', '\u0001') : body
  const refusal = guardMarkdown(source, limits, bodyStart)
  if (refusal) {
    report(refusal.rule, refusal.reason, { position: placeAt(text, refusal.offset) })
    return undefined
  }
  const tree = parser.parse(source)
  const tooDeep = firstDeeperThan(tree, MAX_DEPTH - 4)
  if (tooDeep) {
    report('limit-nesting', `marks are nested more than ${MAX_DEPTH - 4} deep`, { position: tooDeep.position })
    return undefined
  }
  return assemble(tree, source, opened)
}

async function assemble(tree: Root, source: string, opened: Opened): Promise<Read> {
  const { context } = opened
  const { report } = opened.messages
  const reading = newReading(source, opened.clean, context, report)
  if (source.includes('<') && /<[a-z!/?]/i.test(source)) reading.html = await import('../html/index.js')
  const front = frontOf(opened, reading)
  reading.base = baseOf(front.meta.url, context.site)
  reading.language = front.meta.language ?? reading.language
  const body = readBody(tree, front.meta.title, context.path, reading)
  const { dateline, children } = takeDateline(body.children, front.meta, reading)
  const meta = completeMeta(front.meta, { title: body.title, dateline, freeBlocks: body.freeBlocks }, children, reading)
  reportDateOrder(meta, front, report)
  const places = Object.keys(front.places).length > 0 ? { data: { places: front.places } } : {}
  const article: Article = { type: 'article', version: 1, meta, children, ...places }
  const tooDeep = firstNodeDeeperThan(children, MAX_DEPTH)
  if (tooDeep) report('limit-nesting', `nodes are nested more than ${MAX_DEPTH} deep`, { position: tooDeep.position })
  return { article, ...(front.options && { options: front.options }) }
}

/** The front matter, read before or now; what it gives to say is said now. */
function frontOf({ front, values, context, parser }: Opened, reading: Reading): FrontMatter {
  const { report } = reading
  if (front) {
    for (const message of front.said) report(...message)
    return front.read
  }
  return readFrontMatter(values!, context.meta ?? {}, {
    report,
    timezone: context.timezone,
    site: context.site,
    readCaption: caption => readCaption(caption, parser.parse, reading),
  })
}

function newReading(source: string, clean: boolean, context: ReadContext, report: Report): Reading {
  return {
    source,
    report,
    base: context.site,
    language: context.language ?? 'en',
    extensionNames: context.extensionNames ?? [],
    definitions: new Map(),
    notes: new Map(),
    noteDepth: 0,
    noteBudget: 20_000,
    unwrapped: new Map(),
    clean: clean && !source.includes('&'),
    editorsMarks: hasCriticMarkup(source),
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
  return {
    title: found.title,
    ...given,
    language: reading.language,
    ...(direction && { direction }),
    ...(found.dateline && { dateline: found.dateline }),
    ...(found.freeBlocks !== undefined && { freeBlocks: found.freeBlocks }),
  }
}

function reportDateOrder(meta: Meta, front: FrontMatter, report: Report): void {
  const { published, updated } = meta
  if (!published || !updated || published.length !== updated.length) return
  if (toTimestamp(updated) < toTimestamp(published))
    report('date-order', `\`updated\` (${updated}) lies before \`published\` (${published})`, {
      position: front.places.updated,
    })
}

function reportOddCharacter(text: string, report: Report): void {
  const odd = firstOddCharacter(text)
  if (!odd) return
  const code = `U+${odd.code.toString(16).toUpperCase().padStart(4, '0')}`
  const fate = odd.code >= 0x80 && odd.code <= 0x9f ? 'read as Windows-1252 means it' : 'left out or replaced'
  report('control-character', `the text holds \`${code}\` and perhaps others of its kind: they were ${fate}`, {
    position: placeAt(text, odd.offset),
  })
}
