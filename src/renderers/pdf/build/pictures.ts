import type { Article, Image, InlineImage } from '../../../article/article.js'
import { visit } from '../../../article/walk.js'
import { type DrawingFont, mixedTexts } from '../../../assets/svg/fonts.js'
import type { Asset } from '../../../host/host.js'
import type { Placed, RenderContext } from '../../renderer.js'
import { loadForPrint, type WantedPicture } from '../../renditions.js'
import { reportHtmlText } from '../../report-html-text.js'
import { type EncodedDrawing, type EncodedPicture, encodePicture } from '../emit/encode-picture.js'
import { findDrawingFonts } from '../fonts/drawing-fonts.js'
import { describeMissing } from '../fonts/missing.js'
import type { Op } from '../layout/vertical.js'
import type { PdfOptions } from '../options.js'
import type { Picture } from '../text/span.js'

/** The pictures of an article, each once, as they will stand in the PDF. */
export interface LoadedPictures {
  byUrl: ReadonlyMap<string, Picture & { scalable: boolean }>
  loaded: LoadedPicture[]
}

/** A picture, and what the file holds of it. */
export interface LoadedPicture {
  asset: Asset
  encoded: EncodedPicture | EncodedDrawing
}

/** Points to an inch, and pixels to an inch as browsers count them. */
const POINTS = 72

/**
 * Brings every picture of an article, none finer than the measure (points) can show. One that cannot be had or set is
 * reported and absent.
 */
export async function loadPictures(
  article: Article,
  measure: number,
  context: RenderContext<PdfOptions>,
): Promise<LoadedPictures> {
  const wanted = wantedPictures(article)
  const found = await Promise.all(
    [...wanted.values()].map(async picture => ({
      url: picture.image.url,
      from: picture.from,
      asset: await loadForPrint(picture, pixelsAcross(measure, context.options), context),
    })),
  )
  const byUrl = new Map<string, Picture & { scalable: boolean }>()
  const loaded: LoadedPicture[] = []
  // One after the other: decoded pictures are large.
  for (const { url, from, asset } of found) {
    const encoded = asset && (await encode(asset, measure, url, from, article.meta.language, context))
    if (!encoded) continue
    const scalable = asset.mediaType === 'image/svg+xml'
    byUrl.set(url, { width: asset.width, height: asset.height, index: loaded.length, scalable })
    loaded.push({ asset, encoded })
  }
  return { byUrl, loaded }
}

function wantedPictures(article: Article): Map<string, WantedPicture> {
  const wanted = new Map<string, WantedPicture>()
  const want = (image: Image | InlineImage, from: Placed) => {
    if (!wanted.has(image.url)) wanted.set(image.url, { image, from })
  }
  if (article.meta.image) want(article.meta.image, { position: article.data?.places?.image })
  visit(article, node => {
    if (node.type === 'figure') for (const image of node.images) want(image, node)
    if (node.type === 'inlineImage') want(node, node)
  })
  return wanted
}

async function encode(
  asset: Asset,
  measure: number,
  url: string,
  from: Placed,
  language: string,
  context: RenderContext<PdfOptions>,
): Promise<LoadedPicture['encoded'] | undefined> {
  const { host, options, report } = context
  const fonts = asset.mediaType === 'image/svg+xml' ? await drawingFonts(asset, url, from, language, context) : []
  const picture = await encodePicture(asset, pixelsAcross(measure, options), host, fonts)
  if (!picture) report(whyNot(asset, url), 'pdf-picture', from)
  else if (asset.moves) report(`the picture \`${url}\` moves: its first frame is shown`, 'pdf-moving', from)
  else if (picture.packing === 'drawing' && picture.lacksPictures)
    report(`the drawing \`${url}\` shows pictures from other files, which are not read`, 'pdf-drawing', from)
  if (picture && asset.mediaType === 'image/svg+xml') reportHtmlText(asset.bytes, url, context, from)
  return picture
}

/** Returns the fonts that a drawing's text needs beside those that ship, and says what none has: it is drawn as boxes. */
async function drawingFonts(
  { bytes }: Asset,
  url: string,
  from: Placed,
  language: string,
  { host, template, report }: RenderContext<PdfOptions>,
): Promise<DrawingFont[]> {
  const source = new TextDecoder().decode(bytes)
  const { fonts, missing } = await findDrawingFonts(source, language, template, host)
  for (const { named, way } of describeMissing(missing, language))
    report(`no font here has ${named} in the drawing \`${url}\`: drawn as boxes. ${way}`, 'pdf-character', from)
  for (const text of mixedTexts(source, fonts))
    report(
      `“${text}” in the drawing \`${url}\` mixes scripts: letters may stand apart or as boxes. Set each script in a \`text\` of its own`,
      'pdf-character',
      from,
    )
  return fonts
}

function whyNot({ mediaType }: Asset, url: string): string {
  return mediaType === 'image/svg+xml'
    ? `the drawing \`${url}\` is broken, or larger than a drawing may be once its references are followed`
    : `the picture \`${url}\` could not be turned into a form that a PDF can hold`
}

/** How much finer than asked for a picture may be before it is made anew. */
const TOLERANCE = 1.05

/**
 * Returns the pictures as fine as they are shown, and no finer: on their page, in a column or a row, they may have come
 * to be smaller than the measure.
 */
export async function fitPictures(
  pictures: readonly LoadedPicture[],
  pages: readonly (readonly Op[])[],
  { host, options }: RenderContext<PdfOptions>,
): Promise<LoadedPicture['encoded'][]> {
  const widths = widestOf(pages)
  const fitted: LoadedPicture['encoded'][] = []
  for (const [index, { asset, encoded }] of pictures.entries()) {
    const most = pixelsAcross(widths.get(index) ?? 0, options)
    const isTooFine = widths.has(index) && pixelsOf(encoded) > most * TOLERANCE
    fitted.push((isTooFine && (await encodePicture(asset, most, host))) || encoded)
  }
  return fitted
}

/** Returns the greatest width of each picture on the pages, points, by index. */
function widestOf(pages: readonly (readonly Op[])[], widths = new Map<number, number>()): Map<number, number> {
  for (const ops of pages)
    for (const op of ops) {
      if (op.k === 'image') widths.set(op.picture, Math.max(widths.get(op.picture) ?? 0, op.width))
      else if (op.k === 'turn') widestOf([op.ops], widths)
    }
  return widths
}

/** Pixels across as a picture is seen: orientations 5 to 8 lie on their side (TIFF 6.0, tag 274). */
function pixelsOf(picture: LoadedPicture['encoded']): number {
  if (picture.packing === 'drawing') return 0
  return picture.orientation >= 5 ? picture.height : picture.width
}

function pixelsAcross(width: number, { pictureDpi }: PdfOptions): number {
  return Math.ceil((width / POINTS) * pictureDpi)
}
