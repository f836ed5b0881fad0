import type { Style, Template } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { pageSize } from './page-size.js'

/** Relationship ids of the running lines. */
export interface RunningIds {
  firstHeader: string
  header: string
  firstFooter: string
  footer: string
}

/** Returns `w:sectPr`: page, margins, columns, and the first page with a head of its own (ISO/IEC 29500-1, 17.6.17). */
export function sectionProperties(
  template: Template,
  ids: RunningIds,
  looks: { header: Style; footer: Style },
  rtl: boolean,
): string {
  const { page } = template
  const { width, height } = pageSize(page)
  const { top, right, bottom, left } = page.margin
  const references = [
    `<w:headerReference w:type="default" r:id="${ids.header}"/>`,
    `<w:headerReference w:type="first" r:id="${ids.firstHeader}"/>`,
    `<w:footerReference w:type="default" r:id="${ids.footer}"/>`,
    `<w:footerReference w:type="first" r:id="${ids.firstFooter}"/>`,
  ]
  // Right to left, the page is the mirror of itself.
  const [near, far] = rtl ? [right, left] : [left, right]
  const margins = `w:top="${twips(top)}" w:right="${twips(far)}" w:bottom="${twips(bottom)}" w:left="${twips(near)}" w:header="${twips(page.headerAt - aboveBaseline(looks.header))}" w:footer="${twips(page.footerAt - belowBaseline(looks.footer))}" w:gutter="0"`
  const columns =
    page.columns && page.columns > 1
      ? `<w:cols w:num="${page.columns}" w:space="${twips(page.columnGap ?? 20)}"${page.columnRule ? ' w:sep="1"' : ''}/>`
      : '<w:cols w:space="708"/>'
  return `<w:sectPr>${references.join('')}<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar ${margins}/>${columns}<w:titlePg/>${rtl ? '<w:bidi/>' : ''}</w:sectPr>`
}

/** Word measures to a line's edge, a template to its baseline: about four fifths down. */
function aboveBaseline(look: Style): number {
  return (look.leading ?? 12) * 0.8
}

function belowBaseline(look: Style): number {
  return (look.leading ?? 12) * 0.2
}
