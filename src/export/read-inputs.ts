import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Article } from '../article/article.js'
import { isIsoDate, toTimestamp } from '../article/iso-date.js'
import { createMessage, type Message } from '../diagnostics/message.js'
import { readArticle, readHead, type SourcePlace } from '../pipeline.js'
import type { ReadResult, SourceHead } from '../readers/reader.js'
import { momentOf } from '../renderers/feed/feed-date.js'
import type { SourceText } from '../renderers/renderer.js'
import { readerFor } from '../toolkit.js'
import type { ExportOptions } from './export-options.js'
import { type Input, pathOf } from './inputs.js'
import { keptBytes } from './kept-bytes.js'
import type { MadeDocument } from './manifest.js'
import { addressNameOf, folderNameOf, isFileName, nameOf, stemOf } from './output-names.js'
import { ownCopy } from './own-copy.js'
import { programFault } from './program-fault.js'
import { readBriefly } from './read-briefly.js'
import type { ReadingSettings } from './settle-reading.js'

/** One source after its first reading: what the run must know of every article before it writes the first. */
export interface Entry {
  input: Input
  /** Name of its outputs, without ending. */
  name: string
  messages: Message[]
  /** When it was published, or else changed, in milliseconds since 1970; without either, before everything. */
  time: number
  /** When it last changed, where nothing in its metadata may keep it out of a feed. */
  changed?: number | undefined
  options: NonNullable<ReadResult['options']>
  failed: boolean
  /** Only its metadata were looked at: what there is to say of it, and whether it is an article, shows when its turn comes. */
  unread?: boolean | undefined
  /** Reads the rest of it from `bytes`, which are held as long as there is room; else the source is read once more. */
  rest?: SourceHead['rest'] | undefined
  bytes?: Uint8Array | undefined
  /** Bytes of the source. */
  size: number
  /** The article, kept as long as there is room; else it is read again when its turn comes. */
  article?: Article | undefined
  /** Pictures that the source itself holds; kept with the article. */
  assets?: ReadResult['assets'] | undefined
  /** The source itself, where it cannot be read again: it came on the standard input. */
  source?: Uint8Array | undefined
  /** What the last run made of it, where that still stands: it is not even read. */
  made?: MadeDocument | undefined
}

/** Returns a source that need not be read again. */
export function recalledInput(input: Input, made: MadeDocument): Entry {
  return { input, ...made.entry, messages: [], failed: false, made }
}

/**
 * Returns a source of which only the metadata were looked at; undefined where all of it must be read. `storyOf` finds out the
 * rest when the turn of the story comes, from the text where that is kept.
 */
export async function glanceAt(
  input: Input,
  settings: ReadingSettings,
  { keep }: { keep: boolean },
): Promise<Entry | undefined> {
  const path = pathOf(input)
  if (path === undefined) return undefined
  try {
    const { bytes } = readBriefly(path, MOST_BYTES)
    if (!bytes) return undefined
    const looking = readHead(bytes, settings.toolkit, { ...settings.read, path: input.file })
    // Copied before anything is waited for: another run may read its next file into the same room.
    const kept = keep && (looking instanceof Promise || looking?.rest) ? copyOf(bytes, settings) : undefined
    const head = await looking
    if (!head) return undefined
    return {
      input,
      name: nameOf(head.slug, input),
      messages: nothing,
      time: timeOf(head),
      changed: changeOf(head, settings),
      options: noOptions,
      failed: false,
      unread: true,
      rest: kept && head.rest,
      bytes: head.rest && kept,
      size: bytes.length,
    }
  } catch {
    // Reading it says what is wrong.
    return undefined
  }
}

/** A plugin may give them to what takes no memory that could be shared, as WebCrypto does. */
const copyOf = (bytes: Uint8Array, { plugins }: ReadingSettings): Uint8Array =>
  plugins ? new Uint8Array(bytes) : keptBytes(bytes)

/** Reads one source. Never throws over content. */
export async function readInput(input: Input, settings: ReadingSettings, options: ExportOptions): Promise<Entry> {
  const { read, size, source } = await readSource(input, settings, options)
  const { article, assets } = read
  const entry: Entry = {
    input,
    name: ownCopy(nameOf(article?.meta.slug, input)),
    time: timeOf(article?.meta),
    changed: changeOf(article?.meta, settings),
    size,
    ...judged(read, input),
  }
  if (!entry.failed) Object.assign(entry, { article, assets })
  if (!entry.failed && pathOf(input) === undefined) entry.source = source
  return entry
}

/** Returns an entry without its article or its text; what came from the standard input cannot be read again. */
export function released(entry: Entry): Entry {
  if (entry.source !== undefined) return entry
  return {
    ...entry,
    name: ownCopy(entry.name),
    article: undefined,
    assets: undefined,
    rest: undefined,
    bytes: undefined,
  }
}

/** What only reading the whole source shows. */
function judged(read: ReadResult, input: Input): Pick<Entry, 'messages' | 'options' | 'failed'> {
  const { article } = read
  const messages = read.messages.map(message => ({ file: input.file, ...message }))
  const failed = !article || messages.some(each => each.severity === 'error')
  if (article?.meta.slug !== undefined && !isFileName(article.meta.slug))
    messages.push({ ...wrongSlug(article, input), file: input.file })
  return { messages: messages.length > 0 ? messages : nothing, options: read.options ?? noOptions, failed }
}

/** One for all: a run may have 100,000 sources of which there is nothing to say. */
export const nothing: Message[] = []
export const noOptions: Entry['options'] = {}

function timeOf(meta: SourceHead = {}): number {
  const date = meta.published ?? meta.updated
  return typeof date === 'string' && isIsoDate(date) ? toTimestamp(date) : Number.MIN_SAFE_INTEGER
}

function changeOf(meta: SourceHead = {}, { site }: ReadingSettings): number | undefined {
  const { status, embargoed, expires, published, updated } = meta
  if (status === 'draft' || status === 'withheld' || embargoed !== undefined || expires !== undefined) return undefined
  const dates = [published, updated].filter(date => typeof date === 'string' && isIsoDate(date))
  return dates.length > 0 ? Math.max(...dates.map(date => momentOf(date!, site.timezone))) : undefined
}

async function readSource(
  input: Input,
  settings: ReadingSettings,
  options: ExportOptions,
): Promise<{ read: ReadResult; size: number; source?: Uint8Array }> {
  try {
    const path = pathOf(input)
    if (path === undefined) {
      const source = await options.readInput!()
      return { read: await readArticle(source, settings.toolkit, settings.read), size: source.length, source }
    }
    const { bytes, size } = readBriefly(path, MOST_BYTES)
    if (!bytes) return { read: { messages: [tooLarge(size)] }, size: 0 }
    const context = { ...settings.read, path: input.file }
    const { length } = bytes
    return { read: await readArticle(lasting(bytes, input, settings), settings.toolkit, context), size: length }
  } catch (error) {
    return { read: { messages: [whyUnread(input, error)] }, size: 0 }
  }
}

function whyUnread({ file }: Input, error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return createMessage('input-unreadable', `\`${file}\` cannot be read (${code})`)
  return programFault(`reading \`${file}\``, error)
}

/** Text is decoded before anything else is read; whoever reads bytes may look at them later. */
function lasting(bytes: Uint8Array, input: Input, { toolkit }: ReadingSettings): Uint8Array {
  const reader = readerFor(toolkit, input.file, bytes)
  // Not by `slice`, which of a `Buffer` copies nothing.
  return 'readBytes' in reader ? new Uint8Array(bytes) : bytes
}

/** No reader takes more than this, and the engine's strings end at twice as much: it is not even read. */
const MOST_BYTES = 256_000_000

function tooLarge(bytes: number): Message {
  return createMessage('limit-size', `the file has ${Math.round(bytes / 1e6)} MB; ${MOST_BYTES / 1e6} MB is the most`)
}

function wrongSlug(article: Article, input: Input): Message {
  const reason = `the slug "${article.meta.slug}" cannot be a file's name: \`${stemOf(input)}\` was used`
  return createMessage('output-name', reason, { position: article.data?.places?.slug })
}

/** An article whose turn has come, and where its messages and pictures belong. */
export interface Story {
  article: Article
  place: SourcePlace
}

/**
 * Returns the article of an entry, from memory or read once more; undefined where it failed. An entry that was only glanced at
 * is completed.
 */
export async function storyOf(
  entry: Entry,
  settings: ReadingSettings,
  options: ExportOptions,
): Promise<Story | undefined> {
  if (entry.failed) return undefined
  const whole: Pick<Entry, 'article' | 'assets'> & Pick<ReadResult, 'fit'> = entry.article
    ? entry
    : await readAgain(entry, settings, options)
  const { article: read, assets, fit } = whole
  if (!read || entry.failed) return undefined
  const name = read.meta.slug === undefined ? addressNameOf(entry.input) : undefined
  const folder = settings.site.permalink?.includes('{folder}') ? folderNameOf(entry.input) : undefined
  const data = { ...read.data, ...(name !== undefined && { name }), ...(folder !== undefined && { folder }) }
  const article = name === undefined && folder === undefined ? read : { ...read, data }
  const base = pathOf(entry.input)
  const { file } = entry.input
  const place: SourcePlace = { file, source: () => sourceText(entry) }
  if (base !== undefined) place.base = base
  if (assets) place.assets = assets
  if (fit) place.fit = fit
  return { article, place }
}

async function readAgain(entry: Entry, settings: ReadingSettings, options: ExportOptions): Promise<ReadResult> {
  const read = entry.rest ? await readRest(entry) : (await readSource(entry.input, settings, options)).read
  if (entry.unread)
    Object.assign(entry, judged(read, entry.input), { unread: undefined, rest: undefined, bytes: undefined })
  return read
}

async function readRest({ input, rest, bytes }: Entry): Promise<ReadResult> {
  try {
    return await rest!(bytes!)
  } catch (error) {
    return { messages: [whyUnread(input, error)] }
  }
}

/** Formats of text that an article may have been written in; others are no source that a person could read. */
const textual = /\.(?:md|markdown|mdown|txt)$/i

function sourceText({ input, name, source }: Entry): SourceText | undefined {
  const path = pathOf(input)
  if (path !== undefined) return textual.test(path) ? { name: basename(path), bytes: readFileSync(path) } : undefined
  const isMarkdown = source !== undefined && source[0] !== 0x7b && !(source[0] === 0x50 && source[1] === 0x4b)
  return isMarkdown ? { name: `${name}.md`, bytes: source } : undefined
}
