import type { RendererEntry } from './renderer.js'

/** The built-in formats, each loaded only when it is asked for. Plugins add entries of the same shape. */
export const builtinRenderers: readonly RendererEntry[] = [
  {
    name: 'pdf',
    description: 'Tagged PDF, set from the template',
    scope: 'article',
    extension: '.pdf',
    load: async () => (await import('./pdf/index.js')).pdfRenderer,
  },
  {
    name: 'docx',
    description: 'Word file with real named styles',
    scope: 'article',
    extension: '.docx',
    load: async () => (await import('./docx/index.js')).docxRenderer,
  },
  {
    name: 'rss',
    description: 'RSS 2.0 feed with full content',
    scope: 'collection',
    extension: 'feed.xml',
    load: async () => (await import('./rss/index.js')).rssRenderer,
  },
  {
    name: 'jsonld',
    description: 'schema.org NewsArticle markup',
    scope: 'article',
    extension: '.jsonld',
    load: async () => (await import('./jsonld/index.js')).jsonldRenderer,
  },
  {
    name: 'html',
    description: 'Semantic HTML page',
    scope: 'article',
    extension: '.html',
    load: async () => (await import('./html/index.js')).htmlRenderer,
  },
  {
    name: 'markdown',
    description: 'Markdown with YAML front matter, which reads back',
    scope: 'article',
    extension: '.md',
    load: async () => (await import('./markdown/index.js')).markdownRenderer,
  },
  {
    name: 'atom',
    description: 'Atom feed with full content',
    scope: 'collection',
    extension: 'atom.xml',
    load: async () => (await import('./atom/index.js')).atomRenderer,
  },
  {
    name: 'jsonfeed',
    description: 'JSON Feed 1.1 with full content',
    scope: 'collection',
    extension: 'feed.json',
    load: async () => (await import('./jsonfeed/index.js')).jsonfeedRenderer,
  },
  {
    name: 'newssitemap',
    description: 'Google News sitemap of the last two days',
    scope: 'collection',
    extension: 'news-sitemap.xml',
    load: async () => (await import('./newssitemap/index.js')).newssitemapRenderer,
  },
  {
    name: 'ninjs',
    description: 'IPTC ninjs 3.1, news in JSON',
    scope: 'article',
    extension: '.ninjs.json',
    load: async () => (await import('./ninjs/index.js')).ninjsRenderer,
  },
]
