import { expect, test } from 'vitest'
import { preflightPdf } from '../../src/preflight/pdf/preflight-pdf.js'
import { attach } from '../support/pdf-faults/attach.js'
import { commonFaults } from '../support/pdf-faults/common.js'
import type { PdfFault } from '../support/pdf-faults/fault.js'
import { moreFaults } from '../support/pdf-faults/more.js'
import { taggedPdf } from '../support/tagged-pdf.js'

test('finds nothing in a document that keeps to PDF/UA-1 and PDF/A-2a', async () => {
  expect(await preflightPdf(await taggedPdf())).toEqual([])
})

test('finds nothing in the same document packed into object streams', async () => {
  expect(await preflightPdf(await taggedPdf(() => {}, true))).toEqual([])
})

test('finds nothing in a PDF/A-3 with an attachment that says what it is', async () => {
  const bytes = await taggedPdf(parts => {
    parts.xmp = parts.xmp.replace('part>2<', 'part>3<')
    attach(parts, {})
  })
  expect(await preflightPdf(bytes)).toEqual([])
})

test('knows eighteen common faults', () => {
  expect(commonFaults).toHaveLength(18)
})

test.each(commonFaults)('catches: $name', caught)
test.each(moreFaults)('catches: $name', caught)

async function caught({ rule, path, change }: PdfFault): Promise<void> {
  const messages = await preflightPdf(await taggedPdf(change))
  const found = messages.filter(message => message.rule === rule)
  expect(found, JSON.stringify(messages)).not.toEqual([])
  if (path)
    expect(
      found.some(message => path.test(message.path ?? '')),
      JSON.stringify(found),
    ).toBe(true)
}

test('names the clause and what to do with each finding', async () => {
  for (const { change } of [...commonFaults, ...moreFaults])
    for (const message of await preflightPdf(await taggedPdf(change))) expect(message.hint).toMatch(/ISO \d+|veraPDF/)
}, 30_000)
