import type { Style, Template } from '../../../templates/template.js'
import type { Looks } from './word-styles.js'

/** Height of capitals in our faces, em. */
const CAPITALS = 0.67
/** Word lays an exact line four fifths above the baseline; our faces take somewhat less of their line. */
const ABOVE = { cap: 0.8, text: 0.76 }

const linesOf = (template: Template): number => template.dropCap?.lines ?? 3

/** Returns size and leading of a drop cap: from the top of the first line's capitals to the line that it is deep. */
export function dropCapLook({ body }: Looks, template: Template): Style {
  const [lines, size, leading] = [linesOf(template), body.size ?? 10.5, body.leading ?? 15]
  const height = (lines - 1) * leading + size * CAPITALS
  return { size: Math.round((height / CAPITALS) * 2) / 2, leading: lines * leading }
}

/** Returns `w:position`: its foot stands on the baseline of the last line beside it (ISO/IEC 29500-1, 17.3.2.24). */
export function loweredBy({ body }: Looks, template: Template): string {
  const [lines, leading] = [linesOf(template), body.leading ?? 15]
  const lower = lines - 1 + ABOVE.text - lines * ABOVE.cap
  return `<w:position w:val="${Math.round(-lower * leading * 2)}"/>`
}
