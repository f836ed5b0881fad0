import type { Article, Image, InlineImage } from '../../../article/article.js'
import { visit } from '../../../article/walk.js'
import type { Asset } from '../../../host/host.js'
import type { Placed, RenderContext } from '../../renderer.js'
import { type EncodedPicture, encodePicture } from '../emit/encode-picture.js'
import type { Picture } from '../text/span.js'

/** The pictures of an article, each once, as they will stand in the PDF. */
export interface LoadedPictures {
  byUrl: ReadonlyMap<string, Picture & { scalable: boolean }>
  encoded: EncodedPicture[]
}

/** Brings every picture of an article. One that cannot be had or set is reported and absent. */
export async function loadPictures(article: Article, context: RenderContext<unknown>): Promise<LoadedPictures> {
  const wanted = new Map<string, Placed>()
  const want = (image: Image | InlineImage, from: Placed) => {
    if (!wanted.has(image.url)) wanted.set(image.url, from)
  }
  if (article.meta.image) want(article.meta.image, { position: article.data?.places?.image })
  visit(article, node => {
    if (node.type === 'figure') for (const image of node.images) want(image, node)
    if (node.type === 'inlineImage') want(node, node)
  })
  const loaded = await Promise.all(
    [...wanted].map(async ([url, from]) => {
      const asset = await context.load(url, from)
      return { url, asset, encoded: asset && (await encode(asset, url, from, context)) }
    }),
  )
  const byUrl = new Map<string, Picture & { scalable: boolean }>()
  const encoded: EncodedPicture[] = []
  for (const { url, asset, encoded: picture } of loaded) {
    if (!asset || !picture) continue
    byUrl.set(url, {
      width: picture.shownWidth,
      height: picture.shownHeight,
      index: encoded.length,
      scalable: asset.mediaType === 'image/svg+xml',
    })
    encoded.push(picture)
  }
  return { byUrl, encoded }
}

async function encode(
  asset: Asset,
  url: string,
  from: Placed,
  context: RenderContext<unknown>,
): Promise<EncodedPicture | undefined> {
  const picture = await encodePicture(asset, context.host)
  if (!picture)
    context.report(`the picture \`${url}\` could not be turned into a form that a PDF can hold`, 'pdf-picture', from)
  return picture
}
