import { createMessage, type Message, type Report } from '../diagnostics/message.js'

/** Messages of one rule that help somebody; a file with more has one thing wrong with it many times. */
export const MOST_OF_A_RULE = 50

/** Collects what a reader has to say. */
export interface Collector {
  report: Report
  /** Every message, and for each rule that had more than `MOST_OF_A_RULE` one that says how many were left out. */
  messages(): Message[]
  failed(): boolean
}

/** Returns a collector that keeps the first messages of each rule, so that a hostile source cannot drown the rest. */
export function messageCollector(): Collector {
  const kept: Message[] = []
  // Of most sources there is nothing to say.
  let counts: Map<Message['rule'], number> | undefined
  let failed = false
  return {
    report(rule, reason, details) {
      const message = createMessage(rule, reason, details)
      counts ??= new Map()
      const count = (counts.get(rule) ?? 0) + 1
      counts.set(rule, count)
      failed ||= message.severity === 'error'
      if (count <= MOST_OF_A_RULE) kept.push(message)
    },
    messages: () => (counts ? [...kept, ...leftOut(counts)] : []),
    failed: () => failed,
  }
}

function leftOut(counts: ReadonlyMap<Message['rule'], number>): Message[] {
  return [...counts]
    .filter(([, count]) => count > MOST_OF_A_RULE)
    .map(([rule, count]) => {
      const reason = `${count - MOST_OF_A_RULE} more messages of the rule \`${rule}\` were left out`
      return createMessage('messages-left-out', reason)
    })
}
