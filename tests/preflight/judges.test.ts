import { expect, test } from 'vitest'
import { judgeFile, judgeFor, judges, preflight } from '../../src/preflight/judges.js'
import { taggedPdf } from '../support/tagged-pdf.js'

test('finds a judge by the end of a name, in any case', () => {
  expect(judgeFor('out/Report.PDF')).toBe(judges[0])
  expect(judgeFor('report.pdf.md')).toBeUndefined()
})

test('judges a file by its name, and says nothing of a kind that it does not know', async () => {
  expect(await judgeFile('a.pdf', new TextEncoder().encode('# Title'))).toMatchObject([
    { rule: 'pdf-unreadable', severity: 'error' },
  ])
  expect(await judgeFile('a.png', new Uint8Array(0))).toBeUndefined()
})

test('judges a PDF by its bytes alone', async () => {
  expect(await preflight(await taggedPdf())).toEqual([])
})
