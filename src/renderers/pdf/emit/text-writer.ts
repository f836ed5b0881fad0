import { writtenText } from '../cos.js'
import type { Face } from '../fonts/face.js'
import type { PlacedRows } from '../layout/placed-text.js'
import type { Fragment } from '../text/fragment.js'
import type { Setting } from '../text/setting.js'
import type { Span } from '../text/span.js'
import { type CodedWord, codedWord } from './coded-words.js'
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

/** Bytes that stand between numbers, or begin and end strings of codes in an array. */
const BLANK = 0x20
const STRING = 0x28
const STRING_END = 0x29
const ARRAY = 0x5b

/**
 * Writes the text of one page (ISO 32000-1 9.4): text objects that stay open from line to line, an array for each stretch of
 * one style. Its fields are plain ones: private ones are slow until a function is optimised, which a page is not worth.
 */
export class TextWriter {
  /** Fonts shown so far. */
  readonly fonts = new Set<EmbeddedFont>()
  private readonly out: ContentWriter
  private readonly resources: TextResources
  private readonly notePlace: (name: string, y: number) => void
  private isOpen = false
  /** A string of codes is open, in the array of a TJ operator. */
  private inString = false
  /** Where the line begins, thousandths of a point. */
  private lineX = 0
  private lineY = 0
  private pen = 0
  private setting: Setting | undefined = undefined
  /** What its words have in common: their tracking, how far they stand above the baseline, whether their letters stand apart. */
  private tracking = 0
  private base = 0
  private apart = false
  private face: Face | undefined = undefined
  private font: EmbeddedFont | undefined = undefined
  private size = 0
  /** Whose text was written last, and what it is still read as. */
  private span: Span | undefined = undefined
  private read: string | undefined = undefined
  private colour = ''
  private rise = 0
  private painted = true
  /** Room between letters (9.3.2), as it was last written. */
  private letters = 0

  /** `notePlace` is told where the named places of spans are, points from the page's foot. */
  constructor(out: ContentWriter, resources: TextResources, notePlace: (name: string, y: number) => void) {
    this.out = out
    this.resources = resources
    this.notePlace = notePlace
  }

  /**
   * Writes rows of a line from `from` on, up to `to` or to where other spans' tags begin, and returns where that is. `x` is added
   * to their own, `y` is the baseline from the page's foot.
   */
  line(rows: PlacedRows, from: number, to: number, x: number, y: number): number {
    const { fragment: fragments, span: spans, x: places, spacing } = rows
    const { words } = this.resources
    const { tag } = spans[from]!
    this.begin(places[from]! + x, y)
    let at = from
    for (; at < to; at++) {
      if (spans[at] !== this.span || this.read !== undefined) {
        if (spans[at]!.tag !== tag) break
        this.enter(spans[at]!, y + fragments[at]!.style.size)
      }
      const fragment = fragments[at]!
      if (fragment.setting !== this.setting) this.set(fragment.setting)
      const isRead = this.apart || this.read !== undefined
      const coded = isRead ? this.beginRead(rows, at, from, to) : codedWord(this.font!, fragment, words)
      if (coded === undefined) this.glyphs(fragment, places[at]! + x, spacing[at]!)
      else {
        const { count } = coded
        if (this.rise !== this.base) this.setRise(this.base)
        if (count > 1) this.setLetterSpacing(this.tracking + spacing[at]!)
        const distance = places[at]! + x - this.pen
        if (distance > UNSEEN || distance < -UNSEEN) this.move(distance)
        if (!this.inString) this.openString()
        this.out.copy(words.bytes, coded.from, coded.to)
        this.pen += (coded.width * this.size) / 1000 + (count * this.letters) / PER_POINT
      }
      if (isRead) this.endRead(rows, at, to)
    }
    this.closeArray()
    return at
  }

  /** Sets the colour to fill with, `#rrggbb`, which is that of all else on the page as well. */
  fill(colour: string): void {
    if (colour === this.colour) return
    this.closeArray()
    this.colour = colour
    // What stands between two lines may have a colour of its own: the next words choose theirs again.
    this.setting = undefined
    for (let at = 1; at < 7; at += 2)
      this.out.fixed(thousandths(Number.parseInt(colour.slice(at, at + 2), 16) / 255), 3, BLANK)
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
    this.out.fixed(left - this.lineX, 3, BLANK)
    this.out.fixed(base - this.lineY, 3, BLANK)
    this.out.write('Td\n')
    this.lineX = left
    this.lineY = base
    this.pen = left / 1000
  }

  /**
   * Begins the text of a span, whose letters reach up to `top`. What several fragments of it are read as is said with the first,
   * on whichever line the others stand.
   */
  private enter(span: Span, top: number): void {
    if (span === this.span) this.read = ''
    else {
      this.span = span
      this.read = span.actualText
      if (span.place) this.notePlace(span.place, top)
    }
  }

  /** Begins a row that is read as something else than its codes, or whose letters may stand apart; returns the word, if it is one. */
  private beginRead(rows: PlacedRows, at: number, from: number, to: number): CodedWord | undefined {
    const fragment = rows.fragment[at]!
    if (this.isApart(fragment) && !(at > from && goesOn(rows, at)))
      this.mark(`/Span<</ActualText${writtenText(textOfApart(rows, at, to))}>>BDC\n`)
    return this.read === undefined ? codedWord(this.font!, fragment, this.resources.words) : undefined
  }

  private endRead(rows: PlacedRows, at: number, to: number): void {
    if (this.isApart(rows.fragment[at]!) && !(at + 1 < to && goesOn(rows, at + 1))) this.mark('EMC\n')
  }

  /** Returns whether a row is part of a word that is read as a whole because its letters stand apart. */
  private isApart(fragment: Fragment): boolean {
    return this.apart && this.read === undefined && standsApart(fragment)
  }

  /** Returns the groups in which a fragment's glyphs are read. */
  private groupsOf(fragment: Fragment): GlyphGroup[] {
    if (this.read !== undefined) return [oneGroup(fragment, this.read)]
    const groups = glyphGroups(fragment)
    return this.isApart(fragment) ? groups.map(({ glyphs }) => ({ glyphs })) : groups
  }

  /** Writes glyph by glyph what is more than a row of codes: moved marks, clusters, text that stands for other text. */
  private glyphs(fragment: Fragment, x: number, spacing: number): void {
    const { glyphs, scale, style, face } = fragment
    const font = this.font!
    const at = glyphPlaces(fragment, x, spacing)
    this.setLetterSpacing(0)
    for (const group of this.groupsOf(fragment)) {
      if (group.actualText !== undefined) this.mark(`/Span<</ActualText${writtenText(group.actualText)}>>BDC\n`)
      for (const { index, text, blank } of group.glyphs) {
        const glyph = blank ? face.blank! : glyphs.gid(index)
        this.setRise(style.rise + glyphs.dy(index) * scale)
        this.setPainted(!blank)
        this.move(at[index]! + (blank ? glyphs.advance(index) * scale : 0) - this.pen)
        if (!this.inString) this.openString()
        this.out.pair(font.codeOf(glyph, text))
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
    this.out.byte(this.inString ? STRING_END : ARRAY)
    this.out.fixed(units, 0, STRING)
    this.inString = true
    this.pen -= (units * this.size) / 1000
  }

  private openString(): void {
    this.out.pair((ARRAY << 8) | STRING)
    this.inString = true
  }

  private closeArray(): void {
    if (!this.inString) return
    this.out.write(')]TJ\n')
    this.inString = false
  }

  private set(setting: Setting): void {
    const { face, style, tracking } = setting
    if (face !== this.face || style.size !== this.size) this.setFont(face, style.size)
    this.fill(style.colour)
    this.setting = setting
    this.tracking = tracking
    this.base = style.rise
    this.apart = tracking > APART * style.size
  }

  private setFont(face: Face, size: number): void {
    this.closeArray()
    this.face = face
    this.font = this.resources.fontOf(face)
    this.size = size
    this.fonts.add(this.font)
    this.out.write(`/${this.font.name} `)
    this.out.fixed(thousandths(size), 3, BLANK)
    this.out.write('Tf\n')
  }

  private mark(text: string): void {
    this.closeArray()
    this.out.write(text)
  }

  private setRise(rise: number): void {
    if (rise === this.rise) return
    this.closeArray()
    this.rise = rise
    this.out.fixed(thousandths(rise), 3, BLANK)
    this.out.write('Ts\n')
  }

  /** Paints glyphs, or only lets them be read (ISO 32000-1 9.3.6). */
  private setPainted(painted: boolean): void {
    if (painted === this.painted) return
    this.painted = painted
    this.mark(painted ? '0 Tr\n' : '3 Tr\n')
  }

  private setLetterSpacing(room: number): void {
    const letters = Math.round(room * PER_POINT) | 0
    const change = letters - this.letters
    if (change < LEAST_CHANGE && change > -LEAST_CHANGE) return
    this.closeArray()
    this.letters = letters
    this.out.fixed(letters, DECIMALS, BLANK)
    this.out.write('Tc\n')
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
