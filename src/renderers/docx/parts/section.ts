import type { Page, Style } from '../../../templates/template.js'
import type { WordFile } from '../body/flow.js'
import { twips } from '../measure.js'
import { columnGap, pageSize } from './page-size.js'

/** Relationship ids of the running lines. */
export interface RunningIds {
  firstHeader: string
  header: string
  firstFooter: string
  footer: string
}

/** How a section stands in the file. */
export interface SectionPlace {
  /** Absent in a section that goes on with the running lines of the one before it. */
  running?: RunningIds
  /** It begins on the page where the section before it ends. */
  continuous?: boolean
  columns: number
}

/** Returns `w:sectPr`: page, margins, columns, and the first page with a head of its own (ISO/IEC 29500-1, 17.6.17). */
export function sectionProperties(place: SectionPlace, file: WordFile): string {
  const { context, styles, rtl } = file
  const { page } = context.template
  const { width, height } = pageSize(page)
  const { top, right, bottom, left } = page.margin
  // Right to left, the page is the mirror of itself.
  const [near, far] = rtl ? [right, left] : [left, right]
  const { header, footer } = styles.looks
  const margins = `w:top="${twips(top)}" w:right="${twips(far)}" w:bottom="${twips(bottom)}" w:left="${twips(near)}" w:header="${twips(page.headerAt - aboveBaseline(header))}" w:footer="${twips(page.footerAt - belowBaseline(footer))}" w:gutter="0"`
  return [
    '<w:sectPr>',
    place.running ? references(place.running) : '',
    place.continuous ? '<w:type w:val="continuous"/>' : '',
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar ${margins}/>`,
    columns(place.columns, page),
    place.running ? '<w:titlePg/>' : '',
    rtl ? '<w:bidi/>' : '',
    '</w:sectPr>',
  ].join('')
}

function references(ids: RunningIds): string {
  return [
    `<w:headerReference w:type="default" r:id="${ids.header}"/>`,
    `<w:headerReference w:type="first" r:id="${ids.firstHeader}"/>`,
    `<w:footerReference w:type="default" r:id="${ids.footer}"/>`,
    `<w:footerReference w:type="first" r:id="${ids.firstFooter}"/>`,
  ].join('')
}

function columns(count: number, page: Page): string {
  if (count === 1) return '<w:cols w:space="708"/>'
  return `<w:cols w:num="${count}" w:space="${twips(columnGap(page))}"${page.columnRule ? ' w:sep="1"' : ''}/>`
}

/** Word measures to a line's edge, a template to its baseline: about four fifths down. */
function aboveBaseline(look: Style): number {
  return (look.leading ?? 12) * 0.8
}

function belowBaseline(look: Style): number {
  return (look.leading ?? 12) * 0.2
}
