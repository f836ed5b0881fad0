import { createMessage, type Message } from '../../diagnostics/message.js'
import type { W3cClass } from '../../diagnostics/rules/w3c.js'
import type { RuleId } from '../../diagnostics/rules.js'
import type { FeedElement } from './feed-tree.js'

/** Where in a feed something is: an element, or a line. */
export type FeedPlace = Pick<FeedElement, 'line' | 'column'> & { closed?: boolean }

/** Says that a rule is broken. */
export type Say<Name> = (rule: Name, place: FeedPlace, reason: string, hint?: string) => void

/** Says that a rule of the W3C validator is broken, under its name there. */
export type SayFault = Say<W3cClass>

/** Of one fault, how many places are listed: a feed of a thousand items makes each mistake a thousand times. */
const mostPlaces = 5

/**
 * Returns the messages and the function that fills them; of one rule and reason only the first few places are kept. `idOf`
 * gives the rule for the name under which it is said.
 */
export function collectFaults<Name extends string>(
  idOf: (name: Name) => RuleId,
): { say: Say<Name>; messages(): Message[] } {
  const found = new Map<string, Message[]>()
  const counts = new Map<string, number>()
  return {
    say(rule, { line, column, closed }, reason, hint) {
      if (closed === false) return
      const point = { line, column: Math.max(1, column) }
      const message = createMessage(idOf(rule), reason, { position: { start: point, end: point }, hint })
      const kind = `${rule} ${reason.replace(/".*?"/g, '""')}`
      const list = found.get(kind) ?? []
      found.set(kind, list)
      if (list.length < mostPlaces) list.push(message)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
    messages: () =>
      [...found].flatMap(([kind, list]) => {
        const more = counts.get(kind)! - list.length
        const last = list.at(-1)!
        return more === 0
          ? list
          : [...list, createMessage(last.rule, `the same in ${more} more ${more === 1 ? 'place' : 'places'}`)]
      }),
  }
}
