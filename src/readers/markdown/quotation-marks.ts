/** Opening marks with the closing ones that newspapers pair them with, in any language. */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['“', '”"'],
  ['„', '“”"'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['’', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['〝', '〞〟'],
  ['＂', '＂'],
  ['"', '"”'],
  ["'", "'"],
]

/** Punctuation that may stand after the closing mark. */
const tail = /[\s.,;:!?…。，！？،؛؟।]/u

/** Returns a text without the punctuation at its end; one step a character, however much there is. */
function withoutTail(text: string): string {
  let end = text.length
  while (end > 0 && tail.test(text[end - 1]!)) end--
  return text.slice(0, end)
}

function closers(text: string): string | undefined {
  const first = text.trimStart()[0]
  return pairs.find(([open]) => open === first)?.[1]
}

/** Returns whether a paragraph begins with an opening quotation mark. */
export function opensQuotation(text: string): boolean {
  return closers(text) !== undefined
}

/** Returns whether a paragraph ends with a closing quotation mark, whatever it begins with. */
export function closesQuotation(text: string): boolean {
  const last = withoutTail(text).at(-1)
  return last !== undefined && pairs.some(([, close]) => close.includes(last))
}

/**
 * Returns whether a paragraph is one quotation and nothing else: it opens, ends with the mark that closes it, and closes
 * nowhere inside, so that `“A,” she said. “B”` is none.
 */
export function isQuotation(text: string): boolean {
  const trimmed = withoutTail(text.trimStart())
  const close = closers(trimmed)
  if (!close || trimmed.length < 3 || !close.includes(trimmed.at(-1)!)) return false
  return !closesWithin(trimmed.slice(1, -1), trimmed[0]!, close)
}

/** Whether a closing mark stands inside. Quotations of the same kind may be nested; an apostrophe closes nothing. */
function closesWithin(inside: string, open: string, close: string): boolean {
  const characters = [...inside]
  let depth = 0
  for (const [at, character] of characters.entries()) {
    if (isApostrophe(character, characters[at + 1])) continue
    if (close.includes(character)) {
      if (depth === 0) return true
      depth--
    } else if (character === open) depth++
  }
  return depth > 0
}

function isApostrophe(character: string, next = ''): boolean {
  return (character === '’' || character === "'") && /\p{L}/u.test(next)
}
