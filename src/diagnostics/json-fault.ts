/** What keeps a text from being JSON, in one line, and the character at which that shows. */
export interface JsonFault {
  reason: string
  offset?: number
}

/** Longer texts are not searched: each look parses what stands before. */
const MOST_SEARCHED = 200_000

/** Reads what `JSON.parse` has thrown: V8 names a place only of some faults, and shows lines of the text beside others. */
export function jsonFault(error: unknown, text: string): JsonFault {
  const said = error instanceof Error ? error.message : String(error)
  const token = /^Unexpected token .+?(?=, (?:\.{3})?")/s.exec(said)?.[0]
  if (token) return text.length > MOST_SEARCHED ? { reason: token } : { reason: token, offset: tokenIn(text) }
  const [, at] = / at position (\d+)/.exec(said) ?? []
  const reason = said.replace(/(?: in JSON)? at position \d.*$/s, '')
  if (at !== undefined) return { reason, offset: Number(at) }
  return /end of JSON/i.test(said) ? { reason, offset: text.length } : { reason }
}

/** The last character of the shortest beginning that a token is wrong in: shorter ones only end too soon. */
function tokenIn(text: string): number {
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (holdsWrongToken(text.slice(0, middle))) bad = middle
    else good = middle
  }
  return good
}

function holdsWrongToken(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return false
  } catch (error) {
    return /^Unexpected token/.test(String((error as Error).message))
  }
}
