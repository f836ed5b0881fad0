import type { Article, ArticleNode, Block, Heading } from '../article/article.js'
import { inlineText } from '../article/text.js'
import { childrenOf } from '../article/walk.js'

/**
 * Gives every heading of the body an id from its words, unique in the article, where it has none yet. Changes the headings
 * in place: it works on nodes that a reader has just made. Letters of every script stay, as browsers and Word allow them.
 */
export function giveHeadingIds(children: readonly Block[]): void {
  giveIds(headingsIn(children))
}

/** Returns the headings of the body in order, those in boxes, quotes and notes included. */
export function headingsIn(children: readonly Block[]): Heading[] {
  const headings: Heading[] = []
  addHeadings(children, headings)
  return headings
}

function addHeadings(nodes: readonly ArticleNode[], headings: Heading[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'text') continue
    if (node.type === 'heading') headings.push(node)
    addHeadings(childrenOf(node), headings)
  }
}

/** Gives all headings of an article their ids, as `giveHeadingIds` does. */
export function giveIds(headings: readonly Heading[]): void {
  const taken = new Set<string>()
  for (const heading of headings) {
    if (taken.has(heading.id)) heading.id = ''
    else if (heading.id !== '') taken.add(heading.id)
  }
  const next = new Map<string, number>()
  for (const heading of headings) {
    if (heading.id === '') heading.id = uniqueId(slugOf(inlineText(heading.children)), taken, next)
  }
}

/** Returns a new article whose headings without an id have one. */
export function headingIds(article: Article): Article {
  const children = structuredClone(article.children)
  giveHeadingIds(children)
  return { ...article, children }
}

/** Returns words as an id: lower case, hyphens for everything that is no letter, mark or digit. */
export function slugOf(words: string): string {
  // Of most headings nothing is left then that has more than one form.
  const bare = words.replace(apostrophes, '')
  const lower = ascii.test(bare) ? bare.toLowerCase() : words.normalize('NFC').toLowerCase().replace(apostrophes, '')
  const slug = lower.replace(ascii.test(lower) ? asciiGap : gap, '-')
  // Each gap has become one hyphen.
  return slug.slice(slug.startsWith('-') ? 1 : 0, slug.endsWith('-') ? -1 : undefined) || 'section'
}

/** Patterns with classes of Unicode take a millisecond to compile, which a story in plain English need not pay. */
const ascii = /^[\u0000-\u007F]*$/
const asciiGap = /[^a-z\d]+/g
const apostrophes = /['’]/g
const gap = /[^\p{L}\p{M}\p{N}]+/gu

function uniqueId(slug: string, taken: Set<string>, next: Map<string, number>): string {
  let id = slug
  for (let number = next.get(slug) ?? 2; taken.has(id); number++) {
    id = `${slug}-${number}`
    next.set(slug, number + 1)
  }
  taken.add(id)
  return id
}
