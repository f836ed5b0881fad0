import type { SiteContext } from '../../src/renderers/renderer.js'

/** The site that fixtures are published on. */
export const site: SiteContext = {
  url: 'https://example.org',
  title: 'Example',
  feedUrl: 'https://example.org/feed.xml',
}
