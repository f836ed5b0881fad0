import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import {
  article,
  box,
  bulletList,
  deletion,
  extension,
  figure,
  heading,
  inlineImage,
  insertion,
  link,
  listItem,
  note,
  paragraph,
  pullQuote,
  quote,
  raw,
  table,
} from '../../../src/article/build.js'
import { htmlRenderer } from '../../../src/renderers/html/index.js'
import { everyNode } from '../../support/every-node.js'
import { htmlFaults } from '../../support/html-faults.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'

const site = { url: 'https://news.example', title: 'North Coast', feedUrl: 'https://news.example/feed.xml' }

async function htmlOf(from: Article, setting: TextSetting = {}) {
  const { context, messages } = textContext(htmlRenderer, { site, ...setting })
  return { html: await textOf(await htmlRenderer.render(from, context)), messages }
}
const fragmentOf = async (...children: Article['children']) =>
  (await htmlOf(article({}, children), { options: { mode: 'fragment' } })).html.trim()

describe('nodes', () => {
  test('a quote with a speaker is a figure, the speaker its caption', async () => {
    expect(await fragmentOf(quote([paragraph('So.')], { name: 'Ada', role: 'engineer' }))).toBe(
      '<figure class="quote"><blockquote>\n<p>So.</p>\n</blockquote><figcaption>— <b class="speaker">Ada</b>, engineer</figcaption></figure>',
    )
    expect(await fragmentOf(quote([paragraph('So.')]))).toBe('<blockquote>\n<p>So.</p>\n</blockquote>')
  })

  test('an entry of a live blog says under its heading when it came and by whom; one without text stands in a list', async () => {
    const updates = [
      { title: 'Doors open', published: '2026-11-19T10:00:00+01:00', heading: 'doors', author: { name: 'Ada' } },
      { title: 'Elsewhere', published: '2026-11-19T09:00:00Z', url: 'https://n.example/e' },
    ]
    const live = article({ updates }, [heading(1, 'Doors', 'doors'), paragraph('Open.'), heading(1, 'Later', 'later')])
    const { html } = await htmlOf(live, { options: { mode: 'fragment' } })
    const time = '<time datetime="2026-11-19T10:00:00+01:00">19 November 2026, 10:00 UTC+1</time>'
    expect(html).toContain(`Doors</h2>\n<p class="update">${time} · Ada</p>\n<p>Open.</p>`)
    expect(html).toMatch(
      /^<ul class="updates">\n<li><time .*<br><a href="https:\/\/n.example\/e">Elsewhere<\/a><\/li>\n<\/ul>/,
    )
    expect(html.match(/Doors/g)).toHaveLength(1)
  })

  test('a leap second, which HTML does not know, counts as the one before it', async () => {
    const live = article({ updates: [{ title: 'Year ends', published: '2026-12-31T23:59:60.1234Z' }] }, [])
    expect((await htmlOf(live)).html).toContain('<time datetime="2026-12-31T23:59:59.123Z">')
  })

  test('a speaker’s line is the source’s own', async () => {
    const html = await fragmentOf(quote([paragraph('So.')], { name: 'Ada', role: 'engineer', text: 'Ada (engineer)' }))
    expect(html).toContain('<figcaption>— <b class="speaker">Ada</b> (engineer)</figcaption>')
  })

  test('a pull quote is not read out twice, unless something in it can be followed', async () => {
    expect(await fragmentOf(pullQuote('So.'))).toBe('<div class="pull-quote" aria-hidden="true"><p>So.</p></div>')
    expect(await fragmentOf(pullQuote([link('https://a.example/', 'So.')]))).not.toContain('aria-hidden')
  })

  test('a column of figures stands at the right, and each says what it lacks of the longest decimals', async () => {
    const html = await fragmentOf(
      table([
        ['Port', 'Cost'],
        ['A', '2.8'],
        ['B', '12.45'],
        ['C', '7'],
        ['D', '–'],
      ]),
    )
    expect(html.match(/<td class="align-right".*?<\/td>/g)).toEqual([
      '<td class="align-right" data-tail="0">2.8</td>',
      '<td class="align-right">12.45</td>',
      '<td class="align-right" data-tail=".00">7</td>',
      '<td class="align-right">–</td>',
    ])
    expect(html).toContain('<td>A</td>')
  })

  test('a table has caption, head and scopes', async () => {
    const html = await fragmentOf(table([['A'], ['1']], { caption: [{ type: 'text', value: 'C' }], align: ['right'] }))
    expect(html).toContain(
      '<caption><b class="label">Table 1.</b> C</caption>\n<thead>\n<tr><th scope="col" class="align-right">A</th></tr>\n</thead>',
    )
    expect(html).toContain('<tbody>\n<tr><td class="align-right">1</td></tr>\n</tbody>')
  })

  test('captions are numbered as the template has it; a feed numbers none', async () => {
    const captioned = figure({ url: 'https://a.example/a.png', alt: '' }, { caption: [{ type: 'text', value: 'C' }] })
    expect(await fragmentOf(captioned, captioned)).toMatch(/Figure 1\.<\/b> C.*\n.*Figure 2\.<\/b> C/)
    const feed = await htmlOf(article({}, [captioned]), { options: { mode: 'feed' } })
    expect(feed.html).toContain('<figcaption>C</figcaption>')
  })

  test('a heading stands below the title, and a box’s title below the section', async () => {
    const html = await fragmentOf(heading(2, 'A', 'a'), box('fact', 'B', [paragraph('c')]))
    expect(html).toContain('<h3 id="a">A</h3>')
    expect(html).toContain('<h4 class="box-title">B</h4>')
  })

  test('notes are a list, with ways there and back; a note inside a note follows', async () => {
    const html = await fragmentOf(paragraph(['A', note([paragraph(['B', note([paragraph('C')])])])]))
    expect(html).toContain('<sup id="note-ref-1"><a href="#note-1" role="doc-noteref">1</a></sup>')
    expect(html).toContain('<a href="#note-ref-1" role="doc-backlink" aria-label="Back to text 1">')
    expect(html.indexOf('id="note-2"')).toBeGreaterThan(html.indexOf('id="note-1"'))
  })

  test('a link inside a link is only its words', async () => {
    const html = await fragmentOf(paragraph([link('https://a.example/', ['A', link('https://b.example/', 'B')])]))
    expect(html).toBe('<p><a href="https://a.example/">AB</a></p>')
  })

  test('text and attributes are escaped', async () => {
    expect(await fragmentOf(paragraph(['<b> & "', inlineImage('https://a.example/?a=1&b=2', '"><script>')]))).toBe(
      '<p>&lt;b&gt; &amp; &quot;<img src="https://a.example/?a=1&amp;b=2" alt="&quot;&gt;&lt;script&gt;"></p>',
    )
  })

  test('a tight list has no paragraphs, a loose one has', async () => {
    const items = [listItem([paragraph('A')])]
    expect(await fragmentOf(bulletList(items))).toBe('<ul>\n<li>A</li>\n</ul>')
    expect(await fragmentOf({ ...bulletList(items), tight: false })).toBe('<ul>\n<li><p>A</p></li>\n</ul>')
  })

  test('revisions are written as accepted text, with a loss at their place', async () => {
    const position = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } }
    const edited = paragraph([{ ...insertion('new'), position }, deletion('old')])
    const { html, messages } = await htmlOf(article({}, [edited]), { options: { mode: 'fragment' } })
    expect(html).toBe('<p>new</p>\n')
    expect(messages.map(({ severity, position }) => [severity, position?.start.line])).toEqual([
      ['loss', 3],
      ['loss', undefined],
    ])
  })

  test('scaled copies make a source set; crops do not', async () => {
    const renditions = [
      { url: 'https://a.example/400.jpg', width: 400 },
      { url: 'https://a.example/square.jpg', width: 900, role: '1x1' },
    ]
    const html = await fragmentOf(
      figure({ url: 'https://a.example/1600.jpg', alt: 'A', width: 1600, height: 900, renditions }),
    )
    expect(html).toContain('srcset="https://a.example/400.jpg 400w, https://a.example/1600.jpg 1600w"')
  })

  test('a picture that the page carries has no source set', async () => {
    const setting = { options: { mode: 'fragment', images: 'embed' }, site }
    const { context } = textContext(htmlRenderer, setting)
    const bytes = new Uint8Array(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))
    const load = async () => ({ bytes, mediaType: 'image/gif' as const, width: 1, height: 1, orientation: 1 as const })
    const picture = figure({ url: 'a.gif', alt: 'A', width: 1, height: 1, renditions: [{ url: 'b.gif', width: 2 }] })
    const html = await textOf(await htmlRenderer.render(article({}, [picture]), { ...context, load }))
    expect(html).toContain('src="data:image/gif')
    expect(html).not.toContain('srcset')
  })

  test('an empty cell of a head is no heading of a column', async () => {
    const html = await fragmentOf(
      table([
        ['', '2025'],
        ['Oslo', '1'],
      ]),
    )
    expect(html).toContain('<tr><td></td><th scope="col"')
  })
})

describe('foreign markup', () => {
  const made = async (value: string) => htmlOf(article({}, [raw('html', value)]), { options: { mode: 'fragment' } })

  test.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<a href="javascript:x()">a</a>', 'a'],
    ['<a href=" java\nscript:x()">a</a>', 'a'],
    ['<script>x()</script><p>a</p>', '<p>a</p>'],
    ['<p style="position:fixed">a</p>', '<p>a</p>'],
    ['<svg><script>x()</script></svg>', ''],
    ['<iframe src="https://a.example"></iframe>', ''],
    ['<img src="https://a.example/x.png" onerror="x()">', '<img src="https://a.example/x.png" alt="">'],
    ['<custom-part>a</custom-part>', 'a'],
    ['<p>a<b>c', '<p>a<b>c</b></p>'],
    ['<!-- a -->b', 'b'],
    ['<math><mi>x</mi></math>', ''],
  ])('%s becomes %s', async (given, wanted) => {
    expect((await made(given)).html.trim()).toBe(wanted)
  })

  test('names what was left out', async () => {
    const { messages } = await made('<p onclick="x()">a</p><script>x()</script>')
    expect(messages[0]?.reason).toContain('<script>, onclick of <p>')
  })

  test('for another format is left out and reported', async () => {
    const { html, messages } = await htmlOf(article({}, [raw('latex', 'x')]), { options: { mode: 'fragment' } })
    expect(html.trim()).toBe('')
    expect(messages[0]?.reason).toContain('`latex`')
  })

  test('of a plugin passes the same allow-list; without a handler its children are rendered', async () => {
    const poll = article({}, [extension('acme:poll', {}, [paragraph('Who pays?')])])
    const handler = (_: unknown, tools: { render: (blocks: unknown) => string }) =>
      `<section>${tools.render([paragraph('By hand')])}<script>x()</script></section>`
    const options = { mode: 'fragment' }
    const handled = await htmlOf(poll, { options, extensions: { 'acme:poll': handler } })
    expect(handled.html.trim()).toBe('<section><p>By hand</p></section>')
    expect((await htmlOf(poll, { options })).html.trim()).toBe('<p>Who pays?</p>')
  })
})

describe('a page', () => {
  test('is a document without a parse error, in every mode', async () => {
    expect(htmlFaults((await htmlOf(everyNode())).html, 'document')).toEqual([])
    for (const mode of ['fragment', 'feed'])
      expect(htmlFaults((await htmlOf(everyNode(), { options: { mode } })).html, 'fragment')).toEqual([])
  })

  test('has one main, one article, one title, and every id once', async () => {
    const { html } = await htmlOf(everyNode())
    for (const name of ['main', 'article', 'h1', 'title']) expect(html.split(`<${name}`), name).toHaveLength(2)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id)
  })

  test('says in its head what machines read', async () => {
    const { html } = await htmlOf(everyNode())
    for (const line of [
      '<html lang="en-GB" dir="ltr">',
      '<title>Harbour &amp; &lt;quay&gt;: talks “resume” – North Coast News</title>',
      '<link rel="canonical" href="https://news.example/world/pier">',
      '<link rel="alternate" hreflang="fr" href="https://news.example/fr/pier">',
      '<link rel="alternate" type="application/rss+xml" title="North Coast" href="https://news.example/feed.xml">',
      '<meta property="og:image" content="https://news.example/img/harbour.jpg">',
      '<meta property="og:locale" content="en_GB">',
      '<meta property="article:published_time" content="2026-11-19T10:30:00+01:00">',
      '<meta property="article:tag" content="ports">',
      '<meta name="twitter:card" content="summary_large_image">',
    ])
      expect(html).toContain(line)
    expect(html).not.toMatch(/content=""|href=""/)
  })

  test('carries its structured data, which cannot end the script', async () => {
    const { html } = await htmlOf(article({ title: '</script><b>' }, []))
    const json = /<script type="application\/ld\+json">\n([\s\S]*?)\n<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)['@graph'][0].headline).toBe('</script><b>')
  })

  test('in a language written from the right says so', async () => {
    const { html } = await htmlOf(article({ language: 'ar' }, []))
    expect(html).toContain('<html lang="ar" dir="rtl">')
  })

  test('marks the paid part with the class that the structured data names', async () => {
    const paid = article({ freeBlocks: 1 }, [paragraph('Free.'), paragraph('Paid.')])
    const { html } = await htmlOf(paid)
    expect(html).toContain('<p>Free.</p>\n<div class="paywall">\n<p>Paid.</p>\n</div>')
    expect(html).toContain('"cssSelector": ".paywall"')
  })

  test('follows the template: faces, sizes, dark colours', async () => {
    const { html } = await htmlOf(article({}, []))
    expect(html).toContain('--colour-ink:#000000')
    expect(html).toContain('--font-serif:"Source Serif 4",')
    expect(html).toMatch(/prefers-color-scheme:dark\)\{:root\{--paper:#17181b;--colour-ink:#[d-f][0-9a-f]{5}\}/)
  })

  test('keeps pictures without a web address whole by writing them in', async () => {
    const { context } = textContext(htmlRenderer, { site })
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const loading = {
      ...context,
      load: async () => ({ bytes, mediaType: 'image/svg+xml' as const, width: 40, height: 30, orientation: 1 }),
    }
    const html = await textOf(await htmlRenderer.render(article({}, [figure({ url: 'a.svg', alt: 'A' })]), loading))
    expect(html).toContain(
      `<img src="data:image/svg+xml;base64,${btoa(new TextDecoder().decode(bytes))}" alt="A" width="40" height="30">`,
    )
  })
})

describe('a fragment', () => {
  test('has a prefix before every id and place', async () => {
    const noted = article({}, [heading(1, 'A', 'a'), paragraph([link('#a', 'B'), note([paragraph('C')])])])
    const { html } = await htmlOf(noted, { options: { mode: 'fragment', idPrefix: 'x-' } })
    expect(html).toContain('<h2 id="x-a">')
    expect(html).toContain('<a href="#x-a">')
    expect(html).toContain('<li id="x-note-1">')
  })
})
