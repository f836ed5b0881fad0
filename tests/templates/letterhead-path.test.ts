import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findTemplate } from '../../src/templates/find-template.js'
import { templateFolder } from '../../src/templates/template-folder.js'

it('a letterhead that a template names lies beside the template', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-template-'))
  const data = { extends: 'briefing', name: 'house', docx: { referenceDoc: 'paper/house.dotx' } }
  writeFileSync(join(folder, 'template.json'), JSON.stringify(data))
  const template = await findTemplate(folder, templateFolder('/elsewhere'))
  expect(template.docx?.referenceDoc).toBe(join(folder, 'paper', 'house.dotx'))
})
