import { parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { Article, Position } from '../../../src/article/article.js'
import { article, extension, figure, link, note, paragraph, raw } from '../../../src/article/build.js'
import type { Collection } from '../../../src/article/collection.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { everyNode } from '../../support/every-node.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'
import { wellFormed } from '../../support/well-formed.js'

const site = { url: 'https://news.example', title: 'North Coast', feedUrl: 'https://news.example/feed.xml' }

function collection(articles: Collection['articles'], more: Partial<Collection> = {}): Collection {
  return { type: 'collection', title: 'North Coast', language: 'en-GB', url: 'https://news.example', articles, ...more }
}

async function feedOf(
  articles: Collection['articles'],
  setting: TextSetting = { site },
  more: Partial<Collection> = {},
) {
  const { context, messages } = textContext(rssRenderer, setting)
  const xml = await textOf(await rssRenderer.render(collection(articles, more), context))
  expect(wellFormed(xml)).toBe(true)
  return { xml, feed: parseRssFeed(xml), messages, rules: messages.map(({ rule }) => rule) }
}

const story = (title: string, more: Partial<Article['meta']> = {}): Article =>
  article({ title, published: '2026-11-20T08:00:00Z', url: `https://news.example/${title}`, ...more }, [
    paragraph('Text.'),
  ])

/** The beginning of a line. */
function at(line: number): Position {
  const point = { line, column: 1, offset: 0 }
  return { start: point, end: point }
}

describe('an item', () => {
  test('reads back as the article says', async () => {
    const { feed } = await feedOf([everyNode()])
    const [item] = feed.items ?? []
    expect(item?.title).toBe('Harbour & <quay>: talks “resume”')
    expect(item?.link).toBe('https://news.example/world/pier')
    expect(item?.guid).toEqual({ value: 'tag:news.example,2026:pier', isPermaLink: false })
    expect(item?.pubDate).toBe('Thu, 19 Nov 2026 09:30:00 GMT')
    expect(item?.atom?.updated).toBe('2026-11-19T15:05:00Z')
    expect(item?.dc?.creators).toEqual(['Maren Holt', 'Daniel Osei', 'Data Desk'])
    expect(item?.categories?.map(({ name }) => name)).toEqual(['World', 'Transport', 'ferries', 'ports'])
    expect(item?.description).toBe('Both sides want the pier at AT&amp;T Quay; neither wants the bill &lt; €3m.')
    expect(item?.media?.contents?.[0]).toMatchObject({
      url: 'https://news.example/img/harbour.jpg',
      medium: 'image',
      type: 'image/jpeg',
      width: 1600,
      height: 900,
      description: { value: 'The pier lost its outer half.' },
      credits: [{ value: 'Ilse Brand/NCNA' }],
    })
    expect(item?.content?.encoded).toContain(
      '</blockquote><figcaption>— <a class="speaker" href="https://gov.example/calder">Ines Calder</a>, minister</figcaption></figure>',
    )
    expect(item?.content?.encoded).toContain('pay(&quot;]]&gt;&quot;)')
  })

  test('says first that somebody paid for it, in what lists show as well', async () => {
    const { feed } = await feedOf([story('a', { sponsored: { name: 'Harbour Bank' }, description: 'New loans.' })])
    const [item] = feed.items ?? []
    expect(item?.description).toBe('Sponsored by Harbour Bank · New loans.')
    expect(item?.content?.encoded).toMatch(/^<p><strong>Sponsored by Harbour Bank<\/strong><\/p>/)
  })

  test('escapes a title once, with hexadecimal references, and a description twice', async () => {
    const { xml } = await feedOf([everyNode()])
    expect(xml).toContain('<title>Harbour &#x26; &#x3C;quay&#x3E;: talks “resume”</title>')
    expect(xml).toContain('AT&#x26;amp;T Quay; neither wants the bill &#x26;lt; €3m.')
  })

  test('holds nothing that a reader would run and no relative address', async () => {
    const { feed } = await feedOf([everyNode()])
    const html = feed.items?.[0]?.content?.encoded ?? ''
    expect(html).not.toMatch(/<script|<style|<iframe|style=|onclick/)
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(match => match[1])).toSatisfy((addresses: string[]) =>
      addresses.every(address => address.startsWith('https://')),
    )
  })

  test('leaves out pull quotes, which repeat words', async () => {
    const { feed } = await feedOf([everyNode()])
    expect(feed.items?.[0]?.content?.encoded?.match(/We lend the steel/g)).toHaveLength(1)
  })

  test('has a plugin’s node as its handler for HTML renders it, through the allow-list', async () => {
    const poll = article({ title: 'x' }, [extension('acme:poll', {}, [paragraph('Who pays?')])])
    const { context } = textContext(rssRenderer, { site })
    const html = () => '<p>Poll</p><script>x()</script>'
    const asked = { ...context, extension: (_: string, format?: string) => (format === 'html' ? html : undefined) }
    expect(await textOf(await rssRenderer.render(collection([poll]), asked))).toContain('<![CDATA[<p>Poll</p>]]>')
  })

  test('splits the end of a CDATA section', async () => {
    const { xml, feed } = await feedOf([article({ title: 'x' }, [raw('html', '<p>a]]&gt;b</p>'), paragraph('c]]>d')])])
    expect(xml).not.toContain('c]]>d')
    expect(feed.items?.[0]?.content?.encoded).toContain('c]]&gt;d')
  })

  test('has the address as id where it has no id, and a made-up one where it has neither', async () => {
    const { feed, rules } = await feedOf([story('a'), article({ title: 'b' }, [])])
    expect(feed.items?.[0]?.guid).toEqual({ value: 'https://news.example/a', isPermaLink: true })
    expect(feed.items?.[1]?.guid?.value).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8/)
    expect(rules).toContain('feed-link')
  })

  test('writes words that look like markup so that nobody takes them for it, and says so', async () => {
    const { feed, messages } = await feedOf([
      story('Why </b> matters'),
      story('A <b>bold</b> <i> and </I>'),
      story('See <a href="b">this</a>'),
    ])
    expect(feed.items?.map(({ title }) => title).sort()).toEqual([
      'A ‹b›bold‹/b› <i> and ‹/I›',
      'See ‹a href="b"›this‹/a›',
      'Why ‹/b› matters',
    ])
    expect(messages[0]).toMatchObject({ rule: 'feed-markup', reason: expect.stringContaining('`</b>`') })
  })

  test('has a title and a description even where the article gives none', async () => {
    const { feed } = await feedOf([article({ title: '\u0000' }, [paragraph('Lede.')])])
    expect(feed.items?.[0]).toMatchObject({ title: 'Lede.', description: 'Lede.' })
  })

  test('has the lead picture as enclosure only when asked, with its true length', async () => {
    const { context } = textContext(rssRenderer, { site, options: { enclosure: true } })
    const asset = { bytes: new Uint8Array(321), mediaType: 'image/jpeg' as const, width: 1, height: 1, orientation: 1 }
    const xml = await textOf(
      await rssRenderer.render(collection([everyNode()]), { ...context, load: async () => asset }),
    )
    expect(xml).toContain('<enclosure url="https://news.example/img/harbour.jpg" type="image/jpeg" length="321"/>')
    expect((await feedOf([everyNode()])).xml).not.toContain('<enclosure')
  })

  test('has an address from the pattern of the site where it names none', async () => {
    const { feed } = await feedOf([story('a', { url: undefined as never, slug: 'pier', section: 'World News' })], {
      site: { ...site, permalink: '/{section}/{year}/{slug}/' },
    })
    expect(feed.items?.[0]?.link).toBe('https://news.example/world-news/2026/pier/')
  })

  test('puts a bare number into a name space', async () => {
    const { feed } = await feedOf([story('a', { id: '4711' })])
    expect(feed.items?.[0]?.guid?.value).toBe('tag:news.example,2000:4711')
  })

  test('begins a bare date at midnight of the site’s zone, else UTC', async () => {
    const dated = story('a', { published: '2026-07-01' })
    const berlin = await feedOf([dated], { site: { ...site, timezone: 'Europe/Berlin' } })
    expect(berlin.feed.items?.[0]?.pubDate).toBe('Tue, 30 Jun 2026 22:00:00 GMT')
    const utc = await feedOf([dated])
    expect(utc.feed.items?.[0]?.pubDate).toBe('Wed, 01 Jul 2026 00:00:00 GMT')
  })

  test('makes addresses ASCII as RFC 3986 has it', async () => {
    const { feed } = await feedOf([story('a', { url: 'https://bücher.example/é |[x]?q=a b|c#f[1]' })])
    expect(feed.items?.[0]?.link).toBe('https://xn--bcher-kva.example/%C3%A9%20%7C%5Bx%5D?q=a%20b%7Cc#f%5B1%5D')
  })

  test('says which picture has no address and keeps its words', async () => {
    const sketch = figure({ url: 'pier.jpg', alt: 'A pier' }, { credit: 'A. Nother' })
    const { feed, messages } = await feedOf([article({ title: 'x' }, [sketch])], { site: {} }, { url: '' })
    expect(feed.items?.[0]?.content?.encoded).toContain('<p>A pier</p><figcaption><small class="credit">A. Nother')
    expect(messages.find(({ rule }) => rule === 'html-image')?.reason).toContain('`pier.jpg`')
  })

  test('removes what XML forbids and says so', async () => {
    const { feed, messages } = await feedOf([article({ title: 'a\u000bb' }, [paragraph('c\ufffed\u0092e\ud800f')])])
    expect(feed.items?.[0]?.title).toBe('ab')
    expect(feed.items?.[0]?.content?.encoded).toBe('<p>cd’ef</p>')
    expect(messages.filter(({ rule }) => rule === 'unfit-characters').map(({ reason }) => reason)).toEqual([
      'left out characters that XML and HTML forbid: U+000B, U+D800, U+FFFE',
      'read control characters as the Windows-1252 signs they stand for: U+0092',
    ])
  })

  test('ends where the free part ends and says so', async () => {
    const paid = article({ title: 'x', freeBlocks: 1 }, [paragraph('Free.'), paragraph('Paid.')])
    const { feed, messages } = await feedOf([paid])
    expect(feed.items?.[0]?.content?.encoded).toBe('<p>Free.</p>')
    expect(messages.find(({ rule }) => rule === 'paywall')).toMatchObject({ severity: 'loss' })
    const open = await feedOf([{ ...paid, meta: { ...paid.meta, isAccessibleForFree: true } }])
    expect(open.feed.items?.[0]?.content?.encoded).toContain('Paid.')
  })

  test('sends notes and places to the article’s own address', async () => {
    const noted = paragraph(['A', note([paragraph('B')]), link('#c', 'C')])
    const { feed } = await feedOf([article({ title: 'x', url: 'https://news.example/x' }, [noted])])
    expect(feed.items?.[0]?.content?.encoded).toContain('<a href="https://news.example/x#note-1">1</a>')
    expect(feed.items?.[0]?.content?.encoded).toContain('<a href="https://news.example/x#c">C</a>')
  })
})

describe('a channel', () => {
  test('says what the site says, and when its newest item changed', async () => {
    const { feed } = await feedOf(
      [story('a'), story('b', { updated: '2026-11-22T09:00:00+01:00' })],
      { site: { ...site, publisher: { name: 'NC', logo: 'https://news.example/logo.png' } } },
      { description: 'News & more', copyright: '© NC' },
    )
    expect(feed).toMatchObject({
      title: 'North Coast',
      link: 'https://news.example/',
      description: 'News & more',
      language: 'en-GB',
      copyright: '© NC',
      generator: 'Standfirst',
      lastBuildDate: 'Sun, 22 Nov 2026 08:00:00 GMT',
      image: { url: 'https://news.example/logo.png', title: 'North Coast', link: 'https://news.example/' },
      atom: { links: [{ rel: 'self', href: 'https://news.example/feed.xml', type: 'application/rss+xml' }] },
    })
  })

  test('says what a story lacks that has no address under the pattern of addresses', async () => {
    const { messages } = await feedOf([article({ title: 'a' }, [])], { site: { ...site, permalink: '/{slug}/' } })
    expect(messages.find(({ rule }) => rule === 'feed-link')?.reason).toBe(
      '“a” has no address: `/{slug}/` asks for `slug`, which it lacks',
    )
    const other = await feedOf([article({ title: 'a' }, [])], { site: { ...site, permalink: '/{title}/' } })
    expect(other.messages.find(({ rule }) => rule === 'feed-link')?.reason).toMatch(
      /asks for `\{title\}`, which is none of `\{slug\}`, /,
    )
    const inherited = await feedOf([article({ title: 'a' }, [])], { site: { ...site, permalink: '/{constructor}/' } })
    expect(inherited.messages.find(({ rule }) => rule === 'feed-link')?.reason).toMatch(/`\{constructor\}`, which is/)
  })

  test('of a short stream says when its newest item changed too', async () => {
    async function* stream() {
      yield story('a')
      yield story('b', { updated: '2026-11-22T09:00:00+01:00' })
    }
    const { feed } = await feedOf(stream(), { site, options: { limit: 'all' } })
    expect(feed.lastBuildDate).toBe('Sun, 22 Nov 2026 08:00:00 GMT')
  })

  test('closes a stream of stories that a reader of the feed does not want to the end', async () => {
    let closed = false
    async function* stream() {
      try {
        for (let count = 0; ; count++) yield story(`${count}`, { description: 'Long. '.repeat(100) })
      } finally {
        closed = true
      }
    }
    const { context } = textContext(rssRenderer, { site, options: { limit: 'all' } })
    const { body } = await rssRenderer.render(collection(stream()), context)
    for await (const _ of body as AsyncIterable<string>) break
    expect(closed).toBe(true)
  })

  test('has the rights that all of its stories have, not those of one', async () => {
    const ours = { rights: { notice: '© NC' } }
    expect((await feedOf([story('a', ours), story('b', ours)])).feed.copyright).toBe('© NC')
    expect((await feedOf([story('a', ours), story('b')])).feed.copyright).toBeUndefined()
  })

  test('writes a variety of Chinese in the longer form, which validators know', async () => {
    const { feed, xml } = await feedOf([story('a', { language: 'cmn-Hans' })], { site }, { language: 'yue' })
    expect(feed.language).toBe('zh-yue')
    expect(xml).toContain('<dc:language>zh-cmn-Hans</dc:language>')
  })

  test('that nobody named goes by its publisher, else by the host of the site, and says so', async () => {
    const unnamed = { url: 'https://www.news.example' }
    const byHost = await feedOf([story('a')], { site: unnamed }, { title: '' })
    expect(byHost.feed.title).toBe('news.example')
    expect(byHost.messages.find(({ rule }) => rule === 'feed-title')?.reason).toContain('“news.example”')
    const signed = story('a', { publisher: { name: 'Coast & Co' } })
    expect((await feedOf([signed], { site: unnamed }, { title: '' })).feed.title).toBe('Coast & Co')
    expect((await feedOf([signed])).rules).not.toContain('feed-title')
  })

  test('declares only the namespaces it uses', async () => {
    const { xml } = await feedOf([story('a', { language: 'en-GB' })], { site: { url: 'https://news.example' } })
    expect(xml.match(/xmlns:\w+/g)).toEqual(['xmlns:content'])
  })

  test('without any address has a urn and a warning that names `--site`', async () => {
    const { feed, messages } = await feedOf([article({ title: 'x' }, [])], { site: {} }, { url: '' })
    expect(feed.link).toMatch(/^urn:uuid:/)
    expect(messages.find(({ rule }) => rule === 'feed-site')?.hint).toContain('--site')
  })

  test('can be followed to its hub and its archives', async () => {
    const { feed, xml } = await feedOf([story('a')], {
      site,
      options: {
        hub: 'https://hub.example/',
        archive: true,
        current: 'https://news.example/feed.xml',
        previous: 'https://news.example/2025.xml',
      },
    })
    expect(xml).toContain('<fh:archive/>')
    expect(feed.atom?.links?.map(({ rel }) => rel)).toEqual(['self', 'hub', 'current', 'prev-archive'])
  })

  test('can be read in a browser: a style sheet in its own address, another, or none', async () => {
    const styled = (stylesheet: unknown) => feedOf([story('a')], { site, options: { stylesheet } })
    expect((await styled(true)).xml).toContain('<?xml-stylesheet type="text/css" href="data:text/css,rss%7Bdisplay')
    expect((await styled('/feed.css')).xml).toContain('<?xml-stylesheet type="text/css" href="/feed.css"?>')
    expect((await styled(false)).xml).not.toContain('xml-stylesheet')
  })

  test('names the lists that categories come from', async () => {
    const domains = { tag: 'https://news.example/tags' }
    const { feed } = await feedOf([story('a', { section: 'S', tags: ['T'] })], { site, options: { domains } })
    expect(feed.items?.[0]?.categories).toEqual([{ name: 'S' }, { name: 'T', domain: 'https://news.example/tags' }])
  })

  test('takes its address from the first story where the site is not known', async () => {
    const { feed } = await feedOf([story('a')], { site: {} }, { url: '' })
    expect(feed.link).toBe('https://news.example/')
  })
})

describe('the choice of items', () => {
  const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`
  const stories = [3, 1, 5, 2, 4].map(number => story(`s${number}`, { published: day(number) }))

  test('is newest first, whatever order they come in', async () => {
    const { feed } = await feedOf(stories)
    expect(feed.items?.map(({ title }) => title)).toEqual(['s5', 's4', 's3', 's2', 's1'])
  })

  test('keeps as many as asked and says how many were left out', async () => {
    const { feed, messages } = await feedOf(stories, { site, options: { limit: 2 } })
    expect(feed.items?.map(({ title }) => title)).toEqual(['s5', 's4'])
    expect(messages.map(({ reason }) => reason)).toEqual([
      'the feed holds the newest 2 stories; 3 older ones were left out',
    ])
  })

  test('leaves out what may not be published now, with the reason', async () => {
    const { feed, messages } = await feedOf([
      story('draft', { status: 'draft' }),
      story('held', { status: 'withheld' }),
      story('later', { embargoed: '2026-11-24' }),
      story('gone', { expires: '2026-11-23T12:00:00Z' }),
      story('now', { embargoed: '2026-11-23T12:00:00Z', expires: '2026-11-24' }),
    ])
    expect(feed.items?.map(({ title }) => title)).toEqual(['now'])
    expect(messages.map(({ reason }) => reason)).toEqual([
      '“draft” was left out: its status is `draft`',
      '“held” was left out: its status is `withheld`',
      '“later” was left out: it is under embargo until 2026-11-24',
      '“gone” was left out: it expired on 2026-11-23T12:00:00Z',
    ])
  })

  test('says which stories are dated later than now, at their dates, or holds them back', async () => {
    const places = { title: at(2), published: at(5) }
    const later = { ...story('later', { published: '2026-11-24T08:00:00Z' }), data: { places } }
    // Where no zone is known, the day may have begun.
    const stories = [later, story('today', { published: '2026-11-24' }), story('past', { published: '2026-11-20' })]
    const shown = await feedOf(stories, { site })
    expect(shown.feed.items?.map(({ title }) => title)).toEqual(['later', 'today', 'past'])
    expect(shown.messages).toMatchObject([{ rule: 'feed-future', severity: 'warning', position: at(5) }])
    const held = await feedOf(stories, { site, options: { future: 'hold' } })
    expect(held.feed.items?.map(({ title }) => title)).toEqual(['today', 'past'])
    expect(held.messages).toMatchObject([{ rule: 'feed-left-out', position: at(5) }])
    expect(held.messages[0]!.reason).toBe('“later” was left out: it is dated 2026-11-24T08:00:00Z, which is to come')
  })

  test('left with nothing is still a feed, and the warning says why', async () => {
    const { xml, messages } = await feedOf([story('draft', { status: 'draft' })])
    expect(xml).not.toContain('<item>')
    expect(messages.at(-1)).toMatchObject({ rule: 'feed-empty', severity: 'warning' })
    expect(messages.at(-1)?.reason).toContain('“draft” was left out: its status is `draft`')
  })

  test('keeps the newest of two with one id and names both', async () => {
    const { feed, messages } = await feedOf([
      story('old', { id: 'tag:x,2026:1' }),
      story('new', { id: 'tag:x,2026:1', updated: '2026-11-21' }),
    ])
    expect(feed.items?.map(({ title }) => title)).toEqual(['new'])
    expect(messages.find(({ rule }) => rule === 'feed-duplicate')?.reason).toBe(
      '“old” was left out: “new” has the same id `tag:x,2026:1` and is the newest',
    )
  })

  test('with `all` streams: an article is asked for only when the one before is written', async () => {
    let asked = 0
    async function* many() {
      for (; asked < 3000; asked++) yield story(`s${asked}`)
    }
    const { context } = textContext(rssRenderer, { site, options: { limit: 'all' } })
    const { body } = await rssRenderer.render(collection(many()), context)
    const pieces = (body as AsyncIterable<string>)[Symbol.asyncIterator]()
    const first = await pieces.next()
    expect(first.value.length).toBeGreaterThan(20_000)
    expect(asked).toBeLessThan(1000)
    let xml: string = first.value
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) xml += next.value
    expect(wellFormed(xml)).toBe(true)
    expect(xml.match(/<item>/g)).toHaveLength(3000)
  })
})

test('the same articles in another order give the same bytes', async () => {
  const stories = ['a', 'b', 'c'].map(title => story(title))
  const { xml } = await feedOf(stories)
  expect((await feedOf([...stories].reverse())).xml).toBe(xml)
})

test('a wrong option names the right one', () => {
  expect(() => rssRenderer.options({ limt: 3 })).toThrow('there is no key `limt` (did you mean `limit`?)')
  expect(() => rssRenderer.options({ limit: 0 })).toThrow('`limit` is 0; a whole number from 1 or `all` is needed')
  expect(rssRenderer.options({ limit: '12' })).toMatchObject({ limit: 12 })
})
