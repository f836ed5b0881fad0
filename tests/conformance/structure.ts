import type { Article, ArticleNode, Attribution, Block, List } from '../../src/article/article.js'
import { attributionLine, inlineText, noteKey, outline, plainText } from '../../src/article/text.js'
import { childrenOf } from '../../src/article/walk.js'
import { squeeze } from '../support/words.js'

/**
 * What an independent reader must find in a Word file beyond its words, each in reading order. What Pandoc 2.17 itself has
 * no place for is left out of the comparison by the form of these lines, and by nothing else:
 *
 * - Word's quotations in quotations are for Pandoc one quotation: a paragraph is quoted, or it is not.
 * - A second paragraph of an item ends the list for Pandoc and the next item begins a new one: an item says its own number.
 */
export interface Structure {
  /** Level and words. */
  headings: string[]
  /** Depth, number or bullet, and the words of the item's first paragraph. */
  items: string[]
  /** Paragraphs of quotations and pull quotes, the speaker's line included. */
  quotes: string[]
  /** Rows of tables: whether of the head, and the words of the cells. */
  rows: string[]
  notes: string[]
  /** Descriptions of pictures. */
  pictures: string[]
  /** Addresses of links. */
  links: string[]
}

/** Returns nothing of everything, to be filled. */
export function emptyStructure(): Structure {
  return { headings: [], items: [], quotes: [], rows: [], notes: [], pictures: [], links: [] }
}

/** Where a node stands, as far as it decides what a reader makes of it. */
interface Place {
  lists: number
  quoted: boolean
  article: Article
  /** The notes entered that are called more than once: each stands once, where it is first called. */
  called: Set<string>
}

/** Returns the structure that an article has: title block, body, and what stands in neither but in Word. */
export function structureOf(article: Article): Structure {
  const found = emptyStructure()
  const place: Place = { lists: 0, quoted: false, article, called: new Set() }
  const { authors, image } = article.meta
  found.links.push(...authors.flatMap(({ url }) => (url === undefined ? [] : address(url))))
  if (image) found.pictures.push(squeeze(image.alt))
  for (const node of [...(image?.caption ?? []), ...article.children]) enter(node, found, place)
  return found
}

function enter(node: ArticleNode, found: Structure, place: Place): void {
  switch (node.type) {
    case 'heading':
      found.headings.push(`${node.rank} ${squeeze(inlineText(node.children))}`)
      break
    case 'paragraph':
      if (place.quoted) found.quotes.push(wordsOf(node))
      break
    case 'quote':
    case 'pullQuote':
      if (node.type === 'pullQuote') found.quotes.push(squeeze(inlineText(node.children)))
      for (const child of node.children) enter(child, found, { ...place, quoted: node.type === 'quote' })
      speaker(node.attribution, found)
      return
    case 'table':
      node.children.forEach((row, index) => {
        const cells = row.children.map(cell => squeeze(inlineText(cell.children)))
        found.rows.push(`${index < node.headRows ? 'head' : 'body'} ${cells.join(' | ')}`)
      })
      break
    case 'list':
      items(node, found, { ...place, lists: place.lists + 1 })
      return
    case 'figure':
      found.pictures.push(...node.images.map(({ alt }) => squeeze(alt)))
      break
    case 'inlineImage':
      found.pictures.push(squeeze(node.alt))
      break
    case 'embed':
      found.links.push(address(node.url))
      break
    case 'link':
      found.links.push(linkTarget(node.url, place.article))
      break
    case 'note': {
      const key = noteKey(node)
      if (key !== undefined && place.called.has(key)) return
      if (key !== undefined) place.called.add(key)
      found.notes.push(squeeze(plainText(node)))
      for (const child of node.children) enter(child, found, { ...place, lists: 0, quoted: false })
      return
    }
    case 'deletion':
      return
  }
  for (const child of childrenOf(node)) enter(child, found, place)
}

function items(list: List, found: Structure, place: Place): void {
  list.children.forEach((item, index) => {
    const mark = list.ordered ? `${(list.start ?? 1) + index}.` : '-'
    found.items.push(`${place.lists} ${mark} ${firstWords(item.children)}`)
    for (const child of item.children) enter(child, found, place)
  })
}

function firstWords([first]: readonly Block[]): string {
  if (first?.type === 'quote') return firstWords(first.children)
  return first?.type === 'paragraph' ? wordsOf(first) : ''
}

function speaker(attribution: Attribution | undefined, found: Structure): void {
  if (!attribution) return
  found.quotes.push(squeeze(attributionLine(attribution)))
  if (attribution.url !== undefined) found.links.push(address(attribution.url))
}

/** A link within the text is known by the words of its heading: each program has names of its own for places. */
function linkTarget(url: string, article: Article): string {
  const heading = outline(article).find(entry => `#${entry.id}` === url)
  return heading ? `# ${squeeze(heading.text)}` : address(url)
}

/** Returns an address without escapes: a Word file has those that RFC 3986 asks for, an article those that its author wrote. */
export function address(url: string): string {
  return url.replace(/%[0-7][0-9A-F]/g, escaped => decodeURIComponent(escaped))
}

const wordsOf = (node: Block): string => squeeze(plainText({ children: [node] }))
