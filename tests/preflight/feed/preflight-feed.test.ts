import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../../src/diagnostics/rules.js'
import { preflightFeed } from '../../../src/preflight/feed/preflight-feed.js'
import { atomRenderer } from '../../../src/renderers/atom/index.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { everyNode } from '../../support/every-node.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { textContext, textOf } from '../../support/text-context.js'
import { goodFeed, mutated, mutations } from './mutations.js'

const setting = { url: 'https://n.example/feed.xml', now: new Date('2026-11-23T12:00:00Z') }
const found = (xml: string) =>
  [...new Set(preflightFeed(xml, setting).map(({ rule }) => rule.replace('w3c/', '')))].sort()

test('a good feed is left alone', () => {
  expect(preflightFeed(goodFeed, setting)).toEqual([])
})

describe('every rule of the W3C validator is found under its name:', () => {
  test.each(mutations.map(mutation => ({ what: mutation[0], mutation })))('$what', ({ mutation }) => {
    const [, , , ...wanted] = mutation
    const xml = mutated(mutation)
    expect(xml).not.toBe(goodFeed)
    expect(found(xml)).toEqual(wanted.filter(name => name !== 'none').sort())
  })
})

test('a finding has its line, a value and advice', () => {
  const [message] = preflightFeed(goodFeed.replace('en-GB', 'en_GB'), setting)
  expect(message).toMatchObject({
    rule: 'w3c/InvalidLanguage',
    severity: 'error',
    reason: 'the language is "en_GB"',
    hint: 'write a tag such as `en-GB`',
    position: { start: { line: 7 } },
  })
  expect(ruleOf('w3c/ContainsRelRef').severity).toBe('warning')
})

test('an ampersand that stands for itself is found where it stands, not where the parser notices', () => {
  const feed = '<rss version="2.0"><!-- & -->\n<channel><title><![CDATA[&]]>&amp; A & B</title></channel></rss>'
  const found = preflightFeed(feed).find(({ rule }) => rule === 'w3c/SAXError')
  expect(found?.reason).toContain('`&` stands for itself')
  expect(found?.position?.start).toMatchObject({ line: 2, column: 38 })
})

test('an ampersand in an instruction is none, and sections without an end are walked through once', () => {
  const said = (feed: string) => preflightFeed(feed).find(({ rule }) => rule === 'w3c/SAXError')
  const other = said('<?xml-stylesheet href="/style?a=1&b=2"?>\n<rss version="2.0"><channel></rss>')
  expect(other?.reason).not.toContain('`&`')
  expect(other?.position?.start).toMatchObject({ line: 2 })
  expect(said(`<rss version="2.0">${'<![CDATA['.repeat(300_000)}`)?.reason).toContain('unclosed')
})

test('one mistake made a hundred times is told a few times', () => {
  const items = Array.from({ length: 100 }, (_, at) => `<item><title>${at}</title></item>`).join('')
  const messages = preflightFeed(goodFeed.replace('</channel>', `${items}</channel>`), setting)
  expect(messages.map(({ reason }) => reason)).toEqual([
    ...Array.from({ length: 5 }, () => 'an item has no `guid`'),
    'the same in 95 more places',
  ])
})

describe('what this project writes', () => {
  const site = { url: 'https://n.example', title: 'N', feedUrl: setting.url }

  test.each([
    ['rss', rssRenderer, 'https://n.example/feed.xml'],
    ['atom', atomRenderer, 'https://n.example/atom.xml'],
  ] as const)('as %s breaks no rule, whatever the articles are', async (_, renderer, url) => {
    const articles = [everyNode(), ...fc.sample(randomArticle(wild), { seed: 9, numRuns: 120 })]
    for (const one of articles) {
      const { context } = textContext(renderer, { site, now: new Date('2000-01-01') })
      const collection = { type: 'collection' as const, title: 'N', language: 'en', articles: [one] }
      const xml = await textOf(await renderer.render(collection, context))
      expect(preflightFeed(xml, { ...setting, url }).map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([])
    }
  })
})

test('hostile files end in a message, and soon', () => {
  const deep = '<a>'.repeat(20_000)
  for (const xml of [
    '',
    'x',
    '<rss',
    '<html></html>',
    deep,
    '<!DOCTYPE a [<!ENTITY b "c">]><rss version="2.0">&b;</rss>',
  ])
    expect(preflightFeed(xml, setting).length, xml.slice(0, 20)).toBeGreaterThan(0)
  const content = `<p>${'<a "'.repeat(20_000)}${'<!--'.repeat(20_000)}`
  expect(found(goodFeed.replace('<p>Text</p>', content))).toContain('NotHtml')
})
