/** What kind of piece an article may be. The labels of each language follow this order. */
export const genres = [
  'news',
  'analysis',
  'briefing',
  'feature',
  'opinion',
  'interview',
  'obituary',
  'review',
  'background',
  'report',
  'explainer',
  'profile',
  'satire',
  'liveblog',
] as const

/** What kind of piece an article is. */
export type Genre = (typeof genres)[number]
