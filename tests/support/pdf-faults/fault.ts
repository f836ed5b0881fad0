import type { KnownRuleId } from '../../../src/diagnostics/rules.js'
import type { TaggedPdf } from '../tagged-pdf.js'

/** One fault put into the test document: the rule that must catch it, and veraPDF's own rule where it has one. */
export interface PdfFault {
  name: string
  rule: KnownRuleId
  /** Where the message must say that it is. */
  path?: RegExp
  /** veraPDF's clause and test, of PDF/UA-1 or else of PDF/A-2a; undefined where veraPDF does not look. */
  judge?: string
  change(parts: TaggedPdf): void
}
