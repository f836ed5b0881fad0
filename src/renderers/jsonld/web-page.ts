import type { Article } from '../../article/article.js'
import type { RenderContext } from '../renderer.js'
import type { Ids } from './ids.js'
import type { JsonldOptions } from './jsonld-options.js'
import type { LdNode } from './ld-node.js'

/** Returns how the article hangs in its page, the page in its site; nothing where the article has no address. */
export function webPageNode(
  { meta }: Article,
  ids: Ids,
  image: LdNode | undefined,
  { site, options }: RenderContext<JsonldOptions>,
): LdNode {
  const speakable: LdNode | undefined = options.speakable.length
    ? { '@type': 'SpeakableSpecification', cssSelector: options.speakable }
    : undefined
  if (ids.url === undefined) return { speakable }
  const webSite: LdNode | undefined =
    ids.site && site.title
      ? { '@type': 'WebSite', '@id': `${ids.site}#website`, url: ids.site, name: site.title, inLanguage: site.language }
      : undefined
  const page: LdNode = {
    '@type': 'WebPage',
    '@id': ids.url,
    url: ids.url,
    name: meta.title,
    inLanguage: meta.language,
    isPartOf: webSite,
    primaryImageOfPage: image,
    breadcrumb: webSite && breadcrumb(meta.title, ids, site.title!),
  }
  return { speakable, isPartOf: page, mainEntityOfPage: page }
}

/** From the site's first page to this one; pages between have addresses that nobody told us. */
function breadcrumb(title: string, ids: Ids, siteTitle: string): LdNode {
  const home: LdNode = { '@type': 'WebPage', '@id': ids.site, url: ids.site, name: siteTitle }
  return {
    '@type': 'BreadcrumbList',
    '@id': ids.part('breadcrumb'),
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: siteTitle, item: home },
      { '@type': 'ListItem', position: 2, name: title, item: { '@type': 'WebPage', '@id': ids.url } },
    ],
  }
}
