import type { Article, IsoDate, Organisation } from './article.js'

/** What a feed or a sitemap is made from: articles in publishing order, never held together in memory. */
export interface Collection {
  type: 'collection'
  /** Empty where nobody named it: it then goes by its publisher or by the site's host. */
  title: string
  description?: string
  /** BCP 47. */
  language: string
  /** The site's address. */
  url?: string
  publisher?: Organisation
  copyright?: string
  /** Newest change among the articles, where it is known before they are read. */
  updated?: IsoDate
  articles: Iterable<Article> | AsyncIterable<Article>
}
