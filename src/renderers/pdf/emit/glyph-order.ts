import type { Fragment } from '../text/fragment.js'

/** A glyph of a fragment, by its index, and the text that is read back from it. */
export interface ShownGlyph {
  index: number
  text: string
  /** Not this glyph is shown but, behind it, one without ink or width, for the sake of the text. */
  blank?: true
}

/** Glyphs that are shown one after the other. What they are read back as may be said for all of them together. */
export interface GlyphGroup {
  glyphs: ShownGlyph[]
  actualText?: string
}

/** What a glyph that adds to another is read back as, where it stands among letters: nothing. */
const NOTHING = '\u200b'
/**
 * The same behind a word: readers that find words by where glyphs stand must not take a dot above the line for a letter of
 * another line, and pass over white space.
 */
const BLANK = ' '

/**
 * Returns a fragment's glyphs in the order in which they are written. A letter made of one glyph and marks over or under it
 * is read back from the one; its marks follow behind the word. Several glyphs side by side that stand for characters
 * together are read back as a group (ISO 32000-1 14.9.4).
 */
export function glyphGroups(fragment: Fragment): GlyphGroup[] {
  const { glyphs, source, whole } = fragment
  const count = glyphs.count
  if (whole) return [{ actualText: source, glyphs: grouped(range(0, count), source) }]
  const plain: GlyphGroup[] = [{ glyphs: [] }]
  const marks: ShownGlyph[] = []
  for (let first = 0; first < count; ) {
    let next = first + 1
    while (next < count && glyphs.cluster(next) === glyphs.cluster(first)) next++
    const text = clusterText(fragment, first, next)
    if (next === first + 1) plain.at(-1)!.glyphs.push(...readAs(first, text, fragment))
    else {
      const spacing = range(first, next).filter(index => glyphs.advance(index) > 0)
      if (spacing.length <= 1) {
        const base = spacing[0] ?? first
        plain.at(-1)!.glyphs.push(...readAs(base, text, fragment))
        for (const index of range(first, next)) if (index !== base) marks.push({ index, text: BLANK })
      } else {
        // The group reaches from its first glyph to its last, and stands where the first does: on the line.
        const inner = range(first, next).filter(index => !spacing.includes(index))
        const order = [spacing[0]!, ...inner, ...spacing.slice(1)]
        plain.push({ actualText: text, glyphs: grouped(order, text) }, { glyphs: [] })
      }
    }
    first = next
  }
  return [...plain, { glyphs: marks }].filter(group => group.glyphs.length > 0)
}

/** Returns a fragment's glyphs as a group that is read back as a text given with it. */
export function oneGroup(fragment: Fragment, actualText: string): GlyphGroup {
  return { actualText, glyphs: glyphGroups(fragment).flatMap(group => group.glyphs) }
}

/**
 * From right to left, readers turn round what they find from left to right, the characters of one glyph included. So a
 * ligature or a letter with its points is read back as its last character alone, and blanks follow for those before it.
 */
function readAs(index: number, text: string, fragment: Fragment): ShownGlyph[] {
  if (!readInParts(text, fragment)) return [{ index, text }]
  const [last, ...before] = [...text].reverse()
  return [{ index, text: last! }, ...before.map(character => ({ index, text: character, blank: true as const }))]
}

/** Returns whether what a glyph stands for is read back character by character. */
export function readInParts(text: string, { glyphs, face }: Fragment): boolean {
  return glyphs.rtl && text.length > 1 && face.blank !== undefined
}

/** Returns what a cluster stands for: up to where its neighbour's text begins, which from right to left is the one before it. */
export function clusterText({ glyphs, source }: Fragment, first: number, next: number): string {
  const neighbour = glyphs.rtl ? first - 1 : next
  const end = neighbour < 0 || neighbour >= glyphs.count ? glyphs.text.length : glyphs.cluster(neighbour)
  return source.slice(glyphs.cluster(first), end)
}

function grouped(order: readonly number[], text: string): ShownGlyph[] {
  return order.map((index, place) => ({ index, text: place === 0 ? text : NOTHING }))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
