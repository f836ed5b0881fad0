import { type OptionKinds, wrongOption, wrongValue } from './diagnostics/wrong-option.js'
import { isTimezone } from './locale/timezone.js'
import { type Decoded, decode } from './readers/decode.js'
import { readJson as readJsonText } from './readers/json.js'
import type { ReadContext, ReadResult } from './readers/reader.js'
import { OptionsError } from './renderers/renderer.js'

/** How a source is to be read. */
export type ReadOptions = ReadContext

const optionKinds: OptionKinds = {
  path: ['text'],
  limits: ['object', 'no'],
  parser: ['text'],
  timezone: ['text'],
  language: ['text'],
  site: ['text'],
  meta: ['object'],
  extensionNames: ['list'],
  styles: ['object'],
}

/** Throws `OptionsError` over what no source can be, and over an option that is of no use. */
function checkGiven(source: unknown, allowed: OptionKinds[string], options: ReadOptions): void {
  const zone = options?.timezone
  const wrong =
    wrongValue('source', source, allowed) ??
    wrongOption(options, optionKinds) ??
    (zone !== undefined && !isTimezone(zone) ? `\`timezone\` is "${zone}"; that is no IANA zone` : undefined)
  if (wrong) throw new OptionsError(wrong)
}

/**
 * Reads an article from Markdown with front matter. Never throws over content: without `article` the messages say why.
 * Bytes are decoded as UTF-8.
 */
export async function readMarkdown(source: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  checkGiven(source, ['text', 'bytes'], options)
  const { readMarkdown: read } = await import('./readers/markdown/index.js')
  return decoded(source, options, text => read(text, options))
}

/** Reads an article that was saved as JSON. Never throws over content: without `article` the messages say why. */
export async function readJson(source: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  checkGiven(source, ['text', 'bytes'], options)
  return decoded(source, options, text => readJsonText(text, options))
}

/**
 * Reads an article from a Word file's bytes; `assets` of the result holds its pictures, for `render`. Never throws over
 * content: without `article` the messages say why.
 */
export async function readDocx(source: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  checkGiven(source, ['bytes'], options)
  const { readDocx: read } = await import('./readers/docx/index.js')
  return withFiles(read(source, options), options)
}

async function decoded(
  source: string | Uint8Array,
  options: ReadOptions,
  read: (text: string) => Promise<ReadResult> | ReadResult,
): Promise<ReadResult> {
  const { text, message }: Decoded = typeof source === 'string' ? { text: source } : decode(source)
  return withFiles(message ? { messages: [message] } : await read(text), options)
}

/** Says in each message which file it is about, where the caller has named it. */
function withFiles(result: ReadResult, { path: file }: ReadOptions): ReadResult {
  return file === undefined ? result : { ...result, messages: result.messages.map(each => ({ file, ...each })) }
}
