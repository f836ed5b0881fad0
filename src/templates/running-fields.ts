/** Every field that a running line may hold. */
export const runningFields: readonly string[] = [
  'title',
  'subtitle',
  'authors',
  'kicker',
  'section',
  'genre',
  'status',
  'publisher',
  'published',
  'publishedTime',
  'updated',
  'page',
  'pages',
  'heading',
  'url',
  'rights',
]
