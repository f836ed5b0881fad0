import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { root } from '../support/corpus.js'
import { expectStoredPages } from '../support/page-pictures.js'
import { renderAll } from '../support/render-all.js'

/** Pages of each template and script beside stored pictures; more constructs are compared in `tests/conformance/`. */

/** Stories in the scripts of the world, each of one page. */
const scripts = [
  'arabic-story',
  ...['bengali', 'chinese', 'devanagari', 'hebrew', 'japanese', 'korean', 'persian', 'signs', 'tamil', 'thai'].map(
    name => `script-${name}`,
  ),
]

/** Where a story lies, if it is no example. */
const constructs = 'tests/visual/constructs'
const set: { template: string; example: string; folder?: string }[] = [
  { template: 'briefing', example: 'river-ports' },
  { template: 'wire', example: 'ferry-talks' },
  { template: 'feature', example: 'ice-road' },
  { template: 'briefing', example: 'tables', folder: constructs },
  { template: 'briefing', example: 'set-apart', folder: constructs },
  ...scripts.map(name => ({ template: 'briefing', example: name, folder: 'tests/fixtures' })),
]

describe('pages look as they were last approved', () => {
  it.each(set)('$template: $example', async ({ template, example, folder = 'examples' }) => {
    const path = join(root, folder, folder === 'tests/fixtures' ? `${example}/input.md` : `${example}.md`)
    const { article } = await readMarkdown(readFileSync(path, 'utf8'), { path })
    const { pdf } = await renderAll(article!, path, template)
    await expectStoredPages(pdf, `${template}-${example}`)
  })
})
