import { expect, test } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { article, heading, paragraph, quote } from '../../src/article/build.js'
import { atomRenderer } from '../../src/renderers/atom/index.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { jsonfeedRenderer } from '../../src/renderers/jsonfeed/index.js'
import { jsonldRenderer } from '../../src/renderers/jsonld/index.js'
import { ninjsRenderer } from '../../src/renderers/ninjs/index.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { type TextSetting, textContext, textOf } from '../support/text-context.js'

const at = '2026-11-19T16:05:00+01:00'
const meta = {
  title: 'Storm',
  published: at,
  updates: [
    { title: 'Ferries stop', published: at, heading: 'ferries' },
    { title: 'Hidden schools', published: at, heading: 'schools' },
    { title: 'Hidden bridge', published: at },
    { title: 'Elsewhere', published: at, url: 'https://other.example/' },
  ],
}
const children = [
  paragraph('Lede.'),
  heading(1, 'Ferries stop', 'ferries'),
  paragraph('No boat leaves.'),
  heading(1, 'Hidden schools', 'schools'),
  paragraph('Hidden text.'),
  quote([paragraph('Hidden words.')], { name: 'Hidden Mayor' }),
  heading(1, 'Hidden bridge', 'bridge'),
]
const marked = article({ ...meta, freeBlocks: 3 }, children)
const site = { url: 'https://n.example', permalink: '/storm/' }

async function outputs(story: Article, setting: TextSetting): Promise<{ [name: string]: string }> {
  const collection = { type: 'collection' as const, title: 'N', language: 'en', articles: [story] }
  const feeds = [rssRenderer, atomRenderer, jsonfeedRenderer]
  const collected = feeds.map(async each => {
    const paywall = setting.site?.paywall
    const options = paywall ? { paywall } : {}
    return [each.name, await textOf(await each.render(collection, textContext(each, { ...setting, options }).context))]
  })
  const inFeed = textContext(htmlRenderer, { ...setting, options: { mode: 'feed' } }).context
  return Object.fromEntries([
    ...(await Promise.all(collected)),
    ['html for a feed', await textOf(await htmlRenderer.render(story, inFeed))],
    ['html', await textOf(await htmlRenderer.render(story, textContext(htmlRenderer, setting).context))],
    ['jsonld', await textOf(await jsonldRenderer.render(story, textContext(jsonldRenderer, setting).context))],
    ['ninjs', await textOf(await ninjsRenderer.render(story, textContext(ninjsRenderer, setting).context))],
  ])
}

test('of a live blog that is free in part, no format lists or tells what lies behind the end of that part', async () => {
  for (const [name, text] of Object.entries(await outputs(marked, { site }))) {
    // A page holds the paid part, in an element of its own that the site opens or not.
    const open = text.replace(/<div class="paywall">[\s\S]*?<\/div>/, '')
    expect(name + [...new Set(open.match(/Hidden \w+/g))]).toBe(name)
    for (const word of ['Ferries stop', 'Elsewhere']) expect(open).toContain(word)
  }
})

test('a story that is not free ends after its first paragraph where feeds are told to tease', async () => {
  const paid = article({ ...meta, isAccessibleForFree: false }, children)
  const { html: _page, ...rest } = await outputs(paid, { site: { ...site, paywall: 'teaser' } })
  for (const [name, text] of Object.entries(rest)) {
    expect(name + [...new Set(text.match(/Hidden \w+|No boat/g))]).toBe(name)
    expect(text).toContain('Lede.')
  }
})
