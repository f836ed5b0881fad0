import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from 'feedsmith'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { root } from '../support/corpus.js'
import { checkXml } from '../support/docx-text.js'
import { squeeze } from '../support/words.js'
import { fileOf, made } from './made.js'

/** schema.org's JSON-LD context, which is not part of the project: a file named by the environment, or beside the project. */
const contextFile = process.env.STANDFIRST_SCHEMA_ORG ?? join(root, '../shared/data/schemaorgcontext.jsonld')

describe('feeds', () => {
  it('are well-formed and parse, each with its item', () => {
    for (const { name, article } of made()) {
      const xml = readFileSync(fileOf(name, 'rss'), 'utf8')
      checkXml(xml)
      const parsed = parseFeed(xml)
      if (parsed.format !== 'rss') throw new Error(`${name} was read as ${parsed.format}`)
      const titles = parsed.feed.items?.map(item => squeeze(item.title ?? ''))
      expect(titles, name).toEqual([squeeze(article.meta.title)])
    }
  })
})

describe('structured data', () => {
  if (!existsSync(contextFile)) {
    process.stdout.write(
      `schema.org's context is not at ${contextFile}: JSON-LD is not expanded.\n` +
        'Save https://schema.org/docs/jsonldcontext.jsonld and name it in STANDFIRST_SCHEMA_ORG.\n',
    )
    it('is JSON with one graph each', () => {
      for (const { name } of made())
        expect(JSON.parse(readFileSync(fileOf(name, 'jsonld'), 'utf8'))['@graph'], name).toBeInstanceOf(Array)
    })
    return
  }

  it('expands in safe mode, so that no term is unknown to schema.org', async () => {
    const document = JSON.parse(readFileSync(contextFile, 'utf8'))
    const documentLoader = async (url: string) => {
      if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`a context from ${url}`)
      return { contextUrl: undefined, documentUrl: url, document }
    }
    // The package's types do not know `safe` yet.
    const options = { safe: true, documentLoader }
    const wrong: string[] = []
    for (const { name } of made()) {
      const data = JSON.parse(readFileSync(fileOf(name, 'jsonld'), 'utf8'))
      await jsonld
        .expand(data, options)
        .catch(error => wrong.push(`${name}: ${error.message} ${JSON.stringify(error.details?.event ?? {})}`))
    }
    expect(wrong).toEqual([])
  })
})
