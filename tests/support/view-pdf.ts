import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { makePdf } from './pdf-context.js'
import type { View } from './views.js'

/** A PDF as text to review: what it says of itself, then page by page its structure tree with its words, fonts and links. */
export async function describePdf(bytes: Uint8Array): Promise<string> {
  // pdf.js takes the buffer away from its caller, hence the copy.
  const task = getDocument({ data: bytes.slice(), disableFontFace: true, verbosity: 0 })
  const pdf = await task.promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await describePage(await pdf.getPage(number), number))
    return `${[...(await describeFile(pdf)), ...pages].join('\n')}\n`
  } finally {
    await task.destroy()
  }
}

async function describeFile(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await pdf.getMetadata()
  const facts = info as { [name: string]: unknown }
  const mark = (await pdf.getMarkInfo()) as { Marked?: boolean } | null
  const lines = [
    `title: ${facts.Title ?? ''}`,
    `author: ${facts.Author ?? ''}`,
    `language: ${facts.Language ?? ''}`,
    `created: ${facts.CreationDate ?? ''}`,
    `tagged: ${mark?.Marked === true ? 'yes' : 'no'}`,
    `claims: PDF/UA-${metadata?.get('pdfuaid:part') ?? 'none'}, PDF/A-${metadata?.get('pdfaid:part') ?? 'none'}${metadata?.get('pdfaid:conformance') ?? ''}`,
    'outline:',
  ]
  const walk = (items: readonly OutlineItem[], depth: number) => {
    for (const item of items) {
      lines.push(`${'  '.repeat(depth)}${item.title}`)
      walk(item.items, depth + 1)
    }
  }
  walk(((await pdf.getOutline()) ?? []) as OutlineItem[], 1)
  return lines
}

interface OutlineItem {
  title: string
  items: OutlineItem[]
}
interface TreeNode {
  role?: string
  alt?: string
  type?: string
  id?: string
  lang?: string
  children?: TreeNode[]
}

async function describePage(page: PDFPageProxy, number: number): Promise<string> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { byId, artifacts } = await wordsOf(page)
  const lines = [``, `--- page ${number}, ${Math.round(width)} × ${Math.round(height)} ---`]
  for (const words of artifacts) lines.push(`(${words})`)
  const tree = (await page.getStructTree()) as TreeNode | null
  if (tree) for (const child of tree.children ?? []) describeNode(child, 0, byId, lines)
  const links = (await page.getAnnotations()) as { subtype: string; url?: string; dest?: unknown }[]
  for (const link of links) lines.push(`link: ${link.url ?? `#${String(link.dest)}`}`)
  lines.push(`fonts: ${(await fontsOf(page)).join(', ')}`)
  return lines.join('\n')
}

function describeNode(node: TreeNode, depth: number, byId: ReadonlyMap<string, string>, lines: string[]): void {
  const indent = '  '.repeat(depth)
  if (node.type === 'content') {
    const words = byId.get(node.id ?? '')
    if (words) lines.push(`${indent}${words}`)
  } else if (node.type === undefined) {
    const alt = node.alt === undefined ? '' : ` [${node.alt}]`
    const lang = node.lang === undefined ? '' : ` (${node.lang})`
    lines.push(`${indent}${node.role}${lang}${alt}`)
    for (const child of node.children ?? []) describeNode(child, depth + 1, byId, lines)
  }
}

/** Words by marked-content id, and those of artifacts, each in the order of painting. */
async function wordsOf(page: PDFPageProxy): Promise<{ byId: Map<string, string>; artifacts: string[] }> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const byId = new Map<string, string>()
  const artifacts: string[] = []
  const open: { id?: string; artifact?: boolean }[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast(each => each.id !== undefined)?.id
      const words = item.str + (item.hasEOL ? ' ' : '')
      if (id !== undefined) byId.set(id, (byId.get(id) ?? '') + words)
      else if (words.trim()) artifacts.push(words.trim())
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' && item.id ? { id: item.id } : {})
  }
  for (const [id, words] of byId)
    byId.set(
      id,
      words
        .replace(/\u00ad ?/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  return { byId, artifacts }
}

async function fontsOf(page: PDFPageProxy): Promise<string[]> {
  const operators = await page.getOperatorList()
  const names = new Set<string>()
  operators.argsArray.forEach((args: unknown[], index: number) => {
    // 37 is pdf.js's number for setFont.
    if (operators.fnArray[index] !== 37) return
    const font = page.commonObjs.get(String(args[0])) as { name?: string } | null
    if (font?.name) names.add(font.name.replace(/^[A-Z]{6}\+/, ''))
  })
  return [...names].sort()
}

/** What each fixture looks like as PDF. */
export const pdfView: View = {
  file: 'pdf.txt',
  async render(article, fixture) {
    const { bytes } = await makePdf(article, { path: `${fixture.folder}/input.md` })
    return describePdf(bytes)
  },
}
