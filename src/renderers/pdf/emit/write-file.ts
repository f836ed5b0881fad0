import type { Host } from '../../../host/host.js'
import type { Attachment } from '../build/attachments.js'
import type { OutlineItem } from '../build/build-state.js'
import { CosDocument, type CosValue, type PDFRef, PDFString, textString, writtenNumber, writtenText } from '../cos.js'
import type { Face } from '../fonts/face.js'
import type { Subsetter } from '../fonts/subset.js'
import type { PrinterMargin } from '../layout/printer-marks.js'
import type { Op } from '../layout/vertical.js'
import type { PdfOptions } from '../options.js'
import type { StructNode } from '../tag/structure.js'
import { writeStructure } from '../tag/write-structure.js'
import { ContentWriter } from './content-writer.js'
import { EmbeddedFont } from './embedded-font.js'
import type { EncodedDrawing, EncodedPicture } from './encode-picture.js'
import { srgbProfile } from './icc.js'
import { type FileFacts, PRODUCER, pdfDate, xmpPacket } from './metadata.js'
import { type NamedPlace, type PageCollector, type WrittenPage, writePage } from './page-writer.js'
import { writeAttachments } from './write-attachments.js'
import { type WrittenAnnotation, writeLinks } from './write-links.js'
import { writeOutline } from './write-outline.js'
import { matrixOf, writePicture } from './write-picture.js'

/** All that a file is made from. Lengths are points. */
export interface FileContent {
  /** The pages in order, made as they are asked for, and how many they are. */
  pages: Iterable<PageContent>
  count: number
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
  subsetter: () => Promise<Subsetter>,
  deflate: Host['deflate'],
): Promise<Uint8Array> {
  const document = new CosDocument(deflate)
  const fonts = new Map<Face, EmbeddedFont>()
  const fontOf = (face: Face) => {
    let font = fonts.get(face)
    if (!font) {
      font = new EmbeddedFont(face, `F${fonts.size + 1}`)
      fonts.set(face, font)
    }
    return font
  }
  const collector: PageCollector = {
    out: new ContentWriter(),
    words: new ContentWriter(),
    fontOf,
    links: [],
    places: new Map(),
    boxes: new Map(),
    pictureMatrix: index => matrixOf(content.pictures[index]!),
  }
  const written = writeContents(content, collector, deflate)
  const pageRefs = written.map(() => document.reserve())
  const annotations = writeLinks(collector, pageRefs, written.length, document)
  const structure = writeStructure(
    content.root,
    { pages: pageRefs, owners: written.map(page => page.owners), annotations, boxes: collector.boxes },
    document,
  )
  const tree = await writePages(content, written, [...fonts.values()], pageRefs, annotations, subsetter, document)
  const catalog = writeCatalog(content, collector.places, { refs: pageRefs, tree }, structure, document)
  return document.serialize(catalog, writeInfo(content.facts, document))
}

type FinishedPage = WrittenPage & Pick<PageContent, 'turned'>

/** Writes the pages' content, and compresses each before the next is asked for: as text a page takes six times the room. */
function writeContents(content: FileContent, collector: PageCollector, deflate: Host['deflate']): FinishedPage[] {
  const written: FinishedPage[] = []
  for (const { ops, turned } of content.pages) {
    const page = writePage(written.length, turned ? content.width : content.height, ops, collector)
    written.push({ ...page, content: deflate(page.content), turned })
  }
  return written
}

/**
 * Returns the boxes of a page (ISO 32000-1 14.11.2). The finished page begins at 0, 0 whatever stands around it, so that
 * nothing on it need move for the printer's margin.
 */
function pageBoxes({ width, height, margin }: FileContent, { turned }: FinishedPage): string {
  const [across, up] = turned ? [height, width] : [width, height]
  const grown = (by: number) => [-by, -by, across + by, up + by].map(writtenNumber).join(' ')
  if (!margin) return `/MediaBox[${grown(0)}]`
  return `/MediaBox[${grown(margin.width)}]/BleedBox[${grown(margin.bleed)}]/TrimBox[${grown(0)}]`
}

/** Writes the pages and what they show; returns the root of their tree. */
async function writePages(
  file: FileContent,
  written: readonly FinishedPage[],
  used: readonly EmbeddedFont[],
  refs: readonly PDFRef[],
  annotations: readonly WrittenAnnotation[],
  subsetter: () => Promise<Subsetter>,
  document: CosDocument,
): Promise<PDFRef> {
  const fonts = new Map(used.map(font => [font, document.reserve()]))
  const pictures = file.pictures.map(picture => writePicture(picture, document))
  const byPage = new Map<number, PDFRef[]>()
  for (const { ref, page } of annotations) {
    const list = byPage.get(page)
    if (list) list.push(ref)
    else byPage.set(page, [ref])
  }
  const tree = document.reserve()
  written.forEach((page, index) => {
    const links = byPage.get(index)
    const shownFonts = [...page.fonts].map(font => `/${font.name} ${fonts.get(font)!.toString()}`).join('')
    const shownPictures = [...page.pictures]
      .map(picture => `/Im${picture + 1} ${pictures[picture]!.toString()}`)
      .join('')
    const objects = shownPictures && `/XObject<<${shownPictures}>>`
    const content = document.addStream({}, page.content, 'deflated').toString()
    // Keyboard order is reading order (ISO 14289-1 7.18.3).
    document.addWritten(
      `<</Type/Page/Parent ${tree.toString()}${pageBoxes(file, page)}/Resources<</Font<<${shownFonts}>>${objects}>>` +
        `/Contents ${content}/StructParents ${index}/Tabs/S${links ? `/Annots[${links.join(' ')}]` : ''}>>`,
      refs[index],
    )
  })
  document.add({ Type: 'Pages', Kids: [...refs], Count: refs.length }, tree)
  for (const [font, ref] of fonts) await font.write(document, ref, subsetter)
  return tree
}

function writeCatalog(
  content: FileContent,
  places: ReadonlyMap<string, NamedPlace>,
  pages: { refs: readonly PDFRef[]; tree: PDFRef },
  structure: PDFRef,
  document: CosDocument,
): PDFRef {
  const { facts, profile } = content
  const packet = new TextEncoder().encode(xmpPacket(facts, profile))
  const intent = profile === 'plain' ? {} : { OutputIntents: [outputIntent(document)] }
  const attached = writeAttachments(content.attachments, facts.modified, document)
  const names = {
    ...(places.size > 0 && { Dests: destinations(places, pages.refs, document) }),
    ...(attached && { EmbeddedFiles: attached.names }),
  }
  // A heading without a word is on no page, and no bookmark leads there.
  const outline = writeOutline(
    content.outline.filter(item => places.has(item.place)),
    document,
  )
  return document.add({
    Type: 'Catalog',
    Pages: pages.tree,
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
    return { name, key: writtenText(name), text }
  })
  // JavaScript compares UTF-16 units, and the names are written in them.
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  const limits = `/Limits[${rows[0]!.key} ${rows.at(-1)!.key}]`
  return document.addWritten(`<</Names[${rows.map(row => `${row.key} ${row.text}`).join(' ')}]${limits}>>`)
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
