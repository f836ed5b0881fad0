import type { Article } from '../../../article/article.js'
import { webUrl } from '../../address.js'
import type { RenderContext } from '../../renderer.js'
import { storyAddress } from '../../story-address.js'
import { summaryOf } from '../../summary.js'
import type { HtmlOptions } from '../html-options.js'
import { escapeHtml, type HtmlAttributes, tag, voidTag } from '../markup.js'

/** Returns the lines of a page's head: what browsers, search engines and share cards read. Nothing empty. */
export function headLines(article: Article, context: RenderContext<HtmlOptions>): string[] {
  const { meta } = article
  const { site } = context
  const base = webUrl(site.url)
  const url = storyAddress(article, site.permalink, site.url)
  const summary = summaryOf(article)
  const publisher = meta.publisher ?? site.publisher
  const siteName = publisher?.name ?? site.title
  const title = siteName && siteName !== meta.title ? `${meta.title} – ${siteName}` : meta.title
  const held = meta.status === 'draft' || meta.status === 'withheld'
  return [
    voidTag('meta', { charset: 'utf-8' }),
    voidTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('title', {}, escapeHtml(title)),
    named('description', summary),
    ...meta.authors.map(({ name }) => named('author', name)),
    named('keywords', meta.tags?.join(', ')),
    named('robots', held ? 'noindex' : 'max-image-preview:large'),
    named('color-scheme', 'light dark'),
    link({ rel: 'canonical', href: webUrl(meta.canonicalUrl, base) ?? url }),
    ...(meta.translations ?? []).map(({ language, url: href }) =>
      link({ rel: 'alternate', hreflang: language, href: webUrl(href, url ?? base) }),
    ),
    link({ rel: 'alternate', type: 'application/rss+xml', title: site.title, href: webUrl(site.feedUrl, base) }),
    link({ rel: 'license', href: webUrl(meta.rights?.license) }),
    ...openGraph(article, url, siteName, summary, base),
  ].filter(line => line !== '')
}

/** Open Graph (ogp.me, article) and the one card property that has no counterpart there. */
function openGraph(
  { meta }: Article,
  url: string | undefined,
  siteName: string | undefined,
  summary: string,
  base: string | undefined,
): string[] {
  const image = webUrl(meta.image?.url, url ?? base)
  return [
    property('og:type', 'article'),
    property('og:title', meta.title),
    property('og:description', summary),
    property('og:url', url),
    property('og:site_name', siteName),
    property('og:locale', localeOf(meta.language)),
    ...(image
      ? [
          property('og:image', image),
          property('og:image:width', meta.image?.width?.toString()),
          property('og:image:height', meta.image?.height?.toString()),
          property('og:image:alt', meta.image?.alt),
        ]
      : []),
    property('article:published_time', meta.published),
    property('article:modified_time', meta.updated),
    property('article:expiration_time', meta.expires),
    ...meta.authors.map(author => property('article:author', webUrl(author.url, base))),
    property('article:section', meta.section),
    ...(meta.tags ?? []).map(each => property('article:tag', each)),
    named('twitter:card', image ? 'summary_large_image' : 'summary'),
  ]
}

/** `en-GB` as Open Graph writes it: `en_GB`. A language without region has no such name. */
function localeOf(language: string): string | undefined {
  const [, primary, region] = /^([a-z]{2,3})(?:-[A-Za-z]{4})?-([A-Za-z]{2})\b/.exec(language) ?? []
  return primary && region ? `${primary}_${region.toUpperCase()}` : undefined
}

function named(name: string, content: string | undefined): string {
  return content ? voidTag('meta', { name, content }) : ''
}
function property(name: string, content: string | undefined): string {
  return content ? voidTag('meta', { property: name, content }) : ''
}
function link(attributes: HtmlAttributes): string {
  return attributes.href ? voidTag('link', attributes) : ''
}
