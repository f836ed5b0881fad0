import type { Article, ArticleNode, Attribution, Block, Dateline, Inline, Note, Paragraph } from './article.js'
import { childrenOf, visit } from './walk.js'

/**
 * Returns the running text: the words of headings, paragraphs, quotes, list items, boxes with their titles, table cells
 * and code, in order, one block a paragraph. Pull quotes repeat words and are left out; notes, captions, credits and
 * speakers stand apart (`wordsApart`). An editor's insertions count, deletions do not. This is the reference for what every
 * format must carry.
 */
export function plainText(article: Article | { children: readonly Block[] }): string {
  return article.children.map(blockText).filter(Boolean).join('\n\n')
}

/** Returns the running text of one block; its parts stand on lines of their own. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children)
    case 'code':
      return block.value
    case 'quote':
    case 'extension':
      return lines(block.children.map(blockText))
    case 'box':
      return lines([block.title ?? '', ...block.children.map(blockText)])
    case 'list':
      return lines(block.children.map(item => lines(item.children.map(blockText))))
    case 'table':
      return lines(block.children.map(row => row.children.map(cell => inlineText(cell.children)).join('\t')))
    case 'pullQuote':
    case 'figure':
    case 'embed':
    case 'separator':
    case 'raw':
      return ''
  }
}

function lines(parts: string[]): string {
  return parts.filter(Boolean).join('\n')
}

/** Returns the words of a run of text: notes and deleted words left out, a line break as a new line. */
export function inlineText(nodes: readonly Inline[]): string {
  let text = ''
  for (let at = 0; at < nodes.length; at++) text += oneInlineText(nodes[at]!)
  return text
}

function oneInlineText(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'lineBreak':
      return '\n'
    case 'note':
    case 'deletion':
    case 'inlineImage':
      return ''
    default:
      return inlineText(node.children)
  }
}

/** Words that stand once in every format, at that format's own place, apart from the running text. Each list is in order. */
export interface WordsApart {
  notes: string[]
  captions: string[]
  credits: string[]
  /** Speakers of quotes, as the line prints them; those of pull quotes repeat and are not here. */
  speakers: string[]
  embeds: string[]
}

/** Returns the words outside the running text, the lead picture's caption and credit first. */
export function wordsApart(article: Article): WordsApart {
  const apart: WordsApart = { notes: [], captions: [], credits: [], speakers: [], embeds: [] }
  const image = article.meta.image
  if (image?.caption) apart.captions.push(inlineText(image.caption))
  if (image?.credit) apart.credits.push(image.credit)
  const called = new Set<string>()
  visit(article, node => {
    if (node.type === 'pullQuote' || node.type === 'deletion') return 'skip'
    if (node.type === 'note' && isAgain(node, called)) return 'skip'
    collectApart(node, apart)
  })
  return apart
}

/**
 * Returns what all calls of one note have in common, and no other note has; undefined for one that is called once. Of two that
 * have one label and not the same text neither may be lost; headings in them have ids of their own.
 */
export function noteKey({ label, children }: Note): string | undefined {
  if (label === undefined) return undefined
  return JSON.stringify([label, children], (name, value) => (name === 'position' || name === 'id' ? undefined : value))
}

/** Whether a note was called before. */
function isAgain(node: Note, called: Set<string>): boolean {
  const key = noteKey(node)
  return key !== undefined && called.size === called.add(key).size
}

function collectApart(node: ArticleNode, apart: WordsApart): void {
  if (node.type === 'note') apart.notes.push(lines(node.children.map(blockText)))
  if ((node.type === 'figure' || node.type === 'table') && node.caption) apart.captions.push(inlineText(node.caption))
  if (node.type === 'figure' && node.credit) apart.credits.push(node.credit)
  if (node.type === 'quote' && node.attribution) apart.speakers.push(attributionLine(node.attribution))
  if (node.type === 'embed') apart.embeds.push(node.title ?? node.url)
}

/** Returns the speaker's line without a dash: as the source prints it, else `name, role`. */
export function attributionLine(attribution: Attribution): string {
  return attribution.text ?? [attribution.name, attribution.role].filter(Boolean).join(', ')
}

/** Returns the dateline without its dash: as the source prints it, else `PLACE (Agency)`. */
export function datelineText(dateline: Dateline): string {
  return dateline.text ?? (dateline.agency ? `${dateline.place} (${dateline.agency})` : dateline.place)
}

/** Returns the lede: the first paragraph of the body. */
export function ledeOf(article: Article): Paragraph | undefined {
  return article.children.find(
    (block): block is Paragraph => block.type === 'paragraph' && inlineText(block.children).trim() !== '',
  )
}

/** Scripts that put no space between words: each character counts as half a word, as newsrooms there reckon. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** Returns how many words the running text has. */
export function wordCount(article: Article): number {
  const text = plainText(article)
  const characters = text.match(unspaced)?.length ?? 0
  const words = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,:/-]*/gu)?.length ?? 0
  return words + Math.round(characters / 2)
}

/** Returns the reading time in whole minutes at 230 words a minute, at least 1. */
export function readingMinutes(article: Article): number {
  return Math.max(1, Math.round(wordCount(article) / 230))
}

/** One entry of the outline. */
export interface OutlineEntry {
  rank: number
  id: string
  text: string
}

/** Returns the headings in order, those in boxes and quotes included. */
export function outline(article: Article): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  visit(article, node => {
    if (node.type === 'heading') entries.push({ rank: node.rank, id: node.id, text: inlineText(node.children) })
  })
  return entries
}

/** Returns whether a node or anything inside it is of one of the given types. */
export function holds(node: ArticleNode, ...types: ArticleNode['type'][]): boolean {
  return types.includes(node.type) || childrenOf(node).some(child => holds(child, ...types))
}
