import type { Article } from '../article/article.js'
import { oneLine } from '../article/one-line.js'
import { inlineText, ledeOf } from '../article/text.js'

/** Returns what a story is about in a sentence or two: its description, else its standfirst, else its lede. */
export function summaryOf(article: Article): string {
  const { description, subtitle } = article.meta
  if (description || subtitle) return (description || subtitle)!
  const lede = ledeOf(article)
  return lede ? oneLine(inlineText(lede.children)) : ''
}
