import type { Template } from '../../src/templates/template.js'
import { shippedTemplate } from './pdf-context.js'

/** Returns a template in so many columns, its type as large as they allow. */
export async function columnTemplate(columns: 1 | 2 | 3, baselineGrid = false): Promise<Template> {
  const template = await shippedTemplate('briefing')
  if (columns === 1) return template
  const body = columns === 2 ? { size: 9.8, leading: 13.6, firstLine: 12 } : { size: 8.8, leading: 12, firstLine: 10 }
  return {
    ...template,
    page: {
      ...template.page,
      margin: { top: 78, right: 54, bottom: 66, left: 54 },
      furnitureLeft: 54,
      columns,
      columnGap: 22,
      columnRule: true,
      baselineGrid,
    },
    styles: { ...template.styles, body: { ...template.styles.body, ...body } },
  }
}
