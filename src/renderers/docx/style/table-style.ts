import type { Rule } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { border, type Palette } from './properties.js'
import type { Looks } from './word-styles.js'

/** Returns the table style "Article Table": rules, cell margins and the head row's line as the template has them. */
export function tableStyle(looks: Looks, palette: Palette): string {
  const { table, tableHead } = looks
  const rules = [
    rule('top', table.border?.top, palette),
    rule('left', table.border?.left, palette),
    rule('bottom', table.border?.bottom, palette),
    rule('right', table.border?.right, palette),
    rule('insideH', table.rowRule, palette),
  ]
  const margins = (['top', 'left', 'bottom', 'right'] as const).map(
    side => `<w:${side} w:w="${twips(table.padding?.[side] ?? 0)}" w:type="dxa"/>`,
  )
  const headRule = rule('bottom', tableHead.border?.bottom, palette)
  const head = headRule && `<w:tcPr><w:tcBorders>${headRule}</w:tcBorders></w:tcPr>`
  return `<w:style w:type="table" w:customStyle="1" w:styleId="ArticleTable"><w:name w:val="Article Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="16"/><w:qFormat/><w:tblPr><w:tblBorders>${rules.join('')}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/>${head}</w:tblStylePr></w:style>`
}

function rule(side: string, own: Rule | undefined, palette: Palette): string {
  return own && own.width > 0 ? border(side, own, 0, palette) : ''
}
