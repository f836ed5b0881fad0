import { createMessage, type Message } from '../../diagnostics/message.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'

/** Different faults under one rule that are listed; and of one fault, how many places. */
const MOST_REASONS = 12
const MOST_PLACES = 3

/** Says that something is wrong, and where: "page 3", "object 12". */
export type ReportFinding = (rule: KnownRuleId, reason: string, path?: string) => void

interface Finding {
  reason: string
  /** The first few places. */
  paths: string[]
  count: number
}

/**
 * Gathers findings, one for each fault with the places where it is, so that the report on a foreign file of a hundred
 * untagged pages stays a page itself.
 */
export class Findings {
  private readonly byRule = new Map<KnownRuleId, { findings: Map<string, Finding>; more: number }>()

  readonly report: ReportFinding = (rule, reason, path) => {
    const known = this.byRule.get(rule) ?? { findings: new Map<string, Finding>(), more: 0 }
    this.byRule.set(rule, known)
    const finding = known.findings.get(reason)
    if (finding) addPlace(finding, path)
    else if (known.findings.size >= MOST_REASONS) known.more += 1
    else known.findings.set(reason, { reason, paths: path === undefined ? [] : [path], count: 1 })
  }

  /** Returns the messages in the order in which their rules first spoke. */
  messages(): Message[] {
    return [...this.byRule].flatMap(([rule, { findings, more }]) => {
      const messages = [...findings.values()].map(finding => messageOf(rule, finding))
      if (more > 0)
        messages.push(
          createMessage(rule, `faults of this kind were found in ${more} more ${more === 1 ? 'place' : 'places'}`),
        )
      return messages
    })
  }
}

function addPlace(finding: Finding, path: string | undefined): void {
  if (path === undefined || finding.paths.includes(path)) return
  finding.count += 1
  if (finding.paths.length < MOST_PLACES) finding.paths.push(path)
}

function messageOf(rule: KnownRuleId, { reason, paths, count }: Finding): Message {
  if (paths.length === 0) return createMessage(rule, reason)
  const more = count - paths.length
  return createMessage(rule, reason, { path: paths.join('; ') + (more > 0 ? ` and ${more} more` : '') })
}
