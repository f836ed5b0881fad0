import type { Genre } from '../../article/article.js'

/** What an article may call itself; the type makes sure that none is missing or misspelt. */
const known: { readonly [name in Genre]: true } = {
  news: true,
  analysis: true,
  briefing: true,
  feature: true,
  opinion: true,
  interview: true,
  obituary: true,
  review: true,
  background: true,
  report: true,
  explainer: true,
  profile: true,
  satire: true,
  liveblog: true,
}

export const genres = Object.keys(known) as Genre[]
