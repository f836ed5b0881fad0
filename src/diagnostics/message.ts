import type { Position } from '../article/article.js'
import { type RuleId, ruleOf } from './rules.js'

/**
 * How much a message matters. `error`: none of the document's outputs are written. `warning`: something may be wrong.
 * `loss`: this format could not carry something. `info`: what was inferred or left out on purpose.
 */
export type Severity = 'error' | 'warning' | 'loss' | 'info'

/** One thing that the tool has to say about a document. Plain JSON. */
export interface Message {
  rule: RuleId
  severity: Severity
  /** What is wrong, in one plain sentence that names the thing in backticks and gives the value. */
  reason: string
  /** What to do about it. */
  hint?: string
  /** The source file as the user named it. */
  file?: string
  /** Line and column in that file, front matter counted. */
  position?: Position
  /** Where no line is known: the path in the JSON, such as `children.3.align`. */
  path?: string
  /** The output format that the message is about, where it is about one; feeds that say the same stand together: `rss, atom`. */
  format?: string
}

/** What a rule's caller may add to a message. */
export interface MessageDetails {
  position?: Position | undefined
  hint?: string | undefined
  path?: string | undefined
  severity?: Severity | undefined
}

/** Collects messages while one document travels. */
export type Report = (rule: RuleId, reason: string, details?: MessageDetails) => void

/** Returns a message with the rule's own severity and hint where the caller gives none. */
export function createMessage(rule: RuleId, reason: string, details: MessageDetails = {}): Message {
  const known = ruleOf(rule)
  const message: Message = { rule, severity: details.severity ?? known.severity, reason }
  const hint = details.hint ?? known.help
  if (hint) message.hint = hint
  if (details.position) message.position = details.position
  if (details.path) message.path = details.path
  return message
}

/** Orders messages by place, then by rule, so that a report never depends on which work ended first. */
export function byPlace(a: Message, b: Message): number {
  return (
    compare(a.file ?? '', b.file ?? '') ||
    (a.position?.start.line ?? 0) - (b.position?.start.line ?? 0) ||
    (a.position?.start.column ?? 0) - (b.position?.start.column ?? 0) ||
    compare(a.format ?? '', b.format ?? '') ||
    compare(a.rule, b.rule) ||
    compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
