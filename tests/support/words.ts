import type { Article, ArticleNode, Inline } from '../../src/article/article.js'
import { attributionLine } from '../../src/article/text.js'
import { childrenOf, visit } from '../../src/article/walk.js'

/**
 * Returns text as formats are compared: after NFKC, without white space and hyphens (a line may end in one) and in capitals,
 * since a style may set capitals. Control characters and lone surrogates, which XML cannot hold, are left out.
 */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\uFFFE\uFFFF]/gu, '')
    .replace(/[\s\u002D\u2010\u2011\u00AD]+/gu, '')
    .toUpperCase()
}

/** Returns the running text in pieces, in order, broken where a note is cited, so that notes may stand anywhere. */
export function runningPieces(article: Article): string[] {
  const pieces: string[] = []
  for (const block of article.children) collect(block, pieces)
  return pieces.map(squeeze).filter(Boolean)
}

/** Returns the words of the running text, letters and figures alone: where text runs from right to left, signs change place. */
export function runningWords(article: Article): string[] {
  const pieces: string[] = []
  for (const block of article.children) collect(block, pieces)
  return pieces
    .flatMap(piece => piece.split(/\s+/))
    .map(bare)
    .filter(Boolean)
}

/** Returns letters and figures alone, squeezed. */
export function bare(text: string): string {
  // Some capitalise ß as ẞ, some as SS.
  return squeeze(text)
    .replaceAll('ẞ', 'SS')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const apart = new Set<ArticleNode['type']>(['pullQuote', 'figure', 'embed', 'separator', 'raw'])

function collect(node: ArticleNode, pieces: string[]): void {
  if (apart.has(node.type)) return
  if (node.type === 'code') {
    pieces.push(node.value)
    return
  }
  if (node.type === 'box' && node.title) pieces.push(node.title)
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    pieces.push(...runs(node.children))
    return
  }
  for (const child of childrenOf(node))
    if (!(node.type === 'table' && child.type !== 'tableRow')) collect(child, pieces)
}

/** Words between notes. A deletion's words are gone; pictures have none. */
function runs(nodes: readonly Inline[]): string[] {
  const pieces = ['']
  const enter = (node: Inline): void => {
    if (node.type === 'text' || node.type === 'inlineCode') pieces[pieces.length - 1] += node.value
    else if (node.type === 'note' || node.type === 'inlineImage' || node.type === 'deletion') pieces.push('')
    else if (node.type !== 'lineBreak') for (const child of node.children) enter(child)
  }
  for (const node of nodes) enter(node)
  return pieces
}

/** Returns the first piece of running text that `carried` does not hold after the piece before it; undefined if all stand. */
export function firstMissing(article: Article, carried: string): string | undefined {
  const text = squeeze(carried)
  let from = 0
  for (const piece of runningPieces(article)) {
    const at = text.indexOf(piece, from)
    if (at < 0) return piece
    from = at + piece.length
  }
  return undefined
}

/** Returns what of notes, captions, credits, speakers and embeds `carried` lacks, each with its kind. */
export function missingApart(article: Article, carried: string): string[] {
  const text = squeeze(carried)
  return apartPieces(article)
    .filter(({ words }) => !text.includes(squeeze(words)))
    .map(({ kind, words }) => `${kind}: ${words}`)
}

interface ApartPiece {
  kind: 'note' | 'caption' | 'credit' | 'speaker' | 'embed'
  words: string
}

/** Words outside the running text, broken like it where a note is cited. */
function apartPieces(article: Article): ApartPiece[] {
  const pieces: ApartPiece[] = []
  const add = (kind: ApartPiece['kind'], all: readonly (string | undefined)[]): void => {
    for (const words of all) if (words !== undefined) pieces.push({ kind, words })
  }
  const enter = (node: ArticleNode): Visited => {
    if (node.type === 'pullQuote' || node.type === 'deletion') return 'skip'
    if (node.type === 'note') {
      const held: string[] = []
      for (const block of node.children) collect(block, held)
      add('note', held)
    }
    if (node.type === 'figure' || node.type === 'table') add('caption', runs(node.caption ?? []))
    if (node.type === 'figure') add('credit', [node.credit])
    if (node.type === 'quote' && node.attribution) add('speaker', [attributionLine(node.attribution)])
    // Print shows an address without `https://`.
    if (node.type === 'embed') add('embed', [node.title ?? node.url.replace(/^https?:\/\//, '')])
  }
  const image = article.meta.image
  add('caption', runs(image?.caption ?? []))
  add('credit', [image?.credit])
  if (image?.caption) visit(image.caption, enter)
  visit(article, enter)
  return pieces
}

type Visited = 'skip' | undefined | void

/** Returns the names of the speakers of quotes, in order. */
export function speakers(article: Article): string[] {
  const names: string[] = []
  const enter = (node: ArticleNode): void => {
    if (node.type === 'quote' && node.attribution) names.push(node.attribution.name)
    if (node.type !== 'deletion' && node.type !== 'pullQuote') for (const child of childrenOf(node)) enter(child)
  }
  for (const block of article.children) enter(block)
  return names
}
