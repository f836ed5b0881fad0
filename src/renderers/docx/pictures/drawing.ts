import type { Flow } from '../body/flow.js'
import { emu } from '../measure.js'
import { toAttribute } from '../xml-text.js'
import type { WordPicture } from './to-word-picture.js'

/** A CSS pixel is 1/96 inch. */
const pointsPerPixel = 0.75

/** Returns the size in points: 96 px to an inch, made smaller where that is more than the room there is. */
export function shownSize(
  size: { width: number; height: number },
  room: { width: number; height: number },
): { width: number; height: number } {
  const width = Math.max(1, size.width) * pointsPerPixel
  const height = Math.max(1, size.height) * pointsPerPixel
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
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
  const [cx, cy] = [emu(size.width), emu(size.height)]
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
