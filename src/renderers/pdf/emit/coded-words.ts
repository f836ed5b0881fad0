import type { Fragment } from '../text/fragment.js'
import type { ContentWriter } from './content-writer.js'
import type { EmbeddedFont } from './embedded-font.js'
import { clusterText, readInParts } from './glyph-order.js'

/** A shaped word as it stands in a string of a TJ operator (ISO 32000-1 9.4.3): codes, and kerning between strings of them. */
export interface CodedWord {
  font: EmbeddedFont
  /** Where it lies among the words of its document. */
  from: number
  to: number
  /** How far it moves the pen, in thousandths of the size: its glyphs' widths and the kerning as written. */
  width: number
  count: number
}

/** Returns a fragment's codes, added to `words` where it has not come before; nothing where codes do not say all of it. */
export function codedWord(font: EmbeddedFont, fragment: Fragment, words: ContentWriter): CodedWord | undefined {
  const { coded } = fragment
  if (coded !== undefined && coded?.font === font) return coded
  if (coded === null) return undefined
  fragment.coded = isRow(fragment) ? code(font, fragment, words) : null
  return fragment.coded ?? undefined
}

/** A row of codes cannot say that a glyph is moved, that glyphs change places, or what several of them mean together. */
function isRow(fragment: Fragment): boolean {
  const { glyphs, whole } = fragment
  const { count, rtl } = glyphs
  if (whole || count === 0 || !glyphs.inRow) return false
  if (rtl) for (let i = 0; i < count; i++) if (readInParts(clusterText(fragment, i, i + 1), fragment)) return false
  return true
}

function code(font: EmbeddedFont, fragment: Fragment, words: ContentWriter): CodedWord {
  const { glyphs, source } = fragment
  const { count, rtl } = glyphs
  const from = words.length
  const perUnit = 1000 / font.face.upem
  let target = 0
  let width = 0
  for (let i = 0; i < count; i++) {
    const kern = Math.round(width - target)
    if (kern !== 0) {
      words.byte(0x29)
      words.fixed(kern, 0, 0x28)
      width -= kern
    }
    const glyph = glyphs.gid(i)
    const at = glyphs.cluster(i)
    // Most glyphs stand for one character, and have done so before.
    const alone = !rtl && (i + 1 < count ? glyphs.cluster(i + 1) : glyphs.text.length) === at + 1
    const known = alone ? font.knownCode(glyph, source.charCodeAt(at)) : 0
    words.pair(known === 0 ? font.codeOf(glyph, clusterText(fragment, i, i + 1)) : known)
    width += font.widthOf(glyph)
    target += glyphs.advance(i) * perUnit
  }
  return { font, from, to: words.length, width, count }
}
