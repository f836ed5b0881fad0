import { elementsOf, findIn, type XmlElement } from '../../ooxml/xml-tree.js'
import { leaveOut, type Reading } from './reading.js'

/** A picture of the file: the address under which its bytes are given, and its description. */
export interface FoundPicture {
  url: string
  alt: string
}

/** Returns the pictures of a drawing, in order. A chart, a diagram or a shape without a picture is none. */
export function picturesIn(element: XmlElement, reading: Reading): FoundPicture[] {
  const alt = descriptionOf(element)
  const pictures = blips(element).flatMap(blip => {
    // The drawing itself rather than the raster beside it for programs that show none ([MS-ODRAWXML] 2.1.1727).
    const svg = findIn(blip, 'asvg:svgBlip')
    const url = addressOf(
      svg?.attributes['r:embed'] ?? blip.attributes['r:embed'] ?? blip.attributes['r:link'] ?? blip.attributes['r:id'],
      reading,
    )
    return url === undefined ? [] : [{ url, alt }]
  })
  if (pictures.length === 0 && !findIn(element, 'w:txbxContent') && !findIn(element, 'v:rect'))
    leaveOut('a chart or a drawing', reading)
  return pictures
}

/** `a:blip` of a drawing, `v:imagedata` of one in the older language. */
function blips(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap(child =>
    child.name === 'a:blip' || child.name === 'v:imagedata'
      ? [child]
      : child.name === 'w:txbxContent'
        ? []
        : blips(child),
  )
}

/** An empty description, or the mark of decoration, means that the picture says nothing. */
function descriptionOf(element: XmlElement): string {
  const properties = findIn(element, 'wp:docPr')
  if (!properties) return findIn(element, 'v:shape')?.attributes.alt ?? ''
  if (findIn(properties, 'adec:decorative')?.attributes.val === '1') return ''
  return (properties.attributes.descr || properties.attributes.title || '').replace(/\s+/g, ' ').trim()
}

/** Gives a picture's bytes an address beside the article, `media/image1.png`; one outside the file keeps its own. */
function addressOf(id: string | undefined, reading: Reading): string | undefined {
  const relationship = reading.relationships.get(id ?? '')
  if (!relationship) return undefined
  const { target, external } = relationship
  if (external) return /^(?:javascript|vbscript|data|file):/i.test(target) ? leaveOutPicture(reading) : target
  const bytes = reading.package.bytes(target)
  if (!bytes) return leaveOutPicture(reading)
  const url = target.replace(/^word\//, '')
  reading.assets.set(url, bytes)
  return url
}

function leaveOutPicture(reading: Reading): undefined {
  leaveOut('a picture that the file does not hold', reading)
}
