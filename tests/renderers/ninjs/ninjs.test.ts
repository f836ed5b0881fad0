import { expect, test } from 'vitest'
import type { Article, Meta } from '../../../src/article/article.js'
import { article, paragraph, quote } from '../../../src/article/build.js'
import { plainText } from '../../../src/article/text.js'
import { ninjsRenderer } from '../../../src/renderers/ninjs/index.js'
import { everyNode } from '../../support/every-node.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'

async function ninjsOf(from: Article, setting: TextSetting = {}) {
  const { context, messages } = textContext(ninjsRenderer, { site: { url: 'https://news.example' }, ...setting })
  return { item: JSON.parse(await textOf(await ninjsRenderer.render(from, context))), messages }
}
const withMeta = async (meta: Partial<Meta>) => (await ninjsOf(article({ url: '/x', ...meta }, []))).item

test('says what the article says', async () => {
  const { item } = await ninjsOf(everyNode())
  expect(item).toMatchObject({
    uri: 'tag:news.example,2026:pier',
    standard: { name: 'ninjs', version: '3.1' },
    type: 'text',
    representationType: 'full',
    firstCreated: '2026-11-19T09:30:00Z',
    versionCreated: '2026-11-19T15:05:00Z',
    pubStatus: 'usable',
    language: 'en-GB',
    by: 'Maren Holt, Daniel Osei and Data Desk',
    located: 'TORHAVEN',
    slugline: 'pier',
    edNote: 'Correction (2026-11-19): The cost is €2.8 million, not €28 million.',
    rightsInfo: { linkedRights: 'https://creativecommons.org/licenses/by/4.0/' },
    genres: [{ name: 'Analysis', uri: 'http://cv.iptc.org/newscodes/genre/Analysis' }],
  })
  expect(item.headlines.map(({ role }: { role: string }) => role)).toEqual(['main', 'subtitle', 'kicker'])
  expect(item.people).toContainEqual({ name: 'Ines Calder', rel: 'speaker', uri: 'https://gov.example/calder' })
  expect(item.organisations[0]).toEqual({ name: 'Data Desk', rel: 'author' })
  expect(item.bodies[1]).toMatchObject({ contentType: 'text/plain', value: plainText(everyNode()) })
})

test('has pictures as objects of their own, with caption, alt and every rendition', async () => {
  const { item } = await ninjsOf(everyNode())
  expect(item.associations[0]).toMatchObject({
    uri: 'https://news.example/img/harbour.jpg',
    name: 'lead-picture',
    type: 'picture',
    by: 'Ilse Brand/NCNA',
    descriptions: [
      { role: 'caption', value: 'The pier lost its outer half.' },
      { role: 'alt', value: 'A ferry beside a broken pier' },
    ],
  })
  expect(item.associations[0].renditions.map(({ name }: { name: string }) => name)).toEqual([
    'main',
    'w400',
    '1x1',
    '4x3',
  ])
})

test.each([
  ['draft', 'withheld'],
  ['withheld', 'withheld'],
  ['retracted', 'canceled'],
  ['final', 'usable'],
] as const)('of status %s is %s', async (status, pubStatus) => {
  expect((await withMeta({ status })).pubStatus).toBe(pubStatus)
})

test('writes an id in letters outside ASCII as a URI', async () => {
  expect((await withMeta({ id: 'https://news.example/ø/1' })).uri).toBe('https://news.example/%C3%B8/1')
})

test('begins a bare date in the site’s zone, because ninjs has only moments', async () => {
  const { item } = await ninjsOf(article({ url: '/x', published: '2026-07-01' }, []), {
    site: { url: 'https://news.example', timezone: 'Europe/Berlin' },
  })
  expect(item.firstCreated).toBe('2026-06-30T22:00:00Z')
})

test('gives the terms of use as an address that stands by itself', async () => {
  expect((await withMeta({ rights: { terms: '/terms', license: 'CC BY 4.0' } })).usageTerms).toBe(
    'https://news.example/terms · CC BY 4.0',
  )
})

test('cut at the end of its free part is partial', async () => {
  const { item, messages } = await ninjsOf(
    article({ freeBlocks: 1 }, [paragraph('Free.'), quote([paragraph('Paid.')])]),
  )
  expect(item.representationType).toBe('partial')
  expect(JSON.stringify(item.bodies)).not.toContain('Paid')
  expect(messages.map(({ rule }) => rule)).toContain('paywall')
})

test('of an empty article has nothing empty', async () => {
  expect(JSON.stringify((await ninjsOf(article({ title: '' }, []))).item)).not.toMatch(/""|\[\]|\{\}|null/)
})
