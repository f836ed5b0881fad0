/** Every field that a running line may hold. */
export const runningFields: readonly string[] = [
  'title',
  'subtitle',
  'authors',
  'status',
  'kicker',
  'section',
  'genre',
  'publisher',
  'published',
  'publishedTime',
  'updated',
  'url',
  'rights',
  'page',
  'pages',
  'heading',
]
