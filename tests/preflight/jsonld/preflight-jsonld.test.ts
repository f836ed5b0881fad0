import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { article } from '../../../src/article/build.js'
import { preflightJsonld } from '../../../src/preflight/jsonld/preflight-jsonld.js'
import { jsonldRenderer } from '../../../src/renderers/jsonld/index.js'
import { everyNode } from '../../support/every-node.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { textContext, textOf } from '../../support/text-context.js'

const site = { url: 'https://news.example', title: 'North Coast' }

/** A document that neither schema.org nor Google has anything against. */
const good = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      '@id': 'https://n.example/a#article',
      headline: 'A',
      image: { '@type': 'ImageObject', url: 'https://n.example/a.jpg' },
      datePublished: '2026-11-19T10:30:00+01:00',
      dateModified: '2026-11-19',
      author: [{ '@type': 'Person', name: 'Ada', url: 'https://n.example/ada' }],
      publisher: { '@id': 'https://n.example/#org' },
      wordCount: 12,
      timeRequired: 'PT4M',
      isAccessibleForFree: true,
    },
    {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://n.example/#org',
      name: 'N',
      logo: 'https://n.example/l.png',
    },
  ],
}

const judged = (document: unknown) =>
  preflightJsonld(JSON.stringify(document, undefined, 2)).map(
    ({ rule, path, reason }) => `${rule} ${path ?? ''} ${reason}`,
  )
/** The document with other properties of its article. */
const changed = (more: object) => ({ ...good, '@graph': [{ ...good['@graph'][0], ...more }, good['@graph'][1]] })

test('a good document is left alone', () => {
  expect(judged(good)).toEqual([])
})

describe('the vocabulary', () => {
  test.each([
    [{ headlin: 'A' }, 'jsonld-property @graph.0.headlin schema.org has no property `headlin`'],
    [{ correctionsPolicy: 'https://n.example/c' }, 'jsonld-domain @graph.0.correctionsPolicy'],
    [{ masthead: 'https://n.example/m' }, 'jsonld-domain @graph.0.masthead'],
    [{ author: { '@type': 'ImageObject', url: 'https://n.example/a.jpg' } }, 'jsonld-range @graph.0.author'],
    [{ expires: 'soon' }, 'jsonld-range @graph.0.expires `expires` is "soon"; `Date` or `DateTime` is needed'],
    [{ wordCount: 'twelve' }, 'jsonld-range @graph.0.wordCount'],
    [{ isAccessibleForFree: 'no' }, 'jsonld-range @graph.0.isAccessibleForFree'],
    [{ speakable: { '@type': 'SpeakableSpecification', css: '.a' } }, 'jsonld-property @graph.0.speakable.css'],
    [
      { image: { '@type': 'ImageObject', url: 'https://n.example/a.jpg', width: 1200 } },
      'jsonld-range @graph.0.image.width',
    ],
    [{ editor: { '@id': 'https://n.example/#nobody' } }, 'jsonld-reference @graph.0.editor'],
    [{ isBasedOnUrl: 'https://n.example/b' }, 'jsonld-superseded @graph.0.isBasedOnUrl'],
    [{ about: [] }, 'jsonld-empty @graph.0.about'],
    [{ description: null }, 'jsonld-empty @graph.0.description'],
    [{ '@type': 'NewsArtcle' }, 'jsonld-type @graph.0 schema.org has no type `NewsArtcle`'],
    [{ '@type': 'AdvertiserContentArticle', dateline: 'X' }, 'jsonld-domain @graph.0.dateline'],
  ])('finds the fault in %j', (more, wanted) => {
    expect(judged(changed(more)).filter(line => line.startsWith('jsonld'))).toEqual([expect.stringContaining(wanted)])
  })

  test('names the nearest right name and the line', () => {
    const [message] = preflightJsonld(JSON.stringify(changed({ headlin: 'A' }), undefined, 2))
    expect(message?.hint).toBe('did you mean `headline`?')
    expect(message?.position?.start.line).toBe(27)
  })

  test.each([
    [{ genre: ['a', 'b'] }],
    [
      {
        author: { '@type': 'OrganizationRole', author: { '@type': 'Person', name: 'Ada', url: 'https://n.example/' } },
      },
    ],
    [{ digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' }],
    [{ 'dc:title': 'A' }],
    [{ mentions: { '@type': 'ListItem', position: 1, name: 'A', item: 'https://n.example/a' } }],
    [
      {
        potentialAction: {
          '@type': 'SearchAction',
          'query-input': { '@type': 'PropertyValueSpecification', valueName: 'q' },
        },
      },
    ],
    [{ hasPart: { '@type': ['WebPageElement', 'CreativeWork'], cssSelector: '.paywall', isAccessibleForFree: false } }],
  ])('has nothing against %j', more => {
    expect(judged(changed(more)).filter(line => line.startsWith('jsonld'))).toEqual([])
  })
})

describe('Google’s Article page', () => {
  const without = (name: string) => changed({ [name]: undefined })

  test.each([
    ['headline', 'google-headline @graph.0 the article has no `headline`'],
    ['image', 'google-image @graph.0 the article has no `image`'],
    ['datePublished', 'google-date @graph.0 the article has no `datePublished`'],
    ['dateModified', 'google-date @graph.0 the article has no `dateModified`'],
    ['author', 'google-author @graph.0 the article has no `author`'],
    ['publisher', 'google-publisher @graph.0 the article has no `publisher`'],
  ])('asks for %s', (name, wanted) => {
    expect(judged(without(name))).toEqual([wanted])
  })

  test.each([
    [{ headline: 'x'.repeat(111) }, 'has 111 characters'],
    [{ headline: 'Fish &amp; chips' }, 'holds `&amp;`'],
    [{ headline: 'A <b>bold</b> plan' }, 'holds `<b>`'],
    [{ datePublished: '2026-11-19T10:30:00' }, 'without a time zone'],
    [{ dateModified: '2026-11-01' }, '`dateModified` is before `datePublished`'],
    [{ author: { '@type': 'Person', name: 'Ada and Bob', url: 'https://n.example/' } }, 'one name alone belongs there'],
    [{ author: { '@type': 'Person', name: 'By Ada', url: 'https://n.example/' } }, 'one name alone belongs there'],
    [{ author: { '@type': 'Person', name: 'Ada' } }, 'neither `url` nor `sameAs`'],
    [{ image: '/a.jpg' }, 'no absolute `url`'],
    [{ hasPart: { '@type': 'WebPageElement', cssSelector: '#paid' } }, 'no class such as `.paywall`'],
  ])('finds the fault in %j', (more, wanted) => {
    expect(judged(changed(more)).filter(line => line.startsWith('google'))).toEqual([expect.stringContaining(wanted)])
  })
})

test('what several nodes of one id say is said of one thing', () => {
  const author = { '@id': 'https://n.example/#ada', name: 'Ada' }
  const ada = { '@type': 'Person', '@id': 'https://n.example/#ada', name: 'Ada', sameAs: 'https://ada.example/' }
  expect(judged({ ...good, '@graph': [{ ...good['@graph'][0], author }, ...good['@graph'].slice(1), ada] })).toEqual([])
})

test('a bare number for the size of a picture is no error: it is the most usual form', () => {
  const image = { '@type': 'ImageObject', url: 'https://n.example/a.jpg', width: 1200, height: 800 }
  const messages = preflightJsonld(JSON.stringify(changed({ image })))
  expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual(Array(2).fill(['jsonld-range', 'warning']))
})

describe('what this project writes', () => {
  test('is right in every name, place and value', async () => {
    const articles = [
      everyNode(),
      article({ title: 'T' }, []),
      ...fc.sample(randomArticle(wild), { seed: 2, numRuns: 150 }),
    ]
    for (const from of articles)
      for (const flat of [false, true]) {
        const { context } = textContext(jsonldRenderer, { site, options: { flat } })
        const json = await textOf(await jsonldRenderer.render(from, context))
        const wrong = preflightJsonld(json).filter(({ rule }) => rule.startsWith('jsonld'))
        expect(wrong.map(({ path, reason }) => `${path} ${reason}`)).toEqual([])
      }
  })

  test('has all that Google recommends where the article has it', async () => {
    const { context } = textContext(jsonldRenderer, { site })
    const messages = preflightJsonld(await textOf(await jsonldRenderer.render(everyNode(), context)))
    expect(messages.map(({ reason }) => reason)).toEqual([
      'the author "Data Desk" has neither `url` nor `sameAs`, by which Google tells people of one name apart',
    ])
  })
})

test('of thousands of unknown names the first are told, with what may be meant', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => [
    `headlin${String.fromCharCode(0x3b1 + (index % 20))}${index}`,
    1,
  ])
  const messages = preflightJsonld(
    JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'Thing',
      ...Object.fromEntries([['headlin', 1], ...names]),
    }),
  )
  const told = messages.filter(({ rule }) => rule === 'jsonld-property')
  expect(told.length).toBeLessThan(200)
  expect(told[0]?.hint).toBe('did you mean `headline`?')
  expect(
    messages.at(-1)?.rule === 'messages-left-out' || told.some(({ reason }) => reason.includes('more place')),
  ).toBe(true)
})

test('hostile files end in a message', () => {
  for (const text of ['', '{', 'null', '[]', '1', '"x"', `${'['.repeat(5000)}`, '{"@graph":{}}', '{"@type":{"a":1}}'])
    expect(preflightJsonld(text).length).toBeGreaterThan(0)
})
