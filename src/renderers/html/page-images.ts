import type { Article } from '../../article/article.js'
import { visit } from '../../article/walk.js'
import { dataUri } from '../../assets/data-uri.js'
import { stripPicture } from '../../assets/strip-picture.js'
import type { Asset } from '../../host/host.js'
import { webUrl } from '../address.js'
import type { Placed, RenderContext } from '../renderer.js'
import type { HtmlOptions } from './html-options.js'
import type { ImageSource } from './state.js'

/**
 * Returns a finder of what each picture of a page is shown from. Web addresses stay; a picture that has none is written into
 * the page, so that the one file is whole wherever it is opened, or with `images: link` keeps its relative address.
 */
export async function pageImages(
  article: Article,
  context: RenderContext<HtmlOptions>,
): Promise<(url: string) => ImageSource | undefined> {
  const sources = new Map<string, ImageSource | undefined>()
  for (const { url, from } of picturesOf(article))
    if (!sources.has(url)) sources.set(url, await sourceOf(url, from, context))
  return url => sources.get(url) ?? linkable(url) ?? onSite(url, context.site.url)
}

interface Picture {
  url: string
  from: Placed
}

function picturesOf(article: Article): Picture[] {
  const { image } = article.meta
  const lead: Placed = { position: article.data?.places?.image }
  const pictures: Picture[] = image ? [{ url: image.url, from: lead }] : []
  visit(article, node => {
    if (node.type === 'figure') pictures.push(...node.images.map(({ url }) => ({ url, from: node as Placed })))
    if (node.type === 'inlineImage') pictures.push({ url: node.url, from: node })
  })
  return pictures
}

async function sourceOf(
  url: string,
  from: Placed,
  context: RenderContext<HtmlOptions>,
): Promise<ImageSource | undefined> {
  const linked = linkable(url) ?? onSite(url, context.site.url)
  if (linked) return linked
  if (context.options.images === 'link' && isRelative(url))
    return { src: encodeURI(decode(url).replace(/\p{Surrogate}/gu, '')) }
  const asset = await context.load(url, from)
  return asset && embedded(url, asset, from, context)
}

/** Browsers turn a picture by its EXIF, so of that the orientation stays. */
function embedded(
  url: string,
  { bytes, mediaType, width, height, orientation }: Asset,
  from: Placed,
  context: RenderContext<HtmlOptions>,
): ImageSource | undefined {
  const stripped = stripPicture(bytes, mediaType, orientation)
  if (!stripped) context.report(`the picture \`${url}\` is broken off`, 'asset-broken', from)
  return stripped && { src: dataUri(stripped, mediaType), width, height }
}

function linkable(url: string): ImageSource | undefined {
  const src = webUrl(url)
  return src === undefined ? undefined : { src }
}

/** An address that begins with a slash is one of the site, not of the folder that the source lies in. */
function onSite(url: string, site: string | undefined): ImageSource | undefined {
  const src = site !== undefined && url.startsWith('/') ? webUrl(url, site) : undefined
  return src === undefined ? undefined : { src }
}

/** No scheme: neither `file:` nor `javascript:` may stand in a page. */
function isRelative(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url.trim())
}

function decode(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
