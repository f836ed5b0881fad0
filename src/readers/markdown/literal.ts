import type { Inline, Text } from '../../article/article.js'
import type { Reading } from './reading.js'

/**
 * A text whose first character is written as a reference by number (`&#8212; Jane Doe`) stands for nothing but its words: no
 * speaker, credit, caption or dateline is read from it. So a writer, or a program, can say what would be taken for one.
 */
export function withLiteralMark(text: Text, reading: Reading): Text {
  // A clean source holds no reference.
  if (reading.clean) return text
  const offset = text.position?.start.offset
  if (offset === undefined || !reading.source.startsWith('&#', offset)) return text
  return { ...text, data: { literal: true } }
}

/** Returns whether a run begins with such a text. */
export function isLiteral([first]: readonly Inline[]): boolean {
  return first?.type === 'text' && (first.data as { literal?: true } | undefined)?.literal === true
}

/** Returns a text without the mark, which is the reader's own. */
export function withoutLiteralMark({ data: _data, ...text }: Text): Text {
  return text
}
