import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, standfirst, story } from '../support/cli.js'
import { commonFaults } from '../support/pdf-faults/common.js'
import { taggedPdf } from '../support/tagged-pdf.js'

const fault = commonFaults.find(({ name }) => name === 'figure without alternative')!

test('check judges PDF files beside articles, and fails where one has an error', async () => {
  const cwd = folderOf({ 'a.md': story('One') })
  writeFileSync(join(cwd, 'good.pdf'), await taggedPdf())
  writeFileSync(join(cwd, 'bad.pdf'), await taggedPdf(fault.change))
  expect((await standfirst(['check', 'good.pdf', 'a.md'], { cwd })).code).toBe(0)
  const { code, stderr, stdout } = await standfirst(['check', 'good.pdf', 'bad.pdf', 'missing.pdf'], { cwd })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain('bad.pdf')
  expect(stderr).toContain('ISO 14289-1 7.3')
  expect(stderr).toContain('missing.pdf')
  expect(stderr).not.toContain('good.pdf\n')
})

test('check reports on a PDF to programs', async () => {
  const cwd = folderOf({})
  writeFileSync(join(cwd, 'bad.pdf'), await taggedPdf(fault.change))
  const { code, stdout } = await standfirst(['check', 'bad.pdf', '--reporter', 'json'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain('"pdfua-alternative"')
})

test('check judges feeds in JSON, news objects and pages, and one file that it cannot judge stops no other', async () => {
  const cwd = folderOf({
    'a.md': story('One'),
    'old.odt': 'PK',
    'page.html': '<p><img src="a.jpg"></p>',
  })
  await standfirst(['export', 'a.md', '--to', 'jsonfeed,ninjs,html', '--out', 'out'], { cwd })
  const { code, stdout } = await standfirst(['check', 'old.odt', 'page.html', 'out/*', 'a.md', '--reporter', 'json'], {
    cwd,
  })
  const { documents } = JSON.parse(stdout) as { documents: { file: string; messages: { rule: string }[] }[] }
  const rulesOf = (file: string) => documents.find(each => each.file === file)?.messages.map(({ rule }) => rule)
  expect([code, rulesOf('old.odt'), rulesOf('page.html')]).toEqual([
    1,
    ['file-not-judged'],
    ['page-picture', 'page-extent'],
  ])
  expect(rulesOf('out/feed.json')).toContain('jsonfeed-recommended')
  expect(rulesOf('out/a.html')).toContain('page-extent')
  expect(rulesOf('out/a.ninjs.json')).toEqual([])
  expect(rulesOf('a.md')).toBeDefined()
})
