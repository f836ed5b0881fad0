import { literal2, writtenNumber as n, writtenText } from '../cos.js'
import type { Face } from '../fonts/face.js'
import type { PlacedRows } from '../layout/placed-text.js'
import type { Op } from '../layout/vertical.js'
import { isSlot, type StructNode, type Tag } from '../tag/structure.js'
import type { Fragment } from '../text/fragment.js'
import type { LinkTarget, Span } from '../text/span.js'
import type { ByteWriter } from './byte-writer.js'
import { type CodedText, codedText } from './coded-text.js'
import { EmbeddedFont } from './embedded-font.js'
import { glyphGroups, oneGroup } from './glyph-order.js'

/** A link's area on a page, in PDF coordinates. */
export interface LinkArea {
  page: number
  rect: readonly [number, number, number, number]
  link: LinkTarget
}

/** Where a named place came to lie. */
export interface NamedPlace {
  page: number
  y: number
}

/** What writing pages gathers for the rest of the file. */
export interface PageCollector {
  /** Where the content of a page is put together. */
  out: ByteWriter
  fonts: Map<string, EmbeddedFont>
  links: LinkArea[]
  places: Map<string, NamedPlace>
  /** A figure's outline on the first page that shows it. */
  boxes: Map<StructNode, { page: number; bbox: [number, number, number, number] }>
  /** Matrix of a picture in a unit square turned upright. */
  pictureMatrix(index: number): readonly [number, number, number, number, number, number]
}

/** A page as written: its content and what that refers to. */
export interface WrittenPage {
  content: Uint8Array
  fonts: Set<EmbeddedFont>
  pictures: Set<number>
  /** The element of each marked-content sequence, by MCID. */
  owners: StructNode[]
}

/** Returns the embedded font of a face, made on first use. */
function fontOf(face: Face, collector: PageCollector): EmbeddedFont {
  let font = collector.fonts.get(face.id)
  if (!font) {
    font = new EmbeddedFont(face, `F${collector.fonts.size + 1}`)
    collector.fonts.set(face.id, font)
  }
  return font
}

/** Writes the content of one page; `height` is the page's, points. */
export function writePage(page: number, height: number, ops: readonly Op[], collector: PageCollector): WrittenPage {
  return new PageWriter(page, height, collector).write(ops)
}

class PageWriter {
  readonly #page: number
  readonly #height: number
  readonly #collector: PageCollector
  readonly #written: WrittenPage = { content: new Uint8Array(0), fonts: new Set(), pictures: new Set(), owners: [] }
  readonly #out: ByteWriter
  #tag: Tag | undefined
  #colour = ''
  #font: EmbeddedFont | undefined
  #size = 0
  #rise = 0
  #spacing = 0
  #painted = true
  #pen = 0
  /** Whose text was written last. */
  #span: Span | undefined
  /** The array of a TJ operator is open: its end is still to be written. */
  #inArray = false

  constructor(page: number, height: number, collector: PageCollector) {
    this.#page = page
    this.#height = height
    this.#collector = collector
    this.#out = collector.out
  }

  write(ops: readonly Op[]): WrittenPage {
    for (const op of ops) {
      if (op.k === 'text') this.#text(op)
      else if (op.k === 'rule') this.#rule(op)
      else if (op.k === 'image') this.#image(op)
      else if (op.k === 'link') this.#link(op)
      else if (op.k === 'place') this.#place(op.name, op.y)
    }
    this.#close()
    this.#written.content = this.#out.take()
    return this.#written
  }

  #rule(op: Op & { k: 'rule' }): void {
    this.#open(op.tag)
    this.#fill(op.colour)
    this.#out.write(`${n(op.x)} ${n(this.#height - op.y - op.height)} ${n(op.width)} ${n(op.height)} re f\n`)
  }

  #image(op: Op & { k: 'image' }): void {
    this.#open(op.tag)
    const y = this.#height - op.y - op.height
    const [a, b, c, d, e, f] = this.#collector.pictureMatrix(op.picture)
    const matrix = [a * op.width, b * op.height, c * op.width, d * op.height, op.x + e * op.width, y + f * op.height]
    this.#out.write(`q ${matrix.map(n).join(' ')} cm /Im${op.picture + 1} Do Q\n`)
    this.#written.pictures.add(op.picture)
    if (isSlot(op.tag)) this.#outline(op.tag.owner, [op.x, y, op.x + op.width, y + op.height])
  }

  #outline(owner: StructNode, box: [number, number, number, number]): void {
    const known = this.#collector.boxes.get(owner)
    if (!known) this.#collector.boxes.set(owner, { page: this.#page, bbox: box })
    else if (known.page === this.#page) {
      const { bbox } = known
      bbox[0] = Math.min(bbox[0], box[0])
      bbox[1] = Math.min(bbox[1], box[1])
      bbox[2] = Math.max(bbox[2], box[2])
      bbox[3] = Math.max(bbox[3], box[3])
    }
  }

  #link(op: Op & { k: 'link' }): void {
    const bottom = this.#height - op.y - op.height
    this.#collector.links.push({
      page: this.#page,
      rect: [op.x, bottom, op.x + op.width, bottom + op.height],
      link: op.link,
    })
  }

  #place(name: string, y: number): void {
    if (!this.#collector.places.has(name)) this.#collector.places.set(name, { page: this.#page, y: this.#height - y })
  }

  /** Writes a line: one text object for each stretch of one tag, one array for each stretch of one font and size. */
  #text({ placed, x, y }: Op & { k: 'text' }): void {
    const { rows } = placed
    for (let from = placed.from; from < placed.to; ) {
      const { tag } = rows.span[from]!
      let to = from
      for (; to < placed.to && rows.span[to]!.tag === tag; to++) {
        const { place } = rows.span[to]!
        if (place) this.#place(place, y - rows.fragment[to]!.style.size)
      }
      this.#open(tag)
      this.#stretch(rows, from, to, x, y)
      from = to
    }
  }

  #stretch(placed: PlacedRows, from: number, to: number, x: number, y: number): void {
    this.#pen = placed.x[from]! + x
    this.#out.write(`BT ${n(this.#pen)} ${n(this.#height - y)} Td\n`)
    for (let at = from; at < to; at++) {
      const fragment = placed.fragment[at]!
      const span = placed.span[at]!
      // What several fragments of a span are read as is said with the first, on whichever line the others stand.
      const read = span.actualText === undefined ? undefined : span === this.#span ? '' : span.actualText
      this.#span = span
      const font = fontOf(fragment.face, this.#collector)
      this.#setFont(font, fragment.style.size)
      if (fragment.style.colour !== this.#colour) {
        this.#flush()
        this.#fill(fragment.style.colour)
      }
      const coded = read === undefined ? codedText(font, fragment) : undefined
      const left = placed.x[at]! + x
      if (coded) this.#word(coded, fragment, left, placed.spacing[at]!)
      else this.#glyphs(fragment, glyphPlaces(fragment, left, placed.spacing[at]!), font, read)
    }
    this.#flush()
    this.#out.write('ET\n')
  }

  /** Adds a word to the line's array: its codes are the same wherever it stands, so that they are made once. */
  #word(coded: CodedText, { style: { size, rise }, tracking }: Fragment, x: number, spacing: number): void {
    this.#setRise(rise)
    if (coded.count > 1) this.#setSpacing(tracking + spacing)
    this.#move(x - this.#pen, size)
    this.#show(coded.array)
    this.#pen += (coded.width * size) / 1000 + coded.count * this.#spacing
  }

  /** Writes glyph by glyph what is more than a row of codes: moved marks, clusters, text that stands for other text. */
  #glyphs(fragment: Fragment, at: Float64Array, font: EmbeddedFont, read: string | undefined): void {
    const { glyphs, scale, style } = fragment
    const { size, rise } = style
    this.#setSpacing(0)
    for (const group of read === undefined ? glyphGroups(fragment) : [oneGroup(fragment, read)]) {
      if (group.actualText !== undefined) this.#actualText(group.actualText)
      for (const { index, text, blank } of group.glyphs) {
        this.#setRise(rise + glyphs.dy(index) * scale)
        const glyph = blank ? fragment.face.blank! : glyphs.gid(index)
        this.#setPainted(!blank)
        this.#move(at[index]! + (blank ? glyphs.advance(index) * scale : 0) - this.#pen, size)
        this.#show(`(${literal2(font.codeOf(glyph, text))})`)
        this.#pen += (font.widthOf(glyph) * size) / 1000
      }
      if (group.actualText !== undefined) this.#endActualText()
    }
    this.#setPainted(true)
  }

  #actualText(text: string): void {
    this.#flush()
    this.#out.write(`/Span<</ActualText${writtenText(text)}>>BDC\n`)
  }

  #endActualText(): void {
    this.#flush()
    this.#out.write('EMC\n')
  }

  /** Moves the pen; what rounding leaves over is made up for by the next move. */
  #move(distance: number, size: number): void {
    const units = Math.round((-distance * 1000) / size)
    if (units === 0) return
    // The array is empty or ends with codes: two numbers never meet.
    this.#show(String(units))
    this.#pen -= (units * size) / 1000
  }

  /** Adds codes, or a move of the pen, to the array. */
  #show(element: string): void {
    if (!this.#inArray) this.#out.write('[')
    this.#inArray = true
    this.#out.write(element)
  }

  #flush(): void {
    if (this.#inArray) this.#out.write(']TJ\n')
    this.#inArray = false
  }

  #setFont(font: EmbeddedFont, size: number): void {
    if (font === this.#font && size === this.#size) return
    this.#flush()
    this.#out.write(`/${font.name} ${n(size)} Tf\n`)
    this.#font = font
    this.#size = size
    this.#written.fonts.add(font)
  }

  #setRise(rise: number): void {
    if (rise === this.#rise) return
    this.#flush()
    this.#out.write(`${n(rise)} Ts\n`)
    this.#rise = rise
  }

  /** Paints glyphs, or only lets them be read (ISO 32000-1 9.3.6). */
  #setPainted(painted: boolean): void {
    if (painted === this.#painted) return
    this.#flush()
    this.#out.write(painted ? '0 Tr\n' : '3 Tr\n')
    this.#painted = painted
  }

  /** Sets how far glyphs stand apart (ISO 32000-1 9.3.2); words of a line differ in it by no more than rounding does. */
  #setSpacing(spacing: number): void {
    if (Math.abs(spacing - this.#spacing) < 0.0015) return
    this.#flush()
    this.#spacing = Math.round(spacing * 1000) / 1000
    this.#out.write(`${n(this.#spacing)} Tc\n`)
  }

  #fill(colour: string): void {
    if (colour === this.#colour) return
    this.#colour = colour
    const part = (at: number) => n(Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    this.#out.write(`${part(1)} ${part(3)} ${part(5)} rg\n`)
  }

  /** Opens the marked-content sequence of a tag, and closes the one before it, unless they are the same. */
  #open(tag: Tag): void {
    if (tag === this.#tag) return
    this.#close()
    this.#tag = tag
    if (isSlot(tag)) {
      const mcid = this.#written.owners.length
      this.#written.owners.push(tag.owner)
      tag.marks.push({ page: this.#page, mcid })
      this.#out.write(`/${tag.owner.role}<</MCID ${mcid}>>BDC\n`)
    } else this.#out.write(`/Artifact${artifactProperties[tag]}BDC\n`)
  }

  #close(): void {
    if (this.#tag !== undefined) this.#out.write('EMC\n')
    this.#tag = undefined
  }
}

/** Property lists of artifacts (ISO 32000-1 table 330). */
const artifactProperties = {
  Layout: '<</Type/Layout>>',
  Background: '<</Type/Layout>>',
  Header: '<</Type/Pagination/Subtype/Header/Attached[/Top]>>',
  Footer: '<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>',
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
