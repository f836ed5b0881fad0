import type { Message } from './diagnostics/message.js'
import { decode } from './readers/decode.js'
import { readJson as readJsonText } from './readers/json.js'
import type { ReadContext, ReadResult } from './readers/reader.js'

/** How a source is to be read. */
export type ReadOptions = ReadContext

/**
 * Reads an article from Markdown with YAML front matter. Never throws over content: without `article` the messages say why.
 * Bytes are decoded as UTF-8.
 */
export async function readMarkdown(source: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { readMarkdown: read } = await import('./readers/markdown/index.js')
  return decoded(source, options, text => read(text, options))
}

/** Reads an article that was saved as JSON. Never throws over content: without `article` the messages say why. */
export async function readJson(source: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  return decoded(source, options, text => readJsonText(text, options))
}

async function decoded(
  source: string | Uint8Array,
  { path }: ReadOptions,
  read: (text: string) => Promise<ReadResult> | ReadResult,
): Promise<ReadResult> {
  const { text, message } = typeof source === 'string' ? { text: source } : decode(source)
  const result = message ? { messages: [message] } : await read(text)
  return { ...result, messages: result.messages.map(each => withFile(each, path)) }
}

function withFile(message: Message, file: string | undefined): Message {
  return file === undefined ? message : { file, ...message }
}
