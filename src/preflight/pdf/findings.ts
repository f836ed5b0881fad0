import { createMessage, type Message } from '../../diagnostics/message.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'

/** How many times one rule may speak before the rest is summed up. */
const MOST_OF_A_RULE = 12

/** Says that something is wrong, and where: "page 3", "object 12". */
export type ReportFinding = (rule: KnownRuleId, reason: string, path?: string) => void

/** Gathers findings: each once, and of each rule only the first dozen, so that a foreign file's report stays readable. */
export class Findings {
  private readonly byRule = new Map<KnownRuleId, { messages: Message[]; more: number }>()
  private readonly seen = new Set<string>()

  readonly report: ReportFinding = (rule, reason, path) => {
    const key = `${rule}\n${reason}\n${path ?? ''}`
    if (this.seen.has(key)) return
    const known = this.byRule.get(rule) ?? { messages: [], more: 0 }
    this.byRule.set(rule, known)
    if (known.messages.length >= MOST_OF_A_RULE) {
      known.more += 1
      return
    }
    this.seen.add(key)
    known.messages.push(createMessage(rule, reason, { path }))
  }

  /** Returns whether a rule has spoken. */
  has(rule: KnownRuleId): boolean {
    return this.byRule.has(rule)
  }

  /** Returns the messages in the order in which their rules first spoke. */
  messages(): Message[] {
    return [...this.byRule].flatMap(([rule, { messages, more }]) =>
      more === 0
        ? messages
        : [...messages, createMessage(rule, `the same is wrong in ${more} more ${more === 1 ? 'place' : 'places'}`)],
    )
  }
}
