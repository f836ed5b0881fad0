import type { Direction, IsoDate } from '../../../article/article.js'
import { toAttribute } from '../xml-text.js'

/** An editor's mark around a run. */
export interface Change {
  tag: 'ins' | 'del'
  author: string
  date?: IsoDate
}

/** What holds about a run of text, gathered from the nodes around it. Never changed: nesting makes a new one. */
export interface Marks {
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly strike?: boolean
  readonly code?: boolean
  readonly link?: boolean
  readonly script?: 'superscript' | 'subscript'
  readonly language?: string
  readonly direction?: Direction
  /** A character style of ours for the whole run: "Credit". */
  readonly style?: string
  /**
   * The style alone would not make it bold: in a paragraph that is bold already its switch turns it off (ISO/IEC 29500-1,
   * 17.7.3), and in a table LibreOffice does not look at it.
   */
  readonly boldAround?: boolean
  /** Space after the run: the number of a note that another follows. */
  readonly apart?: boolean
  readonly changes?: readonly Change[]
}

export const noMarks: Marks = {}

const ready = new WeakMap<Marks, { ltr: string; rtl: string }>()

/**
 * Returns `w:rPr` for a run. A run has one style only; of nested marks the first in this order gives it, the others are
 * switches beside it. Strike and raised letters have no style that Word or Pandoc know, so they are always switches.
 */
export function markProperties(marks: Marks, rtl: boolean): string {
  if (marks === noMarks && !rtl) return ''
  const both = ready.get(marks) ?? { ltr: properties(marks, false), rtl: properties(marks, true) }
  ready.set(marks, both)
  return rtl ? both.rtl : both.ltr
}

function properties(marks: Marks, rtl: boolean): string {
  const style = styleOf(marks)
  const parts = [
    style && `<w:rStyle w:val="${style}"/>`,
    marks.strong && (style !== 'Strong' || marks.boldAround) && '<w:b/><w:bCs/>',
    marks.emphasis && style !== 'Emphasis' && '<w:i/><w:iCs/>',
    marks.strike && '<w:strike/>',
    marks.apart && '<w:spacing w:val="40"/>',
    marks.code && marks.link && '<w:u w:val="single"/>',
    marks.script && `<w:vertAlign w:val="${marks.script}"/>`,
    rtl && '<w:rtl/>',
    marks.language && languageElement(marks.language, rtl),
  ]
  const inside = parts.filter(Boolean).join('')
  return inside && `<w:rPr>${inside}</w:rPr>`
}

function styleOf(marks: Marks): string | undefined {
  if (marks.code) return 'VerbatimChar'
  if (marks.link) return 'Hyperlink'
  if (marks.style) return marks.style
  if (marks.strong) return 'Strong'
  return marks.emphasis ? 'Emphasis' : undefined
}

const eastAsian = /^(zh|ja|ko)\b/i

/** Returns the language of a run in the slot that Word reads for its script (17.3.2.20). */
function languageElement(language: string, rtl: boolean): string {
  const slot = rtl ? 'bidi' : eastAsian.test(language) ? 'eastAsia' : 'val'
  return `<w:lang w:${slot}="${toAttribute(language)}"/>`
}
