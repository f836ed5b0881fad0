import { describe, expect, test } from 'vitest'
import type { Article, Meta } from '../../../src/article/article.js'
import {
  article,
  deletion,
  embed,
  figure,
  heading,
  paragraph,
  pullQuote,
  quote,
  text,
} from '../../../src/article/build.js'
import { plainText } from '../../../src/article/text.js'
import { jsonldRenderer } from '../../../src/renderers/jsonld/index.js'
import { everyNode } from '../../support/every-node.js'
import { expandSafely } from '../../support/ld-context.js'
import { typeErrors } from '../../support/schema-types.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'

type Node = { [property: string]: unknown }
const site = { url: 'https://news.example', title: 'North Coast' }

async function jsonOf(from: Article, setting: TextSetting = { site }) {
  const { context, messages } = textContext(jsonldRenderer, setting)
  const json = await textOf(await jsonldRenderer.render(from, context))
  return { json, messages, document: JSON.parse(json) as Node & { '@graph': Node[] } }
}

async function graphOf(from: Article, setting?: TextSetting) {
  const { document } = await jsonOf(from, setting)
  const graph = document['@graph']
  const byId = (reference: unknown) => graph.find(node => node['@id'] === (reference as Node)?.['@id'])!
  return { graph, main: graph[0]!, byId, ofType: (type: string) => graph.filter(node => node['@type'] === type) }
}

const withMeta = (meta: Partial<Meta>) =>
  article({ title: 'T', url: 'https://news.example/t', ...meta }, [paragraph('Text.')])

describe('the article', () => {
  test('has what the metadata says', async () => {
    const { main, byId } = await graphOf(everyNode())
    expect(main).toMatchObject({
      '@type': 'AnalysisNewsArticle',
      '@id': 'tag:news.example,2026:pier',
      headline: 'Harbour & <quay>: talks “resume”',
      alternativeHeadline: 'Two councils, one pier',
      datePublished: '2026-11-19T10:30:00+01:00',
      dateModified: '2026-11-19T16:05:00+01:00',
      articleSection: 'World',
      keywords: ['ferries', 'ports', 'Transport'],
      dateline: 'TORHAVEN (NCNA)',
      inLanguage: 'en-GB',
      timeRequired: 'PT1M',
      copyrightYear: 2026,
    })
    const authors = (main.author as Node[]).map(byId)
    expect(authors.map(author => [author['@type'], author.name])).toEqual([
      ['Person', 'Maren Holt'],
      ['Person', 'Daniel Osei'],
      ['Organization', 'Data Desk'],
    ])
    expect(byId((main.editor as Node[])[0])).toMatchObject({ name: 'Ruth Amsel' })
    const publisher = byId(main.publisher)
    expect(publisher).toMatchObject({
      '@type': 'NewsMediaOrganization',
      name: 'North Coast News',
      ethicsPolicy: 'https://news.example/ethics',
      masthead: 'https://news.example/masthead',
    })
    expect(byId(publisher.logo)).toMatchObject({ '@type': 'ImageObject', url: 'https://news.example/logo.png' })
    expect(byId(main.copyrightHolder)).toBe(publisher)
  })

  test('holds the running text, unless told not to', async () => {
    expect((await graphOf(everyNode())).main.articleBody).toBe(plainText(everyNode()))
    const without = await graphOf(everyNode(), { site, options: { articleBody: false } })
    expect(without.main.articleBody).toBeUndefined()
  })

  test.each([
    ['news', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['feature', 'ReportageNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['review', 'ReviewNewsArticle'],
    ['satire', 'SatiricalArticle'],
  ] as const)('of genre %s is a %s', async (genre, type) => {
    expect((await graphOf(withMeta({ genre }))).main['@type']).toBe(type)
  })

  test('that somebody paid for is no news', async () => {
    const { main, byId } = await graphOf(
      withMeta({ genre: 'news', sponsored: { name: 'Acme' }, dateline: { place: 'X' } }),
    )
    expect(main['@type']).toBe('AdvertiserContentArticle')
    expect(byId(main.sponsor)).toMatchObject({ name: 'Acme' })
    // `dateline` belongs to NewsArticle alone.
    expect(main.dateline).toBeUndefined()
  })

  test('without an update was last changed when it was published; a bare date stays bare', async () => {
    const { main } = await graphOf(withMeta({ published: '2026-11-19' }))
    expect(main).toMatchObject({ datePublished: '2026-11-19', dateModified: '2026-11-19' })
  })

  test('gives an author’s role as the job that the byline prints, the word “author” aside', async () => {
    const { main, byId } = await graphOf(
      withMeta({
        authors: [
          { name: 'Maren Holt', role: 'Port correspondent' },
          { name: 'Daniel Osei', role: 'author' },
        ],
      }),
    )
    expect((main.author as Node[]).map(byId).map(author => author.jobTitle)).toEqual(['Port correspondent', undefined])
  })

  test('has two authors who share one page', async () => {
    const url = 'https://news.example/staff'
    const { main, byId } = await graphOf(
      withMeta({
        authors: [
          { name: 'A', url },
          { name: 'B', url },
        ],
      }),
    )
    expect((main.author as Node[]).map(byId).map(author => author.name)).toEqual(['A', 'B'])
  })

  test('cut where its free part ends says so in three ways', async () => {
    const paid = article({ title: 'T', freeBlocks: 1 }, [paragraph('Free.'), paragraph('Paid.')])
    const { document, messages } = await jsonOf(paid)
    const [main] = document['@graph']
    expect(main).toMatchObject({
      isAccessibleForFree: false,
      articleBody: 'Free.',
      hasPart: [{ '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' }],
    })
    expect(messages.find(({ rule }) => rule === 'paywall')).toMatchObject({ severity: 'loss' })
  })

  test('without words has no length', async () => {
    const { main } = await graphOf(article({ title: 'T' }, []))
    expect(Object.keys(main)).not.toEqual(expect.arrayContaining([expect.stringMatching(/wordCount|timeRequired/)]))
  })

  test('merely said not to be free is not cut', async () => {
    const { main } = await graphOf({
      ...withMeta({ isAccessibleForFree: false }),
      children: [paragraph('A'), paragraph('B')],
    })
    expect(main).toMatchObject({ isAccessibleForFree: false, articleBody: 'A\n\nB' })
  })
})

describe('parts', () => {
  test('each attributed quote is a Quotation with its speaker; others and pull quotes are none', async () => {
    const { ofType } = await graphOf(
      article({ title: 'T' }, [
        quote([paragraph('One.'), paragraph('Two.')], { name: 'Ada', role: 'engineer' }),
        quote([paragraph('Nobody’s.')]),
        pullQuote('One', { name: 'Ada' }),
      ]),
    )
    expect(ofType('Quotation')).toEqual([
      expect.objectContaining({
        text: 'One.\nTwo.',
        creator: { '@type': 'Person', name: 'Ada', jobTitle: 'engineer' },
        creditText: 'Ada, engineer',
      }),
    ])
  })

  test('a speaker whom the article knows as an organisation is one', async () => {
    const { ofType } = await graphOf(
      article({ title: 'T', mentions: [{ name: 'World Bank', kind: 'organisation' }] }, [
        quote([paragraph('Up.')], { name: 'World Bank' }),
      ]),
    )
    expect(ofType('Quotation')[0]?.creator).toEqual({ '@type': 'Organization', name: 'World Bank' })
  })

  test('captions, credits and embeds stand once', async () => {
    const { graph } = await graphOf(everyNode())
    const json = JSON.stringify(graph)
    for (const words of ['The strait', 'Map: NCNA', 'The pier lost its outer half.', 'The storm, filmed', 'Freight'])
      expect(json.split(JSON.stringify(words)).length - 1, words).toBe(1)
  })

  test('pictures have sizes that schema.org has a type for', async () => {
    const { byId, main } = await graphOf(everyNode())
    const [lead, square] = (main.image as Node[]).map(byId)
    expect(lead?.width).toEqual({ '@type': 'QuantitativeValue', value: 1600, unitCode: 'E37' })
    expect(square?.url).toBe('https://news.example/img/harbour-square.jpg')
  })

  test('the first picture of the text stands for a lead picture where there is none', async () => {
    const { main, byId } = await graphOf(
      article({ title: 'T' }, [
        figure({ url: 'https://n.example/a.jpg', alt: 'A' }),
        figure({ url: 'https://n.example/b.jpg', alt: 'B' }),
      ]),
    )
    expect((main.image as Node[]).map(byId).map(({ url }) => url)).toEqual(['https://n.example/a.jpg'])
  })

  test('corrections are comments with a date', async () => {
    expect((await graphOf(everyNode())).ofType('CorrectionComment')).toEqual([
      expect.objectContaining({ text: 'The cost is €2.8 million, not €28 million.', datePublished: '2026-11-19' }),
    ])
  })

  test('a live blog has its entries', async () => {
    const live = article(
      {
        title: 'Live',
        url: 'https://news.example/live',
        genre: 'liveblog',
        updates: [
          { title: 'It opens', published: '2026-11-19T10:00:00Z', heading: 'opens' },
          { title: 'Later', published: '2026-11-19T11:00:00Z' },
        ],
      },
      [heading(1, 'It opens', 'opens'), paragraph('The doors open.'), heading(1, 'Later', 'later'), paragraph('More.')],
    )
    const { main, byId } = await graphOf(live)
    expect(main['@type']).toBe('LiveBlogPosting')
    expect(byId((main.liveBlogUpdate as Node[])[0])).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'It opens',
      articleBody: 'The doors open.',
      url: 'https://news.example/live#opens',
    })
    expect(byId((main.liveBlogUpdate as Node[])[1]).url).toBe('https://news.example/live#later')
  })
})

describe('entries that came one after another', () => {
  const updates = [{ title: 'It opens', published: '2026-11-19T10:00:00Z' }]

  test('make a live blog of an article, whatever its genre', async () => {
    const { main, byId } = await graphOf(withMeta({ genre: 'analysis', updates }))
    expect(main).toMatchObject({ '@type': 'LiveBlogPosting', coverageStartTime: '2026-11-19T10:00:00Z' })
    expect(main.liveBlogUpdate).toHaveLength(1)
    const changed = await graphOf(withMeta({ updates: [{ ...updates[0]!, updated: '2026-11-19T12:00:00Z' }] }))
    expect(changed.main).toMatchObject({ coverageEndTime: '2026-11-19T12:00:00Z' })
    // Nobody is named for the entry: it is by the authors of the whole.
    expect(byId((main.liveBlogUpdate as Node[])[0]).author).toEqual(main.author)
  })

  test('are by that very person where an author is named', async () => {
    const ada = { name: 'Ada', url: 'https://a.example/ada' }
    const named = [{ title: 'It opens', published: '2026-11-19T10:00:00Z', author: { name: 'Ada' } }]
    const { main, byId } = await graphOf(withMeta({ authors: [{ name: 'Bo' }, ada], updates: named }))
    expect(byId((main.liveBlogUpdate as Node[])[0]).author).toEqual((main.author as Node[])[1])
  })

  test('are parts of what somebody paid for', async () => {
    const { main, graph } = await graphOf(withMeta({ sponsored: { name: 'Acme' }, updates }))
    expect([main['@type'], main.liveBlogUpdate]).toEqual(['AdvertiserContentArticle', undefined])
    expect(graph.filter(node => node['@type'] === 'BlogPosting')).toMatchObject([{ headline: 'It opens' }])
  })
})

describe('the document', () => {
  test('has no empty value and no reference to nothing', async () => {
    const bare = article({ title: 'T', subtitle: '', tags: [], image: { url: 'x.jpg', alt: '' } }, [
      paragraph([deletion('gone')]),
      figure({ url: 'y.jpg', alt: '' }),
      embed('https://v.example'),
    ])
    for (const from of [bare, everyNode()]) {
      const { graph } = await graphOf(from, {})
      const ids = new Set(graph.map(node => node['@id']))
      const walk = (value: unknown): void => {
        expect(value).not.toBe('')
        expect(value).not.toBeNull()
        if (typeof value !== 'object' || value === null) return
        expect(Object.keys(value).length).toBeGreaterThan(0)
        if (Object.keys(value).join() === '@id') expect(ids).toContain((value as Node)['@id'])
        for (const each of Object.values(value)) walk(each)
      }
      walk(graph)
    }
  })

  test('can stand in a script element', async () => {
    const { json, document } = await jsonOf(article({ title: '</script><!-- \u2028 & "' }, [paragraph('</SCRIPT>')]))
    expect(json).not.toMatch(/[<\u2028\u2029]/)
    expect(document['@graph'][0]?.headline).toBe('</script><!-- \u2028 & "')
  })

  test('with `flat` is one nested node', async () => {
    const { document } = await jsonOf(everyNode(), { site, options: { flat: true } })
    expect(document['@type']).toBe('AnalysisNewsArticle')
    expect(document.publisher).toMatchObject({ name: 'North Coast News', logo: { '@type': 'ImageObject' } })
  })

  test('has absolute ids, which safe mode demands, even where the article has no address', async () => {
    for (const from of [everyNode(), article({ title: 'T', id: '12' }, [quote([paragraph('Q')], { name: 'A' })])]) {
      const { document } = await jsonOf(from, {})
      expect(await expandSafely(document)).not.toHaveLength(0)
    }
  })

  test('is typed as schema.org is', async () => {
    const rich = await jsonOf(everyNode())
    const bare = await jsonOf(article({ title: 'T' }, []))
    const documents = [
      { name: 'rich', json: rich.json },
      { name: 'bare', json: bare.json },
    ]
    expect(typeErrors(documents)).toEqual([])
  }, 60_000)

  test('says which pictures it cannot point to, and keeps their words', async () => {
    const sketch = figure({ url: 'pier.jpg', alt: 'A' }, { credit: 'A. Nother' })
    const { json, messages } = await jsonOf(article({ title: 'T' }, [sketch]), {})
    expect(messages.map(({ rule, reason }) => `${rule} ${reason}`)).toContain(
      'html-image the picture `pier.jpg` has no absolute address',
    )
    expect(json).toContain('"creditText": "A. Nother"')
  })

  test('says that an article without address has no page', async () => {
    const { messages } = await jsonOf(article({ title: 'T' }, [paragraph([text('x')])]), {})
    expect(messages).toEqual([expect.objectContaining({ rule: 'jsonld-url', severity: 'warning' })])
  })
})
