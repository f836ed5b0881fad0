/**
 * A run of text on its way to Markdown: words that are still to be escaped, markup that is ready, and the two ends of
 * emphasis, whose signs depend on what stands beside them (`delimiters.ts`).
 */
export type Token =
  | { kind: 'words'; text: string; bracketed: boolean; linked: boolean }
  | { kind: 'markup'; text: string }
  | { kind: 'break' }
  | { kind: 'open'; mark: Mark; close: number }
  | { kind: 'close'; open: number }

/** What signs or tags can mark. */
export type Mark = 'emphasis' | 'strong' | 'strike'

/** What a neighbour is to the rules of flanking (CommonMark 6.2): the ends of a block and breaks count as space. */
export type Class = 'space' | 'punctuation' | 'word'

/** Returns the class of a character; of '' too. */
export function classOf(character: string): Class {
  if (character === '' || /\s/u.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'word'
}

/** Returns the character that a token shows to the one after it, or before it. Marks are punctuation. */
export function edgeOf(token: Token | undefined, side: 'first' | 'last'): string {
  if (!token) return ''
  if (token.kind === 'break') return side === 'first' ? '\\' : '\n'
  if (token.kind === 'open' || token.kind === 'close') return '*'
  const characters = side === 'first' ? token.text.slice(0, 2) : token.text.slice(-2)
  const points = [...characters]
  return (side === 'first' ? points[0] : points.at(-1)) ?? ''
}
