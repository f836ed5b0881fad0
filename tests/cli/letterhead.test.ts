import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { letterhead as house } from '../renderers/docx/support/letterhead.js'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'
import { viewDocx } from '../support/view-docx.js'

test('--reference-doc writes a Word file on a letterhead', async () => {
  const cwd = folderOf({ 'a.md': `${story('One')}\n\n## Head\n\nText.\n` })
  writeFileSync(join(cwd, 'house.docx'), house({ cover: true }))
  const { code } = await standfirst(['export', 'a.md', '--to', 'docx', '--reference-doc', 'house.docx', '--out', '.'], {
    cwd,
  })
  expect(code).toBe(0)
  const view = viewDocx(new Uint8Array(readFileSync(join(cwd, 'a.docx'))))
  expect(view).toContain('Dear reader')
  expect(view).toContain('Heading 1 | [#head] Head')
})

test.each([
  ['a.md', 'docx', 'is no Word file'],
  ['nothere.docx', 'jsonld', 'is not there'],
  ['broken.docx', 'docx', 'the reference document cannot be used'],
])('--reference-doc %s --to %s: the letterhead %s, and nothing is written', async (letterhead, to, said) => {
  // Its head is whole, and what it holds is cut off.
  const broken = house({}).subarray(0, 4000)
  const cwd = folderOf({ 'a.md': story('One'), 'broken.docx': broken })
  const { code, stderr } = await standfirst(['export', 'a.md', '--to', to, '--reference-doc', letterhead], { cwd })
  expect([code, filesIn(cwd)]).toEqual([2, ['a.md', 'broken.docx']])
  expect(stderr).toContain(said)
})

test('a letterhead named in the configuration lies beside it', async () => {
  const cwd = folderOf({ 'stories/a.md': story('One'), 'standfirst.config.yaml': 'docx: {referenceDoc: house.docx}\n' })
  writeFileSync(join(cwd, 'house.docx'), house({ cover: true }))
  const { code } = await standfirst(['export', '../stories/a.md', '--to', 'docx', '--out', '..'], {
    cwd: join(cwd, 'stories'),
  })
  expect(code).toBe(0)
  expect(viewDocx(new Uint8Array(readFileSync(join(cwd, 'a.docx'))))).toContain('Dear reader')
})
