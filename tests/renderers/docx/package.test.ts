import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { article, paragraph } from '../../../src/article/build.js'
import { childrenNamed, findNodes, readXml, textOf } from '../../support/xml-tree.js'
import { renderDocx } from './support/context.js'
import { briefing, everything } from './support/samples.js'

async function files(source: Article): Promise<{ [path: string]: string }> {
  const parts = unzipSync(await renderDocx(source))
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

describe('package', () => {
  test('content types come first, and every part has one', async () => {
    const parts = await files(everything())
    const paths = Object.keys(parts)
    expect(paths[0]).toBe('[Content_Types].xml')
    const types = readXml(parts['[Content_Types].xml']!)
    const overrides = childrenNamed(types, 'Override').map(each => each.attributes.PartName!.slice(1))
    const defaults = childrenNamed(types, 'Default').map(each => each.attributes.Extension)
    for (const path of paths.slice(1))
      expect(overrides.includes(path) || (!path.endsWith('.xml') && defaults.includes(path.split('.').pop()))).toBe(
        true,
      )
  })

  test('every relationship inside the package leads to a part that is there', async () => {
    const parts = await files(everything())
    for (const [path, text] of Object.entries(parts).filter(([each]) => each.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]+$/, '')
      for (const each of childrenNamed(readXml(text), 'Relationship'))
        if (each.attributes.TargetMode !== 'External') expect(parts).toHaveProperty([folder + each.attributes.Target])
    }
  })

  test('every style that the text names is defined, and every base with it', async () => {
    const parts = await files(everything())
    const styles = childrenNamed(readXml(parts['word/styles.xml']!), 'w:style')
    const ids = new Set(styles.map(style => style.attributes['w:styleId']))
    expect(ids.size).toBe(styles.length)
    const named = [
      'word/document.xml',
      'word/footnotes.xml',
      'word/comments.xml',
      'word/header1.xml',
      'word/footer1.xml',
      'word/styles.xml',
    ]
    for (const path of named)
      for (const tag of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next'])
        for (const each of findNodes(readXml(parts[path]!), tag)) expect(ids).toContain(each.attributes['w:val'])
  })

  test('nothing asks for an update on opening', async () => {
    const parts = await files(briefing())
    expect(parts['word/settings.xml']).not.toContain('updateFields')
    expect(Object.values(parts).join('')).not.toContain('w:dirty')
    expect(parts['word/settings.xml']).toContain(
      'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"',
    )
  })
})

describe('properties', () => {
  test('are the article’s own', async () => {
    const core = readXml((await files(briefing()))['docProps/core.xml']!)
    expect(core.children.map(each => `${each.name} ${textOf(each)}`)).toEqual([
      'dc:title Shallow water, deep costs',
      'dc:subject Inland shipping',
      'dc:creator Ilka Brandt; Samuel Adeyemi',
      'cp:keywords grain, dredging',
      'dc:description A second dry summer has cut barge loads on the lower river.',
      'cp:category Freight',
      'dc:language en-GB',
      'dc:identifier https://meridianfreight.example/briefings/river-ports',
      'dcterms:created 2026-10-14T00:00:00Z',
      'dcterms:modified 2026-10-14T00:00:00Z',
    ])
  })

  test('an article without dates has none, rather than the moment of writing', async () => {
    expect((await files(article({}, [])))['docProps/core.xml']).not.toContain('dcterms:created')
  })

  test('what has no field of its own is a custom property', async () => {
    const custom = readXml((await files(everything()))['docProps/custom.xml']!)
    const values = childrenNamed(custom, 'property').map(
      each => `${each.attributes.pid} ${each.attributes.name}: ${textOf(each)}`,
    )
    expect(values).toContain('2 Canonical URL: https://example.org/first')
    expect(values.find(each => each.endsWith('Status: final'))).toBeDefined()
  })
})

describe('bytes', () => {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

  test('are the same for the same article, before and after others and at the same time', async () => {
    const first = digest(await renderDocx(everything()))
    await renderDocx(briefing())
    const both = await Promise.all([renderDocx(everything()), renderDocx(everything())])
    expect(both.map(digest)).toEqual([first, first])
  })

  test('name no time: every file is from 1980', async () => {
    const bytes = await renderDocx(article({}, [paragraph('x')]))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21])
  })
})
