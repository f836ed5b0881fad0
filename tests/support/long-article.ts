import { zlibSync } from 'fflate'
import type { Article, Block, Inline } from '../../src/article/article.js'
import * as build from '../../src/article/build.js'
import type { Host } from '../../src/host/host.js'
import { checkoutHost } from './pdf-context.js'

/** Numbers from 0 to 1 that a seed settles (the "mulberry32" of Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const vocabulary =
  `the the the a a of of in to and and it was is for on at by with from that which harbour water commission
river freight measured office minister report winter season families road engineers tide morning ledger price tonnes
cooperative agreement before after council said unpublished between responsibility investigation early late nobody
administration parliamentary extraordinarily small grey old new first second third bridge crossing ferry talks region
government spokesman yesterday quarter percentage increase decision transparency infrastructure because while without
under over year month week day hour north south east west line wall salt rain wind ships port ports cargo grain steel
workers union strike wages contract court ruling appeal evidence witness statement published figures table chart`.split(
    /\s+/,
  )

/** What a long article is made of: a newspaper's usual mixture. */
class Writer {
  readonly #next: () => number
  #section = 0

  constructor(seed: number) {
    this.#next = seeded(seed)
  }

  one(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  words(count: number): string {
    const words = Array.from({ length: count }, () => vocabulary[this.one(0, vocabulary.length - 1)]!)
    const text = words.join(' ')
    return text[0]!.toUpperCase() + text.slice(1)
  }

  sentence(): string {
    return `${this.words(this.one(4, 28))}.`
  }

  text(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(' ')
  }

  /** A paragraph, some with notes and links among the sentences. */
  paragraph(noted = 0.12): Block {
    const parts: Inline[] = []
    const sentences = this.one(1, 7)
    for (let i = 0; i < sentences; i++) {
      parts.push(build.text(this.sentence()))
      if (this.chance(noted / 2)) parts.push(this.note())
      parts.push(build.text(' '))
    }
    return build.paragraph(parts)
  }

  note(long = 0.1): Inline {
    const blocks = [build.paragraph(this.text(this.one(1, 3)))]
    if (this.chance(long)) blocks.push(build.paragraph(this.text(2)))
    return build.note(blocks)
  }

  heading(rank: 1 | 2 | 3): Block {
    this.#section++
    return build.heading(rank, this.words(this.one(2, 12)), `section-${this.#section}`)
  }

  list(): Block {
    const items = Array.from({ length: this.one(2, 8) }, () =>
      build.listItem([build.paragraph(this.text(this.one(1, 2)))]),
    )
    return this.chance(0.5) ? build.bulletList(items) : build.numberedList(items)
  }

  table(most = 18): Block {
    const columns = this.one(2, 5)
    const rows = Array.from({ length: this.one(3, most) }, (_, row) =>
      Array.from({ length: columns }, (__, column) =>
        row > 0 && column > 0 ? `${this.one(1, 900)}.${this.one(0, 9)}` : this.words(this.one(1, column ? 1 : 4)),
      ),
    )
    return build.table(rows, { caption: [build.text(this.sentence())] })
  }

  figure(): Block {
    const width = this.one(3, 12) * 100
    const height = this.one(3, 9) * 100
    return build.figure(
      { url: `${width}x${height}.png`, alt: this.sentence() },
      { caption: [build.text(this.text(this.one(1, 2)))], credit: 'Ledger' },
    )
  }

  box(): Block {
    const children = Array.from({ length: this.one(1, 4) }, () => (this.chance(0.3) ? this.list() : this.paragraph(0)))
    return build.box('background', this.words(3), children)
  }

  quote(): Block {
    return build.quote(
      Array.from({ length: this.one(1, 2) }, () => build.paragraph(this.text(this.one(1, 4)))),
      { name: 'Marta Quiroga', role: 'salt maker' },
    )
  }

  code(): Block {
    return build.code(Array.from({ length: this.one(2, 30) }, () => this.words(this.one(1, 16))).join('\n'))
  }

  /** What real documents strain pages with: things that cannot be divided, one upon the other. */
  strain(): Block[] {
    const several = (from: number, to: number, make: () => Block) => Array.from({ length: this.one(from, to) }, make)
    const line = () => build.paragraph(`${this.words(this.one(2, 6))}.`)
    const ways: (() => Block[])[] = [
      () => [this.table(60)],
      () => several(2, 4, () => this.figure()),
      () => [this.heading(1), this.heading(2), this.heading(3), line()],
      () => several(2, 4, () => this.heading(2)).flatMap(heading => [heading, line()]),
      () => [build.paragraph([build.text(this.text(3)), this.note(0.8), build.text(this.text(2)), this.note(0.8)])],
      () => [build.box('background', this.words(3), [this.list(), this.code(), this.list()])],
      () => [this.code()],
      () => several(2, 3, () => build.pullQuote(this.words(this.one(5, 24)), { name: 'Marta Quiroga' })),
      () => several(1, 6, line),
      () => [this.heading(1), this.table(), this.heading(1), this.figure()],
    ]
    return ways[this.one(0, ways.length - 1)]!()
  }

  block(): Block {
    const kind = this.#next()
    if (kind < 0.66) return this.paragraph()
    if (kind < 0.76) return this.heading(this.chance(0.6) ? 1 : this.chance(0.7) ? 2 : 3)
    if (kind < 0.82) return this.quote()
    if (kind < 0.86) return build.pullQuote(this.words(this.one(5, 12)), { name: 'Marta Quiroga' })
    if (kind < 0.9) return this.list()
    if (kind < 0.93) return this.table()
    if (kind < 0.97) return this.figure()
    if (kind < 0.99) return this.box()
    return build.separator()
  }
}

/**
 * Returns an article of so many blocks, the same for the same seed. Its pictures come from `pictureHost`. Of the blocks, such
 * a part is what strains pages, at the end of the article too.
 */
export function longArticle(seed: number, blocks: number, strained = 0): Article {
  const writer = new Writer(seed)
  const children: Block[] = [writer.paragraph(0)]
  while (children.length < blocks)
    children.push(...(strained > 0 && writer.chance(strained) ? writer.strain() : [writer.block()]))
  children.push(...(strained > 0 ? writer.strain() : []), writer.paragraph())
  return build.article(
    {
      title: writer.words(writer.one(4, 9)),
      subtitle: writer.sentence(),
      kicker: 'Reportage',
      authors: [{ name: 'Bruno Castel' }],
      published: '2026-10-17',
      language: 'en-GB',
    },
    children,
  )
}

/** A host that has a grey picture of every size: its name says how wide and high. */
export function pictureHost(): Host {
  return {
    ...checkoutHost(),
    readAsset: async url => {
      const size = /(\d+)x(\d+)\.png$/.exec(url)
      return size ? { bytes: greyPng(Number(size[1]), Number(size[2])) } : { refused: `no picture ${url}` }
    },
  }
}

/** Returns a grey picture (PNG, one channel). */
function greyPng(width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height).fill(0xb8)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  header.setUint8(8, 8)
  const chunks = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(chunks.flatMap(bytes => [...bytes]))
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(Buffer.from(type), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
