import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { docxRenderer } from '../../src/renderers/docx/index.js'
import { contextFor, png, shippedTemplate } from '../renderers/docx/support/context.js'
import { complaints, judge } from './judge.js'
import { groups, made } from './made.js'
import { pandocStructure } from './pandoc-structure.js'
import { type Structure, structureOf } from './structure.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-structure-'))
afterAll(() => rmSync(folder, { recursive: true }))

const picture = { bytes: png, mediaType: 'image/png', width: 900, height: 400, orientation: 1 } as const

/** Random articles hold much that Word has no place for: the reader’s round trip judges those. */
const judged = groups.filter(group => group !== 'random')

describe.each(judged)('Word files of %s', group => {
  it('have for Pandoc the structure of the article', async () => {
    const found = await complaints(made(group), async ({ name, article }) => {
      const template = shippedTemplate(/-(wire|feature)$/.exec(name)?.[1] ?? 'briefing')
      // Every picture is to be had, so that none is missing for another reason.
      const context = contextFor(template, undefined, { load: async () => picture })
      const file = join(folder, `${name}.docx`)
      const { body } = await docxRenderer.render(article, context)
      writeFileSync(file, body as Uint8Array)
      const { out } = await judge('pandoc', ['-f', 'docx', '-t', 'json', file])
      const [wanted, read] = [structureOf(article), pandocStructure(out)]
      return (Object.keys(wanted) as (keyof Structure)[]).flatMap(part =>
        wanted[part].join('\n') === read[part].join('\n')
          ? []
          : [`${name}, ${part}: wanted ${wanted[part].join('; ')}\nread ${read[part].join('; ')}`],
      )
    })
    expect(found).toEqual([])
  })
})
