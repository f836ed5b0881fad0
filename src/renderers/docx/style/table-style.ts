import type { Rule, Style } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { border, type Palette, shade } from './properties.js'
import type { StyleEntry } from './style-sheet.js'
import type { Looks } from './word-styles.js'

/** Returns the table styles: "Article Table", and "Box Table" for one that stands in a panel. */
export function tableStyles(looks: Looks, palette: Palette): StyleEntry[] {
  const { table, box } = looks
  const head = rule('bottom', looks.tableHead.border?.bottom, palette)
  const headRow = `<w:tblStylePr w:type="firstRow"><w:tblPr/>${head && `<w:tcPr><w:tcBorders>${head}</w:tcBorders></w:tcPr>`}</w:tblStylePr>`
  const article = `<w:tblPr>${borders(table, palette)}${margins(table)}</w:tblPr>${headRow}`
  const bar: Style = { ...table, border: { ...table.border, ...(box.border?.left && { left: box.border.left }) } }
  const tint = shade(box, palette)
  const boxed = `<w:tblPr>${borders(bar, palette)}${margins(table)}</w:tblPr>${tint && `<w:tcPr>${tint}</w:tcPr>`}${headRow}`
  return [
    tableStyle('ArticleTable', 'Article Table', 'TableNormal', article),
    tableStyle('BoxTable', 'Box Table', 'ArticleTable', boxed),
  ]
}

function tableStyle(id: string, name: string, base: string, look: string): StyleEntry {
  const xml = `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/><w:uiPriority w:val="16"/><w:qFormat/>${look}</w:style>`
  return { id, name, kind: 'table', xml }
}

function borders(look: Style, palette: Palette): string {
  const rules = [
    rule('top', look.border?.top, palette),
    rule('left', look.border?.left, palette),
    rule('bottom', look.border?.bottom, palette),
    rule('right', look.border?.right, palette),
    rule('insideH', look.rowRule, palette),
  ].join('')
  return rules && `<w:tblBorders>${rules}</w:tblBorders>`
}

function margins(look: Style): string {
  const sides = (['top', 'left', 'bottom', 'right'] as const).map(
    side => `<w:${side} w:w="${twips(look.padding?.[side] ?? 0)}" w:type="dxa"/>`,
  )
  return `<w:tblCellMar>${sides.join('')}</w:tblCellMar>`
}

function rule(side: string, own: Rule | undefined, palette: Palette): string {
  return own && own.width > 0 ? border(side, own, undefined, palette) : ''
}
