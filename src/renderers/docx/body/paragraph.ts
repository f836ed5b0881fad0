import type { Style } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { frameOf } from '../style/style-sheet.js'
import type { Flow } from './flow.js'
import type { DirectProperties, ParagraphPiece } from './pieces.js'

/** What a paragraph has beyond its style. */
export interface ParagraphExtras {
  /** Alignment of a table's column. */
  align?: 'left' | 'center' | 'right'
  /** Additional indent for a block that stands inside a list, points. */
  indent?: number
  /** A picture stands in the line: the line must grow with it (ISO/IEC 29500-1, 17.3.1.33). */
  growing?: boolean
  /** Space above, points. */
  before?: number
  /** No page ends after it (17.3.1.15). */
  keepsNext?: boolean
  /** Runs from left to right in whatever text, as code does. */
  leftToRight?: boolean
}

/** Returns a paragraph in a style. It takes what waits to be said first in a list item or a note. */
export function paragraph(style: string, content: string, flow: Flow, extras: ParagraphExtras = {}): ParagraphPiece {
  const { numbering, runs } = takeOpening(flow)
  const indent = indentOf(style, flow, numbering !== undefined, extras.indent ?? 0)
  const direct: DirectProperties = {
    ...(extras.keepsNext && { keepNext: '<w:keepNext/>' }),
    ...(numbering && { numbering }),
    // On a letterhead no style of ours says it for all.
    ...(flow.file.house && flow.file.rtl && { direction: '<w:bidi/>' }),
    ...(extras.leftToRight && flow.file.rtl && { direction: '<w:bidi w:val="0"/>' }),
    ...spacingOf(extras),
    ...(indent && { indent }),
    ...(extras.align && { align: `<w:jc w:val="${extras.align}"/>` }),
  }
  return { style, direct, content: (runs ?? '') + content }
}

function spacingOf({ growing, before }: ParagraphExtras): { spacing?: string } {
  if (!growing && !before) return {}
  const above = before ? ` w:before="${twips(before)}"` : ''
  return { spacing: `<w:spacing${above}${growing ? ' w:line="240" w:lineRule="auto"' : ''}/>` }
}

/** Returns what waits to be said first, which then waits no more. */
export function takeOpening(flow: Flow): { numbering?: string; runs?: string } {
  const { opening } = flow
  if (!opening || (!opening.numbering && !opening.runs)) return {}
  const taken = { ...opening }
  delete opening.numbering
  delete opening.runs
  return taken
}

/**
 * A list's level says its own indent, which would pull an item out of a quotation or a panel: there the item's whole indent
 * is said again. A block inside an item that has a style of its own is pushed in by as much.
 */
function indentOf(style: string, flow: Flow, numbered: boolean, extra: number): string {
  const look = flow.file.styles.look(style)
  const around = (look.indentStart ?? 0) + inset(look)
  const step = flow.file.numbering.step(flow.box !== undefined)
  const panel = flow.box !== undefined || inset(look) > 0
  if (numbered && (around > 0 || panel)) {
    const depth = Math.min(flow.lists, 9) * step
    // A panel's border follows the first line, so that stands at the panel's own edge.
    const hanging = panel ? depth : step
    return `<w:ind w:left="${twips(around + depth)}" w:hanging="${twips(hanging)}"/>`
  }
  if (extra === 0 || numbered) return ''
  const hanging = flow.box !== undefined ? ` w:hanging="${twips(extra)}"` : ''
  return `<w:ind w:left="${twips(around + extra)}"${hanging}/>`
}

function inset(look: Style): number {
  const tinted = look.background !== undefined && look.background !== 'none'
  const bar = look.border?.left?.width ?? 0
  return tinted || bar > 0 ? (look.padding?.left ?? 0) + bar : 0
}

/**
 * Returns the style of a paragraph as it stands in the box around, if one does: with the box's panel and prefix. All begin
 * at the same edge, because Word draws neighbours as one panel only where border and indents agree.
 */
export function inBox(style: string, flow: Flow): string {
  if (flow.box === undefined) return style
  const { styles } = flow.file
  const name = `${flow.box} ${styles.nameOf(style).replace(/^Box /, '')}`
  return styles.variant(style, '', () => frameOf(styles.looks.box), { name })
}
