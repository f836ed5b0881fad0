import type { Deflate } from '../../../host/host.js'
import type { Attachment } from '../build/attachments.js'
import type { OutlineItem } from '../build/build-state.js'
import { CosDocument, type CosValue, type PDFRef, PDFString, textString, writtenNumber } from '../cos.js'
import type { Subsetter } from '../fonts/subset.js'
import type { PrinterMargin } from '../layout/printer-marks.js'
import type { Op } from '../layout/vertical.js'
import type { PdfOptions } from '../options.js'
import type { StructNode } from '../tag/structure.js'
import { writeStructure } from '../tag/write-structure.js'
import { ByteWriter } from './byte-writer.js'
import type { EncodedDrawing, EncodedPicture } from './encode-picture.js'
import { srgbProfile } from './icc.js'
import { type FileFacts, PRODUCER, pdfDate, printable, xmpPacket } from './metadata.js'
import { type LinkArea, type NamedPlace, type PageCollector, type WrittenPage, writePage } from './page-writer.js'
import { writeAttachments } from './write-attachments.js'
import { matrixOf, writePicture } from './write-picture.js'

/** All that a file is made from. Lengths are points. */
export interface FileContent {
  pages: readonly PageContent[]
  width: number
  height: number
  root: StructNode
  outline: readonly OutlineItem[]
  pictures: readonly (EncodedPicture | EncodedDrawing)[]
  facts: FileFacts
  /** Around the finished page, for the printer. */
  margin: PrinterMargin | undefined
  profile: PdfOptions['profile']
  attachments: readonly Attachment[]
  rtl: boolean
}

/** One page. A turned one is as wide as the others are high. */
export interface PageContent {
  ops: readonly Op[]
  turned: boolean
}

/** Writes the file. */
export async function writeFile(
  content: FileContent,
  subset: Promise<Subsetter>,
  deflate: Deflate,
): Promise<Uint8Array> {
  const document = new CosDocument(deflate)
  const collector: PageCollector = {
    out: new ByteWriter(),
    fonts: new Map(),
    links: [],
    places: new Map(),
    boxes: new Map(),
    pictureMatrix: index => matrixOf(content.pictures[index]!),
  }
  const written = await writeContents(content, collector, deflate)
  const pageRefs = written.map(() => document.reserve())
  const annotations = writeLinks(collector, pageRefs, written.length, document)
  const structure = writeStructure(
    content.root,
    { pages: pageRefs, owners: written.map(page => page.owners), annotations, boxes: collector.boxes },
    document,
  )
  await writePages(content, written, collector, pageRefs, annotations, subset, document)
  const catalog = writeCatalog(content, collector.places, pageRefs, structure, document)
  return document.serialize(catalog, writeInfo(content.facts, document))
}

/** With fewer pages than this, handing them to another core takes longer than it spares. */
const FEW_PAGES = 8
/** Pages that may wait to be compressed: as text a page takes six times the room. */
const MOST_WAITING = 4

/** Writes the pages' content; while one is compressed aside the next is written. */
async function writeContents(content: FileContent, collector: PageCollector, deflate: Deflate): Promise<WrittenPage[]> {
  const aside = content.pages.length < FEW_PAGES ? undefined : deflate.aside
  const waiting: Promise<void>[] = []
  const written: WrittenPage[] = []
  for (const [index, { ops, turned }] of content.pages.entries()) {
    const page = writePage(index, turned ? content.width : content.height, ops, collector)
    written.push(page)
    if (!aside) page.content = deflate(page.content)
    else {
      if (waiting.length >= MOST_WAITING) await waiting.shift()
      waiting.push(
        aside(page.content).then(packed => {
          page.content = packed
        }),
      )
    }
  }
  await Promise.all(waiting)
  return written
}

interface WrittenAnnotation {
  ref: PDFRef
  page: number
  owner: StructNode
}

/** One annotation for each line of a link, all of them in the link's element (ISO 14289-1 7.18.5). */
function writeLinks(
  collector: PageCollector,
  pages: readonly PDFRef[],
  pageCount: number,
  document: CosDocument,
): WrittenAnnotation[] {
  return collector.links.map((area, index) => {
    const { owner, annotations } = area.link.slot as { owner: StructNode; annotations: number[] }
    annotations.push(index)
    const ref = document.add({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: area.rect.map(round),
      Border: [0, 0, 0],
      // Printed with the page (ISO 19005-2 6.3.2).
      F: 4,
      P: pages[area.page]!,
      Contents: textString(wordsOf(area)),
      StructParent: pageCount + index,
      ...targetOf(area, collector.places, pages),
    })
    return { ref, page: area.page, owner }
  })
}

/** A link says something of itself whatever its title is (ISO 14289-1 7.18.5): its address in the end. */
function wordsOf({ link }: LinkArea): string {
  const words = printable(link.contents)
  return words || ('url' in link.to ? link.to.url : link.to.place)
}

function targetOf(
  { link }: LinkArea,
  places: ReadonlyMap<string, NamedPlace>,
  pages: readonly PDFRef[],
): { [key: string]: CosValue } {
  if ('url' in link.to) return { A: { S: 'URI', URI: PDFString.of(escapeUri(link.to.url)) } }
  const place = places.get(link.to.place)
  // A place on no page cannot be: it is made with the text. The first page is the safe answer.
  return place ? { Dest: nameString(link.to.place) } : { Dest: [pages[0]!, 'Fit'] }
}

/** Addresses in a PDF are ASCII (ISO 32000-1 12.6.4.7); parentheses and backslashes would end the string. */
function escapeUri(url: string): string {
  const ascii = url.replace(/[^\x21-\x7e]/gu, character => {
    try {
      return encodeURIComponent(character)
    } catch {
      return ''
    }
  })
  return ascii.replace(/[\\()]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * Returns the boxes of a page (ISO 32000-1 14.11.2). The finished page begins at 0, 0 whatever stands around it, so that
 * nothing on it need move for the printer's margin.
 */
function pageBoxes({ pages, width, height, margin }: FileContent, page: number): { [box: string]: CosValue } {
  const [across, up] = pages[page]!.turned ? [height, width] : [width, height]
  const grown = (by: number) => [-by, -by, across + by, up + by]
  if (!margin) return { MediaBox: [0, 0, across, up] }
  return { MediaBox: grown(margin.width), BleedBox: grown(margin.bleed), TrimBox: [0, 0, across, up] }
}

async function writePages(
  content: FileContent,
  written: readonly WrittenPage[],
  collector: PageCollector,
  refs: readonly PDFRef[],
  annotations: readonly WrittenAnnotation[],
  subset: Promise<Subsetter>,
  document: CosDocument,
): Promise<void> {
  const fonts = new Map([...collector.fonts.values()].map(font => [font, document.reserve()]))
  const pictures = content.pictures.map(picture => writePicture(picture, document))
  const byPage = new Map<number, PDFRef[]>()
  for (const { ref, page } of annotations) {
    const list = byPage.get(page)
    if (list) list.push(ref)
    else byPage.set(page, [ref])
  }
  const tree = document.reserve()
  written.forEach((page, index) => {
    const links = byPage.get(index)
    document.add(
      {
        Type: 'Page',
        Parent: tree,
        ...pageBoxes(content, index),
        Resources: {
          Font: Object.fromEntries([...page.fonts].map(font => [font.name, fonts.get(font)!])),
          ...(page.pictures.size > 0
            ? {
                XObject: Object.fromEntries(
                  [...page.pictures].map(picture => [`Im${picture + 1}`, pictures[picture]!]),
                ),
              }
            : {}),
        },
        Contents: document.addStream({}, page.content, 'deflated'),
        StructParents: index,
        // Keyboard order is reading order (ISO 14289-1 7.18.3).
        Tabs: 'S',
        ...(links ? { Annots: links } : {}),
      },
      refs[index],
    )
  })
  document.add({ Type: 'Pages', Kids: [...refs], Count: refs.length }, tree)
  pagesRoots.set(document, tree)
  const cut = await subset
  for (const [font, ref] of fonts) font.write(document, ref, cut)
}

const pagesRoots = new WeakMap<CosDocument, PDFRef>()

function writeCatalog(
  content: FileContent,
  places: ReadonlyMap<string, NamedPlace>,
  pages: readonly PDFRef[],
  structure: PDFRef,
  document: CosDocument,
): PDFRef {
  const { facts, profile } = content
  const packet = new TextEncoder().encode(xmpPacket(facts, profile))
  const intent = profile === 'plain' ? {} : { OutputIntents: [outputIntent(document)] }
  const attached = writeAttachments(content.attachments, facts.modified, document)
  const names = {
    ...(places.size > 0 && { Dests: destinations(places, pages, document) }),
    ...(attached && { EmbeddedFiles: attached.names }),
  }
  // A heading without a word is on no page, and no bookmark leads there.
  const outline = writeOutline(
    content.outline.filter(item => places.has(item.place)),
    document,
  )
  return document.add({
    Type: 'Catalog',
    Pages: pagesRoots.get(document)!,
    Lang: textString(facts.language),
    MarkInfo: { Marked: true },
    StructTreeRoot: structure,
    ViewerPreferences: { DisplayDocTitle: true, ...(content.rtl ? { Direction: 'R2L' } : {}) },
    Metadata: document.addStream({ Type: 'Metadata', Subtype: 'XML' }, packet, 'as is'),
    ...intent,
    ...(Object.keys(names).length > 0 ? { Names: names } : {}),
    ...(attached ? { AF: attached.associated } : {}),
    ...(outline ? { Outlines: outline, PageMode: 'UseOutlines' } : {}),
  })
}

function outputIntent(document: CosDocument): CosValue {
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB'),
    DestOutputProfile: document.addStream({ N: 3, Alternate: 'DeviceRGB' }, srgbProfile()),
  }
}

/** Named places, sorted by their bytes (ISO 32000-1 7.9.6). */
function destinations(
  places: ReadonlyMap<string, NamedPlace>,
  pages: readonly PDFRef[],
  document: CosDocument,
): PDFRef {
  const rows = [...places].map(([name, { page, y }]) => {
    const text = `[${pages[page]!.toString()}/XYZ null ${writtenNumber(Math.min(y + 6, 14_400))} null]`
    return { name, key: nameString(name).toString(), text }
  })
  // JavaScript compares UTF-16 units, and the names are written in them.
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  const limits = `/Limits[${rows[0]!.key} ${rows.at(-1)!.key}]`
  return document.addWritten(`<</Names[${rows.map(row => `${row.key} ${row.text}`).join(' ')}]${limits}>>`)
}

/** A place's name as a string of bytes: hexadecimal UTF-8, sorted as written. */
function nameString(name: string): PDFString | ReturnType<typeof textString> {
  return textString(name)
}

interface OutlineNode {
  item: OutlineItem
  ref: PDFRef
  children: OutlineNode[]
}

/** Writes the bookmarks as a tree by level. Those of the second level on are shown closed where there are many. */
function writeOutline(items: readonly OutlineItem[], document: CosDocument): PDFRef | undefined {
  if (items.length === 0) return undefined
  const roots: OutlineNode[] = []
  const path: OutlineNode[] = []
  for (const item of items) {
    while (path.length > 0 && path.at(-1)!.item.level >= item.level) path.pop()
    const node: OutlineNode = { item, ref: document.reserve(), children: [] }
    ;(path.at(-1)?.children ?? roots).push(node)
    path.push(node)
  }
  const open = items.length <= 30
  const root = document.reserve()
  writeOutlineLevel(roots, root, open, document)
  document.add(
    { Type: 'Outlines', First: roots[0]!.ref, Last: roots.at(-1)!.ref, Count: open ? items.length : roots.length },
    root,
  )
  return root
}

function writeOutlineLevel(nodes: readonly OutlineNode[], parent: PDFRef, open: boolean, document: CosDocument): void {
  nodes.forEach((node, index) => {
    const entry: { [key: string]: CosValue } = {
      Title: textString(node.item.title || ' '),
      Parent: parent,
      Dest: nameString(node.item.place),
    }
    if (index > 0) entry.Prev = nodes[index - 1]!.ref
    if (index < nodes.length - 1) entry.Next = nodes[index + 1]!.ref
    if (node.children.length > 0) {
      entry.First = node.children[0]!.ref
      entry.Last = node.children.at(-1)!.ref
      entry.Count = open ? countAll(node.children) : -node.children.length
    }
    document.add(entry, node.ref)
    writeOutlineLevel(node.children, node.ref, open, document)
  })
}

function countAll(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countAll(node.children), 0)
}

function writeInfo(facts: FileFacts, document: CosDocument): PDFRef {
  return document.add({
    Title: textString(facts.title),
    ...(facts.authors.length > 0 ? { Author: textString(facts.authors.join('; ')) } : {}),
    ...(facts.description ? { Subject: textString(facts.description) } : {}),
    ...(facts.keywords.length > 0 ? { Keywords: textString(facts.keywords.join(', ')) } : {}),
    Producer: textString(PRODUCER),
    ...(facts.created ? { CreationDate: PDFString.of(pdfDate(facts.created)) } : {}),
    ...(facts.modified ? { ModDate: PDFString.of(pdfDate(facts.modified)) } : {}),
  })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
