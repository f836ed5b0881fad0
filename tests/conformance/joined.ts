import type { Article } from '../../src/article/article.js'
import type { Made } from './made.js'

/**
 * Returns articles whose bodies are those of `all`, `size` of them in each, so that a judge that starts slowly sees every
 * construct in a few files. The title block is that of the first.
 */
export function joined(all: readonly Made[], size: number): Article[] {
  const articles: Article[] = []
  for (let at = 0; at < all.length; at += size) {
    const some = all.slice(at, at + size)
    articles.push({ ...some[0]!.article, children: some.flatMap(({ article }) => article.children) })
  }
  return articles
}
