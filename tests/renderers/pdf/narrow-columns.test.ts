import { expect, test } from 'vitest'
import type { Block } from '../../../src/article/article.js'
import { article, box, listItem, numberedList, paragraph, table } from '../../../src/article/build.js'
import { composePages } from '../../../src/renderers/pdf/render-pdf.js'
import { columnTemplate } from '../../support/column-template.js'
import { checkoutHost, pdfContext } from '../../support/pdf-context.js'

const prose = paragraph('The ferry left the harbour before the tide had turned. '.repeat(6))

/** Returns what stands on the first of pages in three columns: words with where they begin and their size, and panels. */
async function firstPage(block: Block) {
  const { context } = await pdfContext({ template: await columnTemplate(3), host: checkoutHost() })
  const { plans, page } = await composePages(article({ title: 'Narrow' }, [prose, block, prose]), context)
  const { under, content } = plans[0]!
  const words = content.flatMap(op => {
    if (op.k !== 'text') return []
    const { rows, from } = op.placed
    const { text, style } = rows.span[from]!
    return [{ text, size: style.size, x: op.x + rows.x[from]! }]
  })
  return { words, panels: under.flatMap(op => (op.k === 'rule' ? [op] : [])), frame: page.frame }
}

test('the numbers of a list in a box stand within it', async () => {
  const items = Array.from({ length: 12 }, () => listItem([paragraph('A pier of its own.')]))
  const { words, panels } = await firstPage(box('background', 'Facts', [numberedList(items)]))
  const numbers = words.filter(({ text }) => /^\d+\.$/.test(text))
  expect(numbers).toHaveLength(12)
  for (const { x } of numbers) expect(panels.some(panel => x > panel.x + 3 && x < panel.x + panel.width)).toBe(true)
})

test('a table that has room in slightly smaller letters stays in its column', async () => {
  const smaller: number[] = []
  for (let length = 6; length < 12; length++) {
    const row = (name: string) => [name, ...Array.from({ length: 3 }, () => '8'.repeat(length))]
    const { words, frame } = await firstPage(table([row('Ward'), row('Quay'), row('Dock')]))
    const first = words.find(({ text }) => text === 'Quay')!
    const last = words.findLast(({ text }) => text.startsWith('888'))!
    if (last.x - first.x < frame.width / 3) smaller.push(first.size)
  }
  expect(new Set(smaller).size).toBeGreaterThan(1)
})
