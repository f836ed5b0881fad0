import type { Article } from '../article/article.js'
import { checkArticle } from '../article/check.js'
import { jsonFault } from '../diagnostics/json-fault.js'
import { createMessage, type Message, type MessageDetails } from '../diagnostics/message.js'
import { withoutMarks } from './decode.js'
import { offsetOf } from './json-offset.js'
import { placeAt } from './place.js'
import type { Limits, ReadContext, ReadResult } from './reader.js'

const DEFAULT_SIZE: Limits['size'] = 64_000_000

/** Deeper JSON is no article: the model's nodes go 100 deep, each two levels of JSON. */
const MOST_LEVELS = 1_000

/**
 * Reads a saved article. What was saved comes back identical; a value that is no article gets messages with the path of what
 * is wrong, and its line where the source shows it.
 */
export function readJson(source: string, context: ReadContext = {}): ReadResult {
  const text = withoutMarks(source)
  const limit = context.limits === false ? Infinity : (context.limits?.size ?? DEFAULT_SIZE)
  if (text.length > limit) return refuse('limit-size', `the file has ${text.length} characters; the limit is ${limit}`)
  const deep = firstTooDeep(text)
  if (deep !== undefined)
    return refuse('article-depth', `values are nested more than ${MOST_LEVELS} deep`, { position: placeAt(text, deep) })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse('json-syntax', ...syntaxError(error, text))
  }
  const { article, messages } = checkArticle(value)
  if (article) return withOverrides(article, context)
  return { messages: messages.map(message => withPlace(message, text)) }
}

function refuse(rule: Message['rule'], reason: string, details?: MessageDetails): ReadResult {
  return { messages: [createMessage(rule, reason, details)] }
}

/** `--set meta.key` changes a saved article as it does a Markdown one; without it the article is the saved one. */
function withOverrides(article: Article, context: ReadContext): ReadResult {
  const overrides = context.meta
  if (!overrides || Object.keys(overrides).length === 0) return { article, messages: [], checked: true }
  const changed = { ...article, meta: { ...article.meta, ...overrides } }
  return checkArticle(changed)
}

function syntaxError(error: unknown, text: string): [reason: string, details: MessageDetails] {
  const { reason, offset } = jsonFault(error, text)
  return [`the file is no JSON: ${reason}`, offset === undefined ? {} : { position: placeAt(text, offset) }]
}

/** Backslash, quotation mark, brackets and braces by their codes. A pass before `JSON.parse` and the check, both of which call themselves for every level. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MOST_LEVELS) return at
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return undefined
}

function withPlace(message: Message, text: string): Message {
  const offset = message.path === undefined ? undefined : offsetOf(message.path.split('.'), text)
  return offset === undefined ? message : { ...message, position: placeAt(text, offset) }
}
