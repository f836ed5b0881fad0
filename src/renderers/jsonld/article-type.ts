import type { Genre, Meta } from '../../article/article.js'

/** The schema.org types that an article can have here. */
export type ArticleType =
  | 'NewsArticle'
  | 'AnalysisNewsArticle'
  | 'BackgroundNewsArticle'
  | 'OpinionNewsArticle'
  | 'ReportageNewsArticle'
  | 'ReviewNewsArticle'
  | 'SatiricalArticle'
  | 'AdvertiserContentArticle'
  | 'LiveBlogPosting'

const types: { readonly [genre in Genre]: ArticleType } = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  briefing: 'AnalysisNewsArticle',
  background: 'BackgroundNewsArticle',
  explainer: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
  report: 'ReportageNewsArticle',
  feature: 'ReportageNewsArticle',
  interview: 'ReportageNewsArticle',
  profile: 'ReportageNewsArticle',
  obituary: 'NewsArticle',
  satire: 'SatiricalArticle',
  liveblog: 'LiveBlogPosting',
}

/**
 * Returns the schema.org type: what somebody paid for is never news, whatever its genre, and what has entries that came one
 * after another is a live blog, which alone may have them (schema.org, liveBlogUpdate).
 */
export function articleType({ sponsored, genre, updates = [] }: Meta): ArticleType {
  if (sponsored) return 'AdvertiserContentArticle'
  return updates.length > 0 ? 'LiveBlogPosting' : types[genre ?? 'news']
}

/** Returns whether a type is a NewsArticle, which alone may have a dateline (schema.org, `domainIncludes`). */
export function isNewsArticle(type: ArticleType): boolean {
  return type.endsWith('NewsArticle')
}
