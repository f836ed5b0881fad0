import { type CosDocument, type PDFRef, writtenNumber, writtenText } from '../cos.js'
import type { StructNode } from '../tag/structure.js'
import { printable } from './metadata.js'
import type { LinkArea, NamedPlace, PageCollector } from './page-writer.js'

/** An annotation, the page that it is on and the element that it belongs to. */
export interface WrittenAnnotation {
  ref: PDFRef
  page: number
  owner: StructNode
}

/** One annotation for each line of a link, all of them in the link's element (ISO 14289-1 7.18.5). */
export function writeLinks(
  collector: PageCollector,
  pages: readonly PDFRef[],
  pageCount: number,
  document: CosDocument,
): WrittenAnnotation[] {
  return collector.links.map((area, index) => {
    const { owner, annotations } = area.link.slot as { owner: StructNode; annotations: number[] }
    annotations.push(index)
    // Printed with the page (ISO 19005-2 6.3.2).
    const ref = document.addWritten(
      `<</Type/Annot/Subtype/Link/Rect[${area.rect.map(writtenNumber).join(' ')}]/Border[0 0 0]/F 4/P ${pages[area.page]!.toString()}` +
        `/Contents ${writtenText(wordsOf(area))}/StructParent ${pageCount + index}` +
        `${targetOf(area, collector.places, pages)}>>`,
    )
    return { ref, page: area.page, owner }
  })
}

/** Characters that a link says of itself: it does so with each of its lines. */
const LONGEST = 1000

/** A link says something of itself whatever its title is (ISO 14289-1 7.18.5): its address in the end. */
function wordsOf({ link }: LinkArea): string {
  const { contents } = link
  const words = printable(contents.length > LONGEST ? `${contents.slice(0, LONGEST - 1)}…` : contents)
  return words || ('url' in link.to ? link.to.url : link.to.place)
}

function targetOf({ link }: LinkArea, places: ReadonlyMap<string, NamedPlace>, pages: readonly PDFRef[]): string {
  if ('url' in link.to) return `/A<</S/URI/URI(${escapeUri(link.to.url)})>>`
  // A place on no page cannot be: it is made with the text. The first page is the safe answer.
  return places.has(link.to.place) ? `/Dest ${writtenText(link.to.place)}` : `/Dest[${pages[0]!.toString()}/Fit]`
}

/** Addresses in a PDF are ASCII (ISO 32000-1 12.6.4.7); parentheses and backslashes would end the string. */
function escapeUri(url: string): string {
  const ascii = url.replace(/[^\x21-\x7e]/gu, character => {
    try {
      return encodeURIComponent(character)
    } catch {
      return ''
    }
  })
  return ascii.replace(/[\\()]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
