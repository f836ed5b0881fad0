import type { Severity } from './message.js'
import { articleRules } from './rules/article.js'
import { assetRules } from './rules/assets.js'
import { commandRules } from './rules/command.js'
import { feedRules } from './rules/feed.js'
import { finishedRules } from './rules/finished.js'
import { jsonldRules } from './rules/jsonld.js'
import { markdownRules } from './rules/markdown.js'
import { pdfRules } from './rules/pdf.js'
import { preflightRules } from './rules/preflight.js'
import { readerRules } from './rules/reader.js'
import { templateRules } from './rules/template.js'
import { w3cRules } from './rules/w3c.js'
import { wordRules } from './rules/word.js'
import { wordReaderRules } from './rules/word-reader.js'

/** What is known about a rule: how much it matters by default, what it looks for, and what the user can do. */
export interface Rule {
  severity: Severity
  /** What the rule looks for, for the documentation. */
  about: string
  /** The advice printed under a message, where the caller has none that is more exact. */
  help?: string
}

/** Every rule of the tool, by id. Plugins name their own rules `plugin/rule`. */
export const rules = {
  ...readerRules,
  ...articleRules,
  ...templateRules,
  ...assetRules,
  ...pdfRules,
  ...preflightRules,
  ...wordRules,
  ...wordReaderRules,
  ...feedRules,
  ...w3cRules,
  ...jsonldRules,
  ...finishedRules,
  ...markdownRules,
  ...commandRules,
} satisfies { [id: string]: Rule }

export type KnownRuleId = keyof typeof rules
/** A rule of ours, or a plugin's as `plugin/rule`. */
export type RuleId = KnownRuleId | `${string}/${string}`

/** Returns what is known about a rule; a plugin's rule counts as a warning. */
export function ruleOf(id: RuleId): Rule {
  return (rules as { [id: string]: Rule })[id] ?? { severity: 'warning', about: 'a rule of a plugin' }
}
