import type { Fragment } from '../text/item.js'
import { type EmbeddedFont, hex4 } from './embedded-font.js'
import { glyphGroups } from './glyph-order.js'

/** A shaped word as it stands in the array of a TJ operator (ISO 32000-1 9.4.3): codes, and kerning between them. */
export interface CodedText {
  array: string
  /** How far it moves the pen, in thousandths of the size: its glyphs' widths and the kerning as written. */
  width: number
  count: number
}

/** Returns a fragment's codes, from memory where its text is what was shaped; nothing where codes do not say all of it. */
export function codedText(font: EmbeddedFont, fragment: Fragment): CodedText | undefined {
  const { glyphs, source, whole } = fragment
  if (whole) return undefined
  if (source !== glyphs.text) return code(font, fragment)
  let coded = font.coded.get(glyphs)
  if (coded === undefined) {
    coded = code(font, fragment) ?? null
    font.coded.set(glyphs, coded)
  }
  return coded ?? undefined
}

/** A row of codes cannot say that a glyph is moved, that glyphs change places, or what several of them mean together. */
function code(font: EmbeddedFont, fragment: Fragment): CodedText | undefined {
  const { glyphs } = fragment
  const [group, ...more] = glyphGroups(fragment)
  if (!group || more.length > 0 || group.actualText !== undefined || group.glyphs.length !== glyphs.count)
    return undefined
  const perUnit = 1000 / font.face.upem
  let array = '<'
  let target = 0
  let width = 0
  for (const [i, { index, text, blank }] of group.glyphs.entries()) {
    if (blank || index !== i || glyphs.dx(i) !== 0 || glyphs.dy(i) !== 0) return undefined
    const kern = Math.round(width - target)
    if (kern !== 0) {
      array += `>${kern}<`
      width -= kern
    }
    array += hex4(font.codeOf(glyphs.gid(i), text))
    width += font.widthOf(glyphs.gid(i))
    target += glyphs.advance(i) * perUnit
  }
  return { array: `${array}>`, width, count: glyphs.count }
}
