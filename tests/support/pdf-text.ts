import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF says to someone who cannot see it, read by pdf.js alone. */
export interface PdfText {
  pages: number
  title: string | undefined
  language: string | undefined
  tagged: boolean
  /** Text in the order of the structure tree, one element a line; notes left out. */
  body: string
  /** Text of the `Note` elements. */
  notes: string
  /** Text of each page in the order in which it is painted, running heads included. */
  pageTexts: string[]
  /** The structure tree, one role a line, indented. Pages follow one another. */
  tree: string
  outline: string[]
  /** Addresses that links lead to. */
  links: string[]
}

/** Reads a PDF. Rejects where pdf.js cannot open it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // pdf.js takes the buffer away from its caller, hence the copy.
  const task = getDocument({ data: bytes.slice(), disableFontFace: true, verbosity: 0 })
  const pdf = await task.promise
  try {
    return await readDocument(pdf)
  } finally {
    await task.destroy()
  }
}

async function readDocument(pdf: PDFDocumentProxy): Promise<PdfText> {
  const metadata = await pdf.getMetadata()
  const info = metadata.info as { Title?: string; Language?: string | null }
  const mark = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  const parts: Parts = { body: [], notes: [], pageTexts: [], tree: [], links: [] }
  for (let number = 1; number <= pdf.numPages; number += 1) await readPage(await pdf.getPage(number), parts)
  return {
    pages: pdf.numPages,
    title: info.Title,
    language: info.Language ?? undefined,
    tagged: mark?.Marked === true,
    body: parts.body.join('\n'),
    notes: parts.notes.join('\n'),
    pageTexts: parts.pageTexts,
    tree: parts.tree.join('\n'),
    outline: ((await pdf.getOutline()) ?? []).flatMap(titles),
    links: parts.links,
  }
}

interface Parts {
  body: string[]
  notes: string[]
  pageTexts: string[]
  tree: string[]
  links: string[]
}
interface OutlineItem {
  title: string
  items: OutlineItem[]
}
const titles = (item: OutlineItem): string[] => [item.title, ...item.items.flatMap(titles)]

async function readPage(page: PDFPageProxy, parts: Parts): Promise<void> {
  const { painted, byId } = await textOf(page)
  parts.pageTexts.push(painted)
  const tree = (await page.getStructTree()) as TreeNode | null
  if (tree) walk(tree, 0, false, byId, parts)
  for (const annotation of (await page.getAnnotations()) as { url?: string }[])
    if (annotation.url) parts.links.push(annotation.url)
}

/** Text by marked-content id, and all of it as painted. */
async function textOf(page: PDFPageProxy): Promise<{ painted: string; byId: Map<string, string> }> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const byId = new Map<string, string>()
  // Marked content without an id (a span with its own text) belongs to what it stands in.
  const open: (string | undefined)[] = []
  let painted = ''
  for (const item of content.items) {
    if ('str' in item) {
      const words = item.str + (item.hasEOL ? '\n' : '')
      painted += words
      const id = open.findLast(Boolean)
      if (id) byId.set(id, (byId.get(id) ?? '') + words)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? item.id : undefined)
  }
  return { painted, byId }
}

interface TreeNode {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: TreeNode[]
}

function walk(node: TreeNode, depth: number, inNote: boolean, byId: Map<string, string>, parts: Parts): void {
  if (node.type === 'content') {
    const words = byId.get(node.id ?? '') ?? ''
    ;(inNote ? parts.notes : parts.body).push(words)
    return
  }
  if (node.type) return
  const isNote = inNote || node.role === 'Note'
  if (node.role !== 'Root') parts.tree.push(`${'  '.repeat(Math.max(0, depth - 1))}${node.role}${alt(node)}`)
  for (const child of node.children ?? []) walk(child, depth + 1, isNote, byId, parts)
}

function alt(node: TreeNode): string {
  return node.alt === undefined ? '' : ` "${node.alt}"`
}
