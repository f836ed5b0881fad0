import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import { inspectFile } from '../../../src/export/inspect-file.js'
import { exportFiles, render, stripPositions } from '../../../src/index.js'
import { preflight } from '../../../src/preflight/judges.js'
import { PdfFile } from '../../../src/preflight/pdf/file/pdf-file.js'
import { readNameTree } from '../../../src/preflight/pdf/file/trees.js'
import { readPdfOptions } from '../../../src/renderers/pdf/options.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-attach-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file that a PDF carries: its bytes, and what it is said to be. */
function attachmentsOf(bytes: Uint8Array) {
  const file = new PdfFile(bytes)
  const associated = (file.array(file.catalog.get('AF')) ?? []).map(item => file.dict(item))
  const names = file.dict(file.catalog.get('Names'))?.get('EmbeddedFiles')
  return readNameTree(file, names).map(({ value }) => {
    const specification = file.dict(value)!
    const stream = file.stream(file.dict(specification.get('EF'))?.get('F'))!
    return {
      name: file.text(specification.get('UF')),
      kind: file.name(stream.dict.get('Subtype')),
      relationship: file.name(specification.get('AFRelationship')),
      isAssociated: associated.includes(specification),
      modified: file.text(file.dict(stream.dict.get('Params'))?.get('ModDate')),
      bytes: Buffer.from(file.data(stream).bytes),
    }
  })
}

// A byte order mark and Windows line ends: what is attached is the file, not what was made of it.
const source =
  '\uFEFF---\r\ntitle: Ferry talks\r\nauthor: A. Lind\r\npublished: 2026-11-23\r\nslug: ferry\r\njsonld: {lint: false}\r\n---\r\n\r\nTalks *resume*.\r\n'
writeFileSync(join(folder, 'ferry talks.md'), source)

describe('a PDF carries its own data', () => {
  const attach = 'pdf.attach=source,article.json,jsonld'
  const run = (inputs: string[], to = 'pdf,jsonld') =>
    exportFiles({ inputs, to, out: join(folder, 'out'), cwd: folder, config: false, set: [attach] }).done

  test('exactly the source, the canonical article and the markup that the formats give', async () => {
    expect(await run(['ferry talks.md'])).toMatchObject({ ok: true })
    const pdf = readFileSync(join(folder, 'out', 'ferry.pdf'))
    const said = attachmentsOf(pdf)
    expect(said.map(({ name, kind, relationship }) => [name, kind, relationship])).toEqual([
      ['article.json', 'application/json', 'Data'],
      ['article.jsonld', 'application/ld+json', 'Supplement'],
      ['ferry talks.md', 'text/markdown', 'Source'],
    ])
    expect(said.every(({ isAssociated, modified }) => isAssociated && modified === 'D:20261123000000Z')).toBe(true)
    const { article: read } = await inspectFile({ inputs: [join(folder, 'ferry talks.md')], config: false })
    expect(said[0]!.bytes.toString()).toBe(`${JSON.stringify(stripPositions(read!), undefined, 2)}\n`)
    expect(said[1]!.bytes.equals(readFileSync(join(folder, 'out', 'ferry.jsonld')))).toBe(true)
    expect(said[2]!.bytes.equals(Buffer.from(source))).toBe(true)
    expect(await preflight(pdf)).toEqual([])
    expect(pdf.includes('<pdfaid:part>3</pdfaid:part>')).toBe(true)
  })

  test('a saved article has no source, and the PDF says so', async () => {
    const saved = article({ title: 'Saved', slug: 'saved' }, [paragraph('Text.')])
    writeFileSync(join(folder, 'saved.json'), JSON.stringify(saved))
    const { documents } = await run(['saved.json'], 'pdf')
    expect(documents[0]!.messages).toMatchObject([{ rule: 'pdf-attach', severity: 'loss' }])
    const pdf = readFileSync(join(folder, 'out', 'saved.pdf'))
    expect(attachmentsOf(pdf).map(({ name }) => name)).toEqual(['article.json', 'article.jsonld'])
    expect(await preflight(pdf)).toEqual([])
  })

  test('by the library, the source is what the caller gives', async () => {
    const { output, messages } = await render(article({ title: 'Library' }, [paragraph('Text.')]), 'pdf', {
      options: { attach: ['jsonld', 'source'] },
      source: { name: 'library.md', bytes: new TextEncoder().encode('Text.') },
    })
    expect(messages).toEqual([])
    expect(attachmentsOf(output.body as Uint8Array).map(({ name }) => name)).toEqual(['article.jsonld', 'library.md'])
  })
})

test('the profile follows from what is attached, and may not contradict it', () => {
  expect(readPdfOptions({})).toMatchObject({ profile: 'ua1+a2a', attach: [] })
  expect(readPdfOptions({ attach: 'source, jsonld' })).toMatchObject({
    profile: 'ua1+a3a',
    attach: ['source', 'jsonld'],
  })
  expect(readPdfOptions({ attach: ['source'], profile: 'plain' })).toMatchObject({ profile: 'plain' })
  expect(() => readPdfOptions({ attach: ['source'], profile: 'ua1+a2a' })).toThrow('allows no attachments')
  expect(() => readPdfOptions({ attach: ['sauce'] })).toThrow('"sauce" (there are source, article.json, jsonld)')
  expect(() => readPdfOptions({ attach: 3 })).toThrow('`attach` names 3')
})
