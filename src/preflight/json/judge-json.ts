import { jsonFault } from '../../diagnostics/json-fault.js'
import { createMessage, type Message } from '../../diagnostics/message.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'
import { placeAt } from '../../readers/place.js'
import type { Fault } from './fault.js'
import { jsonPlaces } from './json-places.js'

/** Deeper than this nothing that is judged here goes; a file that does is not read, so that it cannot exhaust the stack. */
const deepest = 200

/** Of one fault, how many places are listed: a feed of a thousand items makes each mistake a thousand times. */
const mostPlaces = 5

/** Of one rule, how many faults are listed: nobody reads more, and to look for what was meant by each name takes long. */
const mostFaults = 50

/**
 * Reads a text as JSON and returns what `check` has against it, each at its line. A text that is no JSON, or nests without
 * end, is one message under the rule `broken`.
 */
export function judgeJson(
  text: string,
  broken: KnownRuleId,
  check: (document: unknown) => readonly Fault[],
): Message[] {
  const json = text.replace(/^\uFEFF/, '')
  if (nestingOf(json) > deepest)
    return [createMessage(broken, `the document nests deeper than ${deepest} levels and was not judged`)]
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch (error) {
    const { reason, offset } = jsonFault(error, json)
    const details = offset === undefined ? {} : { position: placeAt(json, offset) }
    return [createMessage(broken, `the file is no JSON: ${reason}`, details)]
  }
  return placed(check(document), json)
}

/** Gives faults their lines; of one rule and reason, whatever the places and values, only the first few are kept. */
function placed(faults: readonly Fault[], json: string): Message[] {
  const kinds = new Map<string, { first: Message[]; more: number }>()
  const counts = new Map<Fault['rule'], { kept: number; leftOut: number }>()
  const place = jsonPlaces(json)
  for (const { rule, reason, path, hint, severity } of faults) {
    const kind = `${rule} ${reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')}`
    const count = counts.get(rule) ?? { kept: 0, leftOut: 0 }
    counts.set(rule, count)
    if (!kinds.has(kind) && ++count.kept > mostFaults) {
      count.leftOut++
      continue
    }
    const known = kinds.get(kind) ?? { first: [], more: 0 }
    kinds.set(kind, known)
    if (known.first.length === mostPlaces) known.more++
    else {
      const advice = typeof hint === 'function' ? hint() : hint
      const details = { position: place(path), path: path || undefined, hint: advice, severity }
      known.first.push(createMessage(rule, reason, details))
    }
  }
  return [...listed(kinds.values()), ...leftOut(counts)]
}

function leftOut(counts: ReadonlyMap<Fault['rule'], { leftOut: number }>): Message[] {
  return [...counts]
    .filter(([, count]) => count.leftOut > 0)
    .map(([rule, count]) =>
      createMessage('messages-left-out', `${count.leftOut} more messages of the rule \`${rule}\` were left out`),
    )
}

function listed(kinds: Iterable<{ first: Message[]; more: number }>): Message[] {
  return [...kinds].flatMap(({ first, more }) => {
    if (more === 0) return first
    const { rule, severity } = first[0]!
    const places = more === 1 ? 'place' : 'places'
    return [...first, createMessage(rule, `the same in ${more} more ${places}`, { severity })]
  })
}

/** Returns how deep brackets stand in one another, strings aside. */
function nestingOf(json: string): number {
  let depth = 0
  let most = 0
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') most = Math.max(most, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return most
}
