/**
 * Returns where the value at a path begins in a JSON text; of a path that leads nowhere, where the nearest value above it
 * begins. The text has been parsed before, so it is well-formed.
 */
export function offsetOf(path: readonly string[], text: string): number | undefined {
  let at = skipSpace(text, 0)
  for (const step of path.filter(Boolean)) {
    const next =
      text[at] === '[' ? itemAt(text, at, Number(step)) : text[at] === '{' ? fieldAt(text, at, step) : undefined
    if (next === undefined) break
    at = next
  }
  return at < text.length ? at : undefined
}

function itemAt(text: string, start: number, index: number): number | undefined {
  let at = skipSpace(text, start + 1)
  for (let item = 0; text[at] !== ']' && at < text.length; item++) {
    if (item === index) return at
    at = skipSpace(text, skipValue(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

function fieldAt(text: string, start: number, name: string): number | undefined {
  let at = skipSpace(text, start + 1)
  while (text[at] === '"') {
    const end = skipValue(text, at)
    const key = JSON.parse(text.slice(at, end)) as string
    at = skipSpace(text, skipSpace(text, end) + 1)
    if (key === name) return at
    at = skipSpace(text, skipValue(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return undefined
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

/** The end of the value that begins here, found by counting brackets outside strings. */
function skipValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const character = text[at]!
    if (character === '"') at = endOfString(text, at)
    else {
      if (character === '[' || character === '{') depth++
      if (character === ']' || character === '}') depth--
      at++
      if (depth === 0 && !/[[{\]}]/.test(character)) while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at++
    }
  } while (depth > 0 && at < text.length)
  return at
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
