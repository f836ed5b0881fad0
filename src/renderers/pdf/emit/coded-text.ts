import { literal2 } from '../cos.js'
import type { Fragment } from '../text/fragment.js'
import type { EmbeddedFont } from './embedded-font.js'
import { clusterText, readInParts } from './glyph-order.js'

/** A shaped word as it stands in the array of a TJ operator (ISO 32000-1 9.4.3): codes, and kerning between them. */
export interface CodedText {
  array: string
  /** How far it moves the pen, in thousandths of the size: its glyphs' widths and the kerning as written. */
  width: number
  count: number
}

/** Returns a fragment's codes, from memory where it has come before; nothing where codes do not say all of it. */
export function codedText(font: EmbeddedFont, fragment: Fragment): CodedText | undefined {
  let coded = font.coded.get(fragment)
  if (coded === undefined) {
    coded = isRow(fragment) ? code(font, fragment) : null
    font.coded.set(fragment, coded)
  }
  return coded ?? undefined
}

/** A row of codes cannot say that a glyph is moved, that glyphs change places, or what several of them mean together. */
function isRow(fragment: Fragment): boolean {
  const { glyphs, whole } = fragment
  for (let i = 0; i < glyphs.count; i++) {
    if (glyphs.dx(i) !== 0 || glyphs.dy(i) !== 0) return false
    if (i > 0 && glyphs.cluster(i) === glyphs.cluster(i - 1)) return false
    if (readInParts(clusterText(fragment, i, i + 1), fragment)) return false
  }
  return glyphs.count > 0 && !whole
}

function code(font: EmbeddedFont, fragment: Fragment): CodedText {
  const { glyphs } = fragment
  const perUnit = 1000 / font.face.upem
  let array = '('
  let target = 0
  let width = 0
  for (let i = 0; i < glyphs.count; i++) {
    const kern = Math.round(width - target)
    if (kern !== 0) {
      array += `)${kern}(`
      width -= kern
    }
    array += literal2(font.codeOf(glyphs.gid(i), clusterText(fragment, i, i + 1)))
    width += font.widthOf(glyphs.gid(i))
    target += glyphs.advance(i) * perUnit
  }
  return { array: `${array})`, width, count: glyphs.count }
}
