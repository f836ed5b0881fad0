import { writtenNumber as n } from '../cos.js'
import type { Op } from '../layout/vertical.js'
import { isSlot, type StructNode, type Tag } from '../tag/structure.js'
import type { LinkTarget } from '../text/span.js'
import type { ContentWriter } from './content-writer.js'
import type { EmbeddedFont } from './embedded-font.js'
import { type TextResources, TextWriter } from './text-writer.js'

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
export interface PageCollector extends TextResources {
  /** Where the content of a page is put together. */
  out: ContentWriter
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

/** Writes the content of one page; `height` is the page's, points. */
export function writePage(page: number, height: number, ops: readonly Op[], collector: PageCollector): WrittenPage {
  return new PageWriter(page, height, collector).write(ops)
}

class PageWriter {
  private readonly page: number
  private readonly height: number
  private readonly collector: PageCollector
  private readonly written: WrittenPage = {
    content: new Uint8Array(0),
    fonts: new Set(),
    pictures: new Set(),
    owners: [],
  }
  private readonly out: ContentWriter
  private readonly text: TextWriter
  private tag: Tag | undefined = undefined

  constructor(page: number, height: number, collector: PageCollector) {
    this.page = page
    this.height = height
    this.collector = collector
    this.out = collector.out
    this.text = new TextWriter(collector.out, collector, (name, y) => this.place(name, y))
    this.written.fonts = this.text.fonts
  }

  write(ops: readonly Op[]): WrittenPage {
    for (const op of ops) {
      if (op.k === 'text') this.line(op)
      else if (op.k === 'rule') this.rule(op)
      else if (op.k === 'image') this.image(op)
      else if (op.k === 'link') this.link(op)
      else if (op.k === 'place') this.place(op.name, this.height - op.y)
    }
    this.close()
    this.written.content = this.out.take()
    return this.written
  }

  private rule(op: Op & { k: 'rule' }): void {
    this.open(op.tag)
    this.text.close()
    this.text.fill(op.colour)
    this.out.write(`${n(op.x)} ${n(this.height - op.y - op.height)} ${n(op.width)} ${n(op.height)} re f\n`)
  }

  private image(op: Op & { k: 'image' }): void {
    this.open(op.tag)
    this.text.close()
    const y = this.height - op.y - op.height
    const [a, b, c, d, e, f] = this.collector.pictureMatrix(op.picture)
    const matrix = [a * op.width, b * op.height, c * op.width, d * op.height, op.x + e * op.width, y + f * op.height]
    this.out.write(`q ${matrix.map(n).join(' ')} cm /Im${op.picture + 1} Do Q\n`)
    this.written.pictures.add(op.picture)
    if (isSlot(op.tag)) this.outline(op.tag.owner, [op.x, y, op.x + op.width, y + op.height])
  }

  private outline(owner: StructNode, box: [number, number, number, number]): void {
    const known = this.collector.boxes.get(owner)
    if (!known) this.collector.boxes.set(owner, { page: this.page, bbox: box })
    else if (known.page === this.page) {
      const { bbox } = known
      bbox[0] = Math.min(bbox[0], box[0])
      bbox[1] = Math.min(bbox[1], box[1])
      bbox[2] = Math.max(bbox[2], box[2])
      bbox[3] = Math.max(bbox[3], box[3])
    }
  }

  private link(op: Op & { k: 'link' }): void {
    const bottom = this.height - op.y - op.height
    this.collector.links.push({
      page: this.page,
      rect: [op.x, bottom, op.x + op.width, bottom + op.height],
      link: op.link,
    })
  }

  /** Notes a named place, `y` points from the page's foot. */
  private place(name: string, y: number): void {
    if (!this.collector.places.has(name)) this.collector.places.set(name, { page: this.page, y })
  }

  /** Writes a line, tag by tag. */
  private line({ placed, x, y }: Op & { k: 'text' }): void {
    const { rows, to } = placed
    for (let from = placed.from; from < to; ) {
      const { tag } = rows.span[from]!
      if (tag !== this.tag) this.open(tag)
      from = this.text.line(rows, from, to, x, this.height - y)
    }
  }

  /** Opens the marked-content sequence of a tag, and closes the one before it, unless they are the same. */
  private open(tag: Tag): void {
    if (tag === this.tag) return
    this.close()
    this.tag = tag
    if (isSlot(tag)) {
      const mcid = this.written.owners.length
      this.written.owners.push(tag.owner)
      tag.marks.push(this.page, mcid)
      this.out.write(`/${tag.owner.role}<</MCID ${mcid}>>BDC\n`)
    } else this.out.write(`/Artifact${artifactProperties[tag]}BDC\n`)
  }

  private close(): void {
    this.text.close()
    if (this.tag !== undefined) this.out.write('EMC\n')
    this.tag = undefined
  }
}

/** Property lists of artifacts (ISO 32000-1 table 330). */
const artifactProperties = {
  Layout: '<</Type/Layout>>',
  Background: '<</Type/Layout>>',
  Header: '<</Type/Pagination/Subtype/Header/Attached[/Top]>>',
  Footer: '<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>',
}
