import { writtenText } from '../cos.js'
import type { Face } from '../fonts/face.js'
import type { PlacedRows } from '../layout/placed-text.js'
import type { Fragment } from '../text/fragment.js'
import type { Setting } from '../text/setting.js'
import type { Span } from '../text/span.js'
import { codedWord, writeCode } from './coded-words.js'
import type { ContentWriter } from './content-writer.js'
import type { EmbeddedFont } from './embedded-font.js'
import { type GlyphGroup, glyphGroups, oneGroup } from './glyph-order.js'

/** What the text of all pages has in common. */
export interface TextResources {
  /** The words of the document as they are coded, each once. */
  words: ContentWriter
  /** Returns the embedded font of a face, made on first use. */
  fontOf(face: Face): EmbeddedFont
}

/** The pen may stand off by so little, points, before a word is moved: a line is then one string. */
const UNSEEN = 0.02
/** Spacing is written to so many decimals, and changed for a difference of no less than this many of the last one. */
const DECIMALS = 4
const PER_POINT = 10 ** DECIMALS
const LEAST_CHANGE = 15

/** Letters set so far apart, em, are taken for words of their own by readers that go by gaps (poppler from a tenth on). */
const APART = 0.085

/** What the array of a TJ operator ends with, while it is open. */
const NO_ARRAY = 0
const NUMBER = 1
const CODES = 2

/**
 * Writes the text of one page (ISO 32000-1 9.4): text objects that stay open from line to line, an array for each stretch of
 * one style. Its fields are plain ones: private ones are slow until a function is optimised, which a page is not worth.
 */
export class TextWriter {
  /** Fonts shown so far. */
  readonly fonts = new Set<EmbeddedFont>()
  private readonly out: ContentWriter
  private readonly resources: TextResources
  private isOpen = false
  private array = NO_ARRAY
  /** Where the line begins, thousandths of a point. */
  private lineX = 0
  private lineY = 0
  private pen = 0
  private setting: Setting | undefined
  /** What its words have in common: their tracking, how far they stand above the baseline, whether their letters stand apart. */
  private tracking = 0
  private base = 0
  private apart = false
  private font: EmbeddedFont | undefined
  private size = 0
  /** Whose text was written last, and what it is still read as. */
  private span: Span | undefined
  private read: string | undefined
  private colour = ''
  private rise = 0
  private painted = true
  /** Room between letters (9.3.2), as it was last written. */
  private letters = 0

  constructor(out: ContentWriter, resources: TextResources) {
    this.out = out
    this.resources = resources
  }

  /** Writes rows of a line from `from` up to `to`. `x` is added to their own, `y` is the baseline from the page's foot. */
  line(rows: PlacedRows, from: number, to: number, x: number, y: number): void {
    const { fragment: fragments, span: spans, x: places, spacing } = rows
    const { out } = this
    const { words } = this.resources
    this.begin(places[from]! + x, y)
    for (let at = from; at < to; at++) {
      const fragment = fragments[at]!
      if (fragment.setting !== this.setting) this.set(fragment.setting)
      // What several fragments of a span are read as is said with the first, on whichever line the others stand.
      if (spans[at] !== this.span) {
        this.span = spans[at]!
        this.read = this.span.actualText
      } else if (this.read !== undefined) this.read = ''
      const { read } = this
      const word = this.apart && read === undefined && standsApart(fragment)
      if (word && !(at > from && goesOn(rows, at)))
        this.mark(`/Span<</ActualText${writtenText(textOfApart(rows, at, to))}>>BDC\n`)
      const coded = read === undefined ? codedWord(this.font!, fragment, words) : undefined
      const left = places[at]! + x
      if (coded === undefined) {
        const groups = read === undefined ? glyphGroups(fragment) : [oneGroup(fragment, read)]
        this.glyphs(fragment, left, spacing[at]!, word ? groups.map(({ glyphs }) => ({ glyphs })) : groups)
      } else {
        const { count } = coded
        if (this.rise !== this.base) this.setRise(this.base)
        if (count > 1) this.setLetterSpacing(this.tracking + spacing[at]!)
        const distance = left - this.pen
        if (distance > UNSEEN || distance < -UNSEEN) this.move(distance)
        if (this.array !== CODES) this.openString()
        out.copy(words.bytes, coded.from, coded.to)
        this.pen += (coded.width * this.size) / 1000 + (count * this.letters) / PER_POINT
      }
      if (word && !(at + 1 < to && goesOn(rows, at + 1))) this.mark('EMC\n')
    }
    this.closeArray()
  }

  /** Sets the colour to fill with, `#rrggbb`, which is that of all else on the page as well. */
  fill(colour: string): void {
    if (colour === this.colour) return
    this.closeArray()
    this.colour = colour
    for (let at = 1; at < 7; at += 2) {
      this.out.fixed(thousandths(Number.parseInt(colour.slice(at, at + 2), 16) / 255), 3)
      this.out.byte(0x20)
    }
    this.out.write('rg\n')
  }

  /** Ends the text object: what is no text may follow. */
  close(): void {
    if (!this.isOpen) return
    this.out.write('ET\n')
    this.isOpen = false
  }

  /** Goes to where a line begins, by the way from where the last one did. */
  private begin(x: number, y: number): void {
    if (!this.isOpen) {
      this.out.write('BT\n')
      this.isOpen = true
      this.lineX = 0
      this.lineY = 0
    }
    const left = thousandths(x)
    const base = thousandths(y)
    this.out.fixed(left - this.lineX, 3)
    this.out.byte(0x20)
    this.out.fixed(base - this.lineY, 3)
    this.out.write(' Td\n')
    this.lineX = left
    this.lineY = base
    this.pen = left / 1000
    // What stands between two lines may have another colour.
    this.setting = undefined
  }

  /** Writes glyph by glyph what is more than a row of codes: moved marks, clusters, text that stands for other text. */
  private glyphs(fragment: Fragment, x: number, spacing: number, groups: readonly GlyphGroup[]): void {
    const { glyphs, scale, style, face } = fragment
    const font = this.font!
    const at = glyphPlaces(fragment, x, spacing)
    this.setLetterSpacing(0)
    for (const group of groups) {
      if (group.actualText !== undefined) this.mark(`/Span<</ActualText${writtenText(group.actualText)}>>BDC\n`)
      for (const { index, text, blank } of group.glyphs) {
        const glyph = blank ? face.blank! : glyphs.gid(index)
        this.setRise(style.rise + glyphs.dy(index) * scale)
        this.setPainted(!blank)
        this.move(at[index]! + (blank ? glyphs.advance(index) * scale : 0) - this.pen)
        this.openString()
        writeCode(font.codeOf(glyph, text), this.out)
        this.pen += (font.widthOf(glyph) * style.size) / 1000 + this.letters / PER_POINT
      }
      if (group.actualText !== undefined) this.mark('EMC\n')
    }
    this.setPainted(true)
  }

  /** Moves the pen; what rounding leaves over is made up for by the next move. */
  private move(distance: number): void {
    const units = Math.round((-distance * 1000) / this.size)
    if (units === 0) return
    // Two numbers never meet: behind each there are codes.
    if (this.array === CODES) this.out.byte(0x29)
    else if (this.array === NO_ARRAY) this.out.byte(0x5b)
    this.out.fixed(units, 0)
    this.array = NUMBER
    this.pen -= (units * this.size) / 1000
  }

  private openString(): void {
    if (this.array === NO_ARRAY) this.out.byte(0x5b)
    if (this.array !== CODES) this.out.byte(0x28)
    this.array = CODES
  }

  private closeArray(): void {
    if (this.array === CODES) this.out.write(')]TJ\n')
    else if (this.array === NUMBER) this.out.write(']TJ\n')
    this.array = NO_ARRAY
  }

  private set(setting: Setting): void {
    const { face, style, tracking } = setting
    this.setting = setting
    this.tracking = tracking
    this.base = style.rise
    this.apart = tracking > APART * style.size
    const font = this.resources.fontOf(face)
    if (font !== this.font || style.size !== this.size) {
      this.closeArray()
      this.fonts.add(font)
      this.font = font
      this.size = style.size
      this.out.write(`/${font.name} `)
      this.out.fixed(thousandths(style.size), 3)
      this.out.write(' Tf\n')
    }
    this.fill(style.colour)
  }

  private mark(text: string): void {
    this.closeArray()
    this.out.write(text)
  }

  private setRise(rise: number): void {
    if (rise === this.rise) return
    this.closeArray()
    this.rise = rise
    this.out.fixed(thousandths(rise), 3)
    this.out.write(' Ts\n')
  }

  /** Paints glyphs, or only lets them be read (ISO 32000-1 9.3.6). */
  private setPainted(painted: boolean): void {
    if (painted === this.painted) return
    this.painted = painted
    this.mark(painted ? '0 Tr\n' : '3 Tr\n')
  }

  private setLetterSpacing(spacing: number): void {
    const letters = Math.round(spacing * PER_POINT) | 0
    const change = letters - this.letters
    if (change < LEAST_CHANGE && change > -LEAST_CHANGE) return
    this.closeArray()
    this.letters = letters
    this.out.fixed(letters, DECIMALS)
    this.out.write(' Tc\n')
  }
}

/** Returns what a word is read back as whose letters stand apart: with its other parts, where a line may end in it. */
function textOfApart(rows: PlacedRows, at: number, to: number): string {
  let text = rows.fragment[at]!.source
  for (let next = at + 1; next < to && goesOn(rows, next); next++) text += rows.fragment[next]!.source
  return text
}

/** Returns whether a word whose letters stand apart goes on from the row before. */
function goesOn({ fragment, span }: PlacedRows, at: number): boolean {
  return span[at] === span[at - 1] && standsApart(fragment[at]!) && standsApart(fragment[at - 1]!)
}

function standsApart({ setting, source, style }: Fragment): boolean {
  return setting.tracking > APART * style.size && source !== ' '
}

/** Returns points as whole thousandths. */
function thousandths(points: number): number {
  return Math.round(points * 1000) | 0
}

/** Returns where each glyph stands, points from the page's left edge. */
function glyphPlaces({ glyphs, scale, tracking }: Fragment, x: number, spacing: number): Float64Array {
  const places = new Float64Array(glyphs.count)
  let pen = x
  for (let i = 0; i < places.length; i++) {
    places[i] = pen + glyphs.dx(i) * scale
    pen += glyphs.advance(i) * scale + tracking + spacing
  }
  return places
}
