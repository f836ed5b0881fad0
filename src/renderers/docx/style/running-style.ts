import type { Style } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { textBlock } from '../parts/page-size.js'
import { border, type Palette, type Properties } from './properties.js'

/** Which line of the template each style of head and foot belongs to, and on which side the text lies. */
const running = {
  Masthead: { line: 'masthead', side: 'bottom' },
  Header: { line: 'header', side: 'bottom' },
  Footer: { line: 'footer', side: 'top' },
} as const

/** Returns whether a style is one of those of head and foot. */
export function isRunning(id: string): id is keyof typeof running {
  return Object.hasOwn(running, id)
}

/**
 * Returns what head and foot have beyond their look: they may begin left of the text, their parts stand at tab stops in the
 * middle and at the end, and a rule divides them from the text.
 */
export function runningProperties(id: keyof typeof running, look: Style, palette: Palette): Properties {
  const { template } = palette
  const { line, side } = running[id]
  const { width } = textBlock(template.page)
  const outside = (template.page.furnitureLeft ?? template.page.margin.left) - template.page.margin.left
  const middle = (width + outside) / 2
  const rule = template[line]?.rule
  // A stop that no part of the line stands at would catch the end of a line that begins long.
  const center = template[line]?.center ? `<w:tab w:val="center" w:pos="${twips(middle)}"/>` : ''
  return {
    tabs: `<w:tabs>${center}<w:tab w:val="right" w:pos="${twips(width)}"/></w:tabs>`,
    ind: `<w:ind w:left="${twips(outside)}" w:right="0" w:firstLine="0"/>`,
    ...(rule && { pBdr: `<w:pBdr>${border(side, rule, ruleSpace(rule.distance, side, look), palette)}</w:pBdr>` }),
  }
}

/** A template measures a rule's distance from the baseline, Word from the edge of the line, in whole points up to 31. */
function ruleSpace(distance: number, side: 'top' | 'bottom', look: Style): number {
  const leading = look.leading ?? 12
  const inside = side === 'bottom' ? leading * 0.2 : leading * 0.8
  return Math.min(31, Math.max(1, Math.round(distance - inside)))
}
