import type { Asset } from '../../../host/host.js'
import type { Placed, RenderContext } from '../../renderer.js'
import { loadForPrint, type WantedPicture } from '../../renditions.js'
import { reportHtmlText } from '../../report-html-text.js'
import { TALLEST_PICTURE } from '../../wide-figure.js'
import type { Relationships } from '../package/relationships.js'
import type { ZipEntry } from '../package/zip.js'
import { isSizeless, type Size, sizedTo } from './drawing.js'
import { isShown, pixelsPerPoint, toWordPicture, type WordPicture } from './to-word-picture.js'

/** The pictures of one file, fetched before any text is written, so that writing never waits. */
export class Pictures {
  readonly #ready: ReadonlyMap<string, WordPicture>
  readonly #paths = new Map<Uint8Array, string>()
  readonly #entries: ZipEntry[] = []
  #drawings = 0

  constructor(ready: ReadonlyMap<string, WordPicture>) {
    this.#ready = ready
  }

  /** Returns the picture at an address; undefined where it could not be had. */
  get(url: string): WordPicture | undefined {
    return this.#ready.get(url)
  }

  /** How many there are. */
  get size(): number {
    return this.#ready.size
  }

  /** The files to put into the package, in the order of first use. */
  get entries(): readonly ZipEntry[] {
    return this.#entries
  }

  /** Returns the relationship of a part to a picture's file; the same bytes are kept once. */
  relationship(bytes: Uint8Array, extension: string, part: Relationships): string {
    let path = this.#paths.get(bytes)
    if (!path) {
      path = `media/image${this.#paths.size + 1}.${extension}`
      this.#paths.set(bytes, path)
      // SVG is text and shrinks; the others are compressed already.
      this.#entries.push({ path: `word/${path}`, bytes, stored: extension !== 'svg' })
    }
    return part.to('image', path)
  }

  /** Returns the number of the next drawing: they are counted from 1 through the whole file. */
  nextDrawing(): number {
    return ++this.#drawings
  }

  /** Counts on from the drawings of a letterhead. */
  countFrom(number: number): void {
    this.#drawings = number
  }
}

/** Fetches every picture that is asked for. `room` is the largest that one is shown, points. */
export async function loadPictures(
  wanted: ReadonlyMap<string, WantedPicture>,
  context: RenderContext<unknown>,
  room: Size,
): Promise<Pictures> {
  const { width } = room
  const ready = new Map<string, WordPicture>()
  const loaded = await Promise.all(
    [...wanted.values()].map(picture => loadForPrint(picture, width * pixelsPerPoint, context)),
  )
  let index = 0
  for (const [url, { image, from }] of wanted) {
    const asset = loaded[index++]
    const grown = asset && !('type' in image) && isSizeless(image) ? grownWidth(asset, room) : 0
    const picture = asset && (await toWordPicture(asset, context.host, width, grown))
    if (picture) ready.set(url, picture)
    if (picture?.seen)
      context.report(`the picture \`${url}\` ${picture.seen}: nothing is at hand to turn it`, 'word-picture', from)
    if (picture?.boxed)
      context.report(
        `the text of the drawing \`${url}\` has letters that the shipped fonts lack: boxes, where Word does not draw it itself`,
        'word-drawing',
        from,
      )
    if (picture && asset?.mediaType === 'image/svg+xml') reportHtmlText(asset.bytes, url, context, from)
    if (!picture && asset) reportMissing(url, asset, context, from)
  }
  return new Pictures(ready)
}

/** How wide a drawing is shown where it grows to the measure. */
function grownWidth(asset: Asset, { width, height }: Size): number {
  return sizedTo(asset, { width, height: height * TALLEST_PICTURE }).width
}

function reportMissing(url: string, { mediaType }: Asset, context: RenderContext<unknown>, from: Placed): void {
  if (isShown(mediaType)) context.report(`the picture \`${url}\` is broken off`, 'asset-broken', from)
  else context.report(`the picture \`${url}\` could not be converted to a kind that Word shows`, 'word-picture', from)
}
