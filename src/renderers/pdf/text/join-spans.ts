import { type BidiLevels, isBidirectional } from './bidi.js'
import type { Span } from './span.js'

/** Whose text a stretch is, up to `end`. */
export interface Owner {
  end: number
  span: Span
}

/** The text of a paragraph, and whose each stretch of it is. */
export interface JoinedText {
  text: string
  owners: Owner[]
}

/**
 * Joins the spans' texts; each line break and picture counts as one character. White space is made single, and falls away at
 * both ends.
 */
export function joinSpans(spans: readonly Span[]): JoinedText {
  let text = ''
  // Its last character: to ask the text itself would join it anew for each span.
  let last = ''
  const owners: Owner[] = []
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!
    if (span.kind === 'lineBreak') {
      last = '\n'
      text = trimEndOf(text, owners) + last
    } else if (span.kind === 'picture') {
      last = '\ufffc'
      text += last
    } else {
      const tidy = tidied(span.text)
      const piece = tidy[0] === ' ' && (last === '' || last === ' ' || last === '\n') ? tidy.slice(1) : tidy
      text += piece
      last = piece.at(-1) ?? last
    }
    // A break may have trimmed what came before it: only now is it known where that ends.
    if (text.length > (owners.at(-1)?.end ?? 0)) owners.push({ end: text.length, span })
  }
  return { text: trimEndOf(text, owners), owners }
}

/** White space that is not single, and characters that may be composed: quotation marks, dashes and the euro are as they are. */
const untidy = /[\t\n\r\f\v]|[\u0300-\u200f\u2028-\u20ab\u20ad-\uffff]| {2}/

/** Makes white space single, and characters such as fonts have them. In most texts they are so already. */
function tidied(text: string): string {
  if (!untidy.test(text)) return text
  const composed = text.normalize('NFC')
  return /[\t\n\r\f\v\u2028\u2029]| {2}/.test(composed)
    ? composed.replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' ')
    : composed
}

function trimEndOf(text: string, owners: readonly Owner[]): string {
  if (!text.endsWith(' ')) return text
  const trimmed = text.replace(/ +$/, '')
  for (const owner of owners) if (owner.end > trimmed.length) owner.end = trimmed.length
  return trimmed
}

/** Returns the embedding level of each character; nothing where all of it runs from left to right. */
export function levelsOf(
  { text, owners }: JoinedText,
  bidi: BidiLevels | undefined,
  base: 'ltr' | 'rtl',
): Uint8Array | undefined {
  if (!bidi || (base === 'ltr' && !isBidirectional(text))) return undefined
  const directed = owners.filter(({ span }) => span.direction)
  if (directed.length === 0) return bidi(text, base)
  if (directed.length === owners.length) return bidi(text, directed[0]!.span.direction!)
  return isolatedLevels(text, owners, base, bidi)
}

/** A run that says its direction is set apart from what is around it, as by the isolates of UAX #9. */
function isolatedLevels(text: string, owners: readonly Owner[], base: 'ltr' | 'rtl', bidi: BidiLevels): Uint8Array {
  let marked = ''
  const places: number[] = []
  let from = 0
  owners.forEach(({ end, span }, index) => {
    const joins = owners[index - 1]?.span.direction === span.direction
    const goesOn = owners[index + 1]?.span.direction === span.direction
    if (span.direction && !joins) marked += span.direction === 'rtl' ? '\u2067' : '\u2066'
    for (let at = from; at < end; at++) places.push(marked.length + at - from)
    marked += text.slice(from, end)
    if (span.direction && !goesOn) marked += '\u2069'
    from = end
  })
  const levels = bidi(marked, base)
  return Uint8Array.from(places, place => levels[place]!)
}
