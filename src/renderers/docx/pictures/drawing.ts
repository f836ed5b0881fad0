import type { Image } from '../../../article/article.js'
import type { Flow } from '../body/flow.js'
import { emu } from '../measure.js'
import { toAttribute } from '../xml-text.js'
import { pointsPerPixel, type WordPicture } from './to-word-picture.js'

/** Width and height in points. */
export interface Size {
  width: number
  height: number
}

/** Returns whether nobody said how large a picture is. */
export function isSizeless({ width, height }: Pick<Image, 'width' | 'height'>): boolean {
  return width === undefined && height === undefined
}

/** Returns how large a picture was made: as the article says, else as its own bytes say, at 96 px to an inch. */
export function naturalSize(said: { width?: number; height?: number }, picture: WordPicture): Size {
  const ratio = Math.max(1, picture.width) / Math.max(1, picture.height)
  const width = said.width ?? (said.height === undefined ? picture.width : said.height * ratio)
  // The ratio is the picture's own: one said wrongly must not distort it.
  return { width: Math.max(1, width) * pointsPerPixel, height: (Math.max(1, width) / ratio) * pointsPerPixel }
}

/** Returns a size made smaller, never larger, to fit the room there is. */
export function shownSize(size: Size, room: Size): Size {
  return size.width <= room.width && size.height <= room.height ? size : sizedTo(size, room)
}

/** Returns a size made smaller or larger, so that it fills the room one way. */
export function sizedTo(size: Size, room: Size): Size {
  const scale = Math.min(room.width / size.width, room.height / size.height)
  return { width: size.width * scale, height: size.height * scale }
}

/**
 * Returns `w:drawing` for a picture in the line. An empty `alt` marks it as decoration, so that the accessibility checker
 * does not ask for a description (ISO/IEC 29500-1, 20.4.2.5; [MS-ODRAWXML] 2.39).
 */
export function drawing(
  picture: WordPicture,
  alt: string,
  size: { width: number; height: number },
  flow: Flow,
): string {
  const { pictures } = flow.file
  const id = pictures.nextDrawing()
  const name = `Picture ${id}`
  const [cx, cy] = [Math.max(1, emu(size.width)), Math.max(1, emu(size.height))]
  const embed = pictures.relationship(picture.bytes, picture.extension, flow.part)
  const svg = picture.svg ? svgExtension(pictures.relationship(picture.svg, 'svg', flow.part)) : ''
  const blip = svg ? `<a:blip r:embed="${embed}">${svg}</a:blip>` : `<a:blip r:embed="${embed}"/>`
  const properties = `id="${id}" name="${name}" descr="${toAttribute(alt)}"`
  const docProperties = alt === '' ? `<wp:docPr ${properties}>${decorative}</wp:docPr>` : `<wp:docPr ${properties}/>`
  return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>${docProperties}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
}

const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

function svgExtension(embed: string): string {
  return `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${embed}"/></a:ext></a:extLst>`
}
