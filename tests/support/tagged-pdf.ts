import {
  type PDFArray,
  PDFContext,
  type PDFDict,
  PDFHeader,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFStreamWriter,
  PDFString,
  PDFWriter,
} from 'pdf-lib'
import { screenProfile } from './icc-profile.js'
import { addFont, type TestFont } from './tagged-pdf-font.js'
import { xmpPacket } from './tagged-pdf-xmp.js'

/** A small tagged PDF taken apart: a test changes a part and writes the whole. */
export interface TaggedPdf {
  context: PDFContext
  catalog: PDFDict
  pages: PDFDict[]
  /** Content streams by page, as text. */
  content: string[]
  /** Structure elements by the names that `createTaggedPdf` gives them. */
  elements: Map<string, PDFDict>
  links: PDFDict[]
  parentTree: PDFArray
  font: TestFont
  xmp: string
  info: PDFDict
  /** Anything done to the file's bytes. */
  finish: (bytes: Uint8Array) => Uint8Array
}

const name = (value: string) => PDFName.of(value)
const text = (value: string) => PDFHexString.fromText(value)

/**
 * Makes a document of two pages that keeps to PDF/UA-1 and PDF/A-2a and holds one of each construct: headings, a
 * paragraph over both pages, links out and within, a note, a list, a table with spans, a picture with its caption, a table
 * of contents, artifacts, an outline.
 */
export function createTaggedPdf(): TaggedPdf {
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, 7)
  const font = addFont(context)
  const resources = context.register(context.obj({ Font: { F1: font.ref } }))
  const rootRef = context.nextRef()
  const builder = new Builder(context, font, rootRef, resources)
  const { top } = writePages(builder)
  return assemble(builder, rootRef, top)
}

/** Writes the parts as a file: with plain objects, or packed into object streams with a cross-reference stream. */
export async function writeTaggedPdf(parts: TaggedPdf, packed = false): Promise<Uint8Array> {
  const { context } = parts
  for (const [index, page] of parts.pages.entries()) {
    const stream = packed ? context.flateStream(parts.content[index]!) : context.stream(parts.content[index]!)
    page.set(name('Contents'), context.register(stream))
  }
  if (parts.xmp)
    parts.catalog.set(
      name('Metadata'),
      context.register(context.stream(new TextEncoder().encode(parts.xmp), { Type: 'Metadata', Subtype: 'XML' })),
    )
  const writer = packed
    ? PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, 50)
    : PDFWriter.forContext(context, Number.POSITIVE_INFINITY)
  return parts.finish(await writer.serializeToBuffer())
}

/** Makes the document with one change. */
export async function taggedPdf(change: (parts: TaggedPdf) => void = () => {}, packed = false): Promise<Uint8Array> {
  const parts = createTaggedPdf()
  change(parts)
  return writeTaggedPdf(parts, packed)
}

type Extra = { [key: string]: PDFObject | string | number }

/** Keeps count of pages, marked content and elements while the document is made. */
class Builder {
  readonly pages: PDFDict[] = []
  readonly pageRefs: PDFRef[] = []
  readonly content: string[] = []
  readonly rows: PDFRef[][] = []
  readonly elements = new Map<string, PDFDict>()
  readonly links: PDFDict[] = []
  readonly linkParents: { key: number; element: PDFRef }[] = []
  private y = 800

  constructor(
    readonly context: PDFContext,
    readonly font: TestFont,
    readonly root: PDFRef,
    readonly resources: PDFRef,
  ) {}

  page(): void {
    const page = this.context.obj({
      Type: 'Page',
      MediaBox: [0, 0, 595, 842],
      Resources: this.resources,
      StructParents: this.pages.length,
      Tabs: 'S',
    }) as PDFDict
    this.pages.push(page)
    this.pageRefs.push(this.context.register(page))
    this.content.push('')
    this.rows.push([])
    this.y = 790
  }

  element(id: string, role: string, parent: PDFRef, extra: Extra = {}): PDFRef {
    const dict = this.context.obj({ Type: 'StructElem', S: role, P: parent, K: [], ...(extra as object) }) as PDFDict
    const ref = this.context.register(dict)
    this.elements.set(id, dict)
    const above = this.context.lookup(parent) as PDFDict | undefined
    ;(above?.get(name('K')) as PDFArray | undefined)?.push(ref)
    return ref
  }

  /** Paints operators as the next marked content of an element. */
  mark(element: PDFRef, operators: string): void {
    const dict = this.context.lookup(element) as PDFDict
    const row = this.rows.at(-1)!
    const id = row.length
    row.push(element)
    const kid = this.context.obj({ Type: 'MCR', Pg: this.pageRefs.at(-1)!, MCID: id })
    ;(dict.get(name('K')) as PDFArray).push(kid)
    const role = (dict.get(name('S')) as PDFName).decodeText()
    this.content[this.content.length - 1] += `/${role} <</MCID ${id}>> BDC\n${operators}\nEMC\n`
  }

  text(element: PDFRef, words: string): void {
    this.y -= 24
    this.mark(element, `0 g BT /F1 12 Tf 60 ${this.y} Td <${this.font.encode(words)}> Tj ET`)
  }

  artifact(words: string, y: number): void {
    this.content[this.content.length - 1] +=
      `/Artifact <</Type /Pagination>> BDC\n0 g BT /F1 9 Tf 60 ${y} Td <${this.font.encode(words)}> Tj ET\nEMC\n`
  }

  link(element: PDFRef, target: object, words: string): void {
    const key = 100 + this.links.length
    const link = this.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [60, this.y - 4, 200, this.y + 10],
      Border: [0, 0, 0],
      F: 4,
      Contents: text(words),
      StructParent: key,
      ...target,
    } as never) as unknown as PDFDict
    const ref = this.context.register(link)
    const page = this.pages.at(-1)!
    const list = (page.get(name('Annots')) as PDFArray | undefined) ?? (this.context.obj([]) as PDFArray)
    list.push(ref)
    page.set(name('Annots'), list)
    ;((this.context.lookup(element) as PDFDict).get(name('K')) as PDFArray).push(
      this.context.obj({ Type: 'OBJR', Obj: ref, Pg: this.pageRefs.at(-1)! }),
    )
    this.links.push(link)
    this.linkParents.push({ key, element })
  }
}

function writePages(builder: Builder): { top: PDFRef } {
  const { context } = builder
  const top = builder.element('document', 'Document', builder.root)
  builder.page()
  builder.artifact('Running head', 815)
  builder.text(builder.element('h1', 'H1', top), 'Ferry talks resume')
  const toc = builder.element('toc', 'TOC', top)
  const entry = builder.element('tocReference', 'Reference', builder.element('toci', 'TOCI', toc))
  const entryLink = builder.element('tocLink', 'Link', entry)
  builder.text(entryLink, 'What they said')
  builder.link(entryLink, { Dest: PDFString.of('said') }, 'What they said')
  const first = builder.element('p', 'P', top)
  builder.text(first, 'The ministers met again')
  const link = builder.element('link', 'Link', first)
  builder.text(link, 'their statement')
  builder.link(
    link,
    { A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.org/statement') } },
    'https://example.org/statement',
  )
  builder.text(builder.element('h2', 'H2', top), 'What they said')
  const long = builder.element('longParagraph', 'P', top)
  builder.text(long, 'A paragraph that begins here')
  builder.text(builder.element('reference', 'Reference', long), '1')
  const note = builder.element('note', 'Note', long, { ID: PDFString.of('note-1') })
  builder.text(builder.element('noteLabel', 'Lbl', note), '1')
  builder.text(builder.element('noteText', 'P', note), 'Only in part')
  builder.page()
  builder.text(long, 'and ends here')
  writeList(builder, top)
  writeTable(builder, top)
  const figure = builder.element('figure', 'Figure', top, {
    Alt: text('A ferry leaves the harbour'),
    A: context.obj({ O: 'Layout', BBox: [60, 300, 160, 340] }),
  })
  builder.mark(figure, '0.2 0.4 0.6 rg 60 300 100 40 re f')
  builder.text(builder.element('caption', 'Caption', figure), 'The harbour')
  builder.text(builder.element('blockQuote', 'BlockQuote', top, { Lang: PDFString.of('fr') }), 'On verra')
  builder.artifact('Page two', 30)
  return { top }
}

function writeList(builder: Builder, top: PDFRef): void {
  const list = builder.element('list', 'L', top)
  for (const number of ['one', 'two']) {
    const item = builder.element(`item-${number}`, 'LI', list)
    builder.text(builder.element(`label-${number}`, 'Lbl', item), '•')
    builder.text(builder.element(`body-${number}`, 'LBody', item), `Item ${number}`)
  }
}

function writeTable(builder: Builder, top: PDFRef): void {
  const { context } = builder
  const table = builder.element('table', 'Table', top)
  builder.text(builder.element('tableCaption', 'Caption', table), 'Sailings')
  const head = builder.element('headRow', 'TR', builder.element('thead', 'THead', table))
  const attributes = (entries: object) => context.obj({ O: 'Table', ...entries } as never)
  for (const [index, words] of ['Port', 'Day', 'Night'].entries())
    builder.text(builder.element(`th-${index}`, 'TH', head, { A: attributes({ Scope: 'Column' }) }), words)
  const body = builder.element('tbody', 'TBody', table)
  const first = builder.element('row-1', 'TR', body)
  builder.text(builder.element('th-row', 'TH', first, { A: attributes({ Scope: 'Row', RowSpan: 2 }) }), 'Oban')
  builder.text(builder.element('td-1', 'TD', first), '12')
  builder.text(builder.element('td-2', 'TD', first), '3')
  const second = builder.element('row-2', 'TR', body)
  builder.text(builder.element('td-3', 'TD', second, { A: attributes({ ColSpan: 2 }) }), 'none')
}

function assemble(builder: Builder, rootRef: PDFRef, top: PDFRef): TaggedPdf {
  const { context, pageRefs, rows } = builder
  const pagesRef = context.register(context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }))
  for (const page of builder.pages) page.set(name('Parent'), pagesRef)
  const parentTree = context.obj([]) as PDFArray
  for (const [key, row] of rows.entries()) {
    parentTree.push(context.obj(key))
    parentTree.push(context.obj(row as never))
  }
  for (const { key, element } of builder.linkParents) {
    parentTree.push(context.obj(key))
    parentTree.push(element)
  }
  context.assign(
    rootRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      ParentTree: { Nums: parentTree as never },
      ParentTreeNextKey: 200,
    }),
  )
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: pagesRef,
    Lang: PDFString.of('en-GB'),
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
    StructTreeRoot: rootRef,
    Outlines: addOutline(context, pageRefs),
    Names: { Dests: { Names: [PDFString.of('said'), [pageRefs[0]!, 'XYZ', 60, 700, null]] } },
    OutputIntents: [
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB'),
        DestOutputProfile: context.register(context.stream(screenProfile(), { N: 3 })),
      },
    ],
  } as never) as unknown as PDFDict
  const info = context.obj({
    Title: text('Ferry talks resume'),
    Producer: text('A test'),
    CreationDate: PDFString.of('D:20261123080000Z'),
  }) as PDFDict
  const id = PDFHexString.of('00112233445566778899AABBCCDDEEFF')
  context.trailerInfo = { Root: context.register(catalog), Info: context.register(info), ID: context.obj([id, id]) }
  return {
    context,
    catalog,
    pages: builder.pages,
    content: builder.content,
    elements: builder.elements,
    links: builder.links,
    parentTree,
    font: builder.font,
    xmp: xmpPacket(),
    info,
    finish: bytes => bytes,
  }
}

function addOutline(context: PDFContext, pages: PDFRef[]): PDFRef {
  const root = context.nextRef()
  const item = context.register(
    context.obj({
      Title: text('Ferry talks resume'),
      Parent: root,
      Dest: [pages[0]!, 'XYZ', null, null, null],
    } as never),
  )
  context.assign(root, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }))
  return root
}
