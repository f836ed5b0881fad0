import { describe, expect, it } from 'vitest'
import { article, paragraph } from '../../src/article/build.js'
import { portableHost } from '../../src/host/portable.js'
import { collectionOf, readArticle, renderTo } from '../../src/pipeline.js'
import { defineRenderer, type Plugin } from '../../src/plugin.js'
import { builtinReaders } from '../../src/readers/registry.js'
import { assembleToolkit, PluginError } from '../../src/toolkit.js'

const toolkit = (...plugins: Plugin[]) => assembleToolkit({ readers: builtinReaders, renderers: [] }, plugins)
const story = article({ title: 'Talks' }, [paragraph('The pier is open.')])

const titles = defineRenderer({
  name: 'titles',
  description: 'Titles',
  scope: 'collection',
  extension: 'titles.txt',
  mediaType: 'text/plain',
  options: () => ({}),
  async render(collection, context) {
    const lines = [collection.title]
    for await (const each of collection.articles) {
      lines.push(each.meta.title)
      context.report('seen', 'titles/seen', { position: each.children[0]?.position })
      await context.load('x.png')
      await context.load('x.png')
    }
    return { body: lines.join('\n'), mediaType: 'text/plain', extension: 'titles.txt' }
  },
})

describe('readArticle', () => {
  it('finds the reader by the ending, and without a name by the source', async () => {
    expect((await readArticle('# Talks\n\nText', toolkit(), { path: 'a.MD' })).article?.meta.title).toBe('Talks')
    expect((await readArticle(JSON.stringify(story), toolkit())).article).toEqual(story)
    expect((await readArticle(new TextEncoder().encode('\uFEFF# Talks\n'), toolkit())).article?.meta.title).toBe(
      'Talks',
    )
    expect((await readArticle('x', toolkit(), { path: 'a.xyz' })).messages).toMatchObject([{ rule: 'input-kind' }])
  })

  it('prefers a plugin’s reader, and the longest ending', async () => {
    const reader = (name: string, ending: string) => ({
      name,
      extensions: [ending],
      read: () => ({ article: article({ title: name }, []), messages: [] }),
    })
    const tools = toolkit({ name: 'acme', readers: [reader('wire', '.md'), reader('house', '.house.md')] })
    expect((await readArticle('x', tools, { path: 'a.md' })).article?.meta.title).toBe('wire')
    expect((await readArticle('x', tools, { path: 'a.house.md' })).article?.meta.title).toBe('house')
  })

  it('lets transforms change the article in their order, and keeps what they report', async () => {
    const tools = toolkit({
      name: 'acme',
      transforms: [
        given => ({ ...given, meta: { ...given.meta, kicker: 'One' } }),
        async (given, { report }) => {
          report('acme/kicker', `the kicker was ${given.meta.kicker}`)
          return { ...given, meta: { ...given.meta, kicker: 'Two' } }
        },
      ],
    })
    const { article: changed, messages } = await readArticle(JSON.stringify(story), tools)
    expect(changed?.meta.kicker).toBe('Two')
    expect(messages).toMatchObject([{ rule: 'acme/kicker', reason: 'the kicker was One', severity: 'warning' }])
  })

  it('gives no article where a transform broke it', async () => {
    const tools = toolkit({ name: 'acme', transforms: [given => ({ ...given, children: 'none' as never })] })
    const { article: none, messages } = await readArticle(JSON.stringify(story), tools)
    expect([none, messages[0]?.rule]).toEqual([undefined, 'article-shape'])
  })
})

describe('renderTo', () => {
  it('makes a collection of one of an article, and tags messages with format and source', async () => {
    const { output, messages } = await renderTo(titles, story, {
      host: portableHost(),
      site: { title: 'The Post' },
      sourceOf: () => ({ file: 'a.md', base: '/in/a.md' }),
    })
    expect(output.body).toBe('The Post\nTalks')
    expect(messages).toMatchObject([
      { rule: 'titles/seen', format: 'titles', file: 'a.md' },
      { rule: 'asset-missing', format: 'titles', file: 'a.md' },
      { rule: 'asset-missing' },
    ])
  })

  it('gives handlers of its own format alone', async () => {
    const handler = () => 'x'
    let found: unknown[] = []
    const asking = defineRenderer({
      ...titles,
      async render(_, { extension }) {
        found = [extension('acme:poll'), extension('acme:other'), extension('constructor')]
        return { body: '', mediaType: 'text/plain', extension: 'titles.txt' }
      },
    })
    const extensions = { 'acme:poll': { titles: handler }, 'acme:other': { pdf: handler } }
    await renderTo(asking, story, { host: portableHost(), extensions })
    expect(found).toEqual([handler, undefined, undefined])
  })

  it('refuses a collection for a format of one article', async () => {
    const single = defineRenderer({
      ...titles,
      scope: 'article' as const,
      render: async () => ({ body: '', mediaType: '', extension: '' }),
    })
    await expect(renderTo(single, collectionOf([story]), { host: portableHost() })).rejects.toThrow(
      'made of one article',
    )
  })
})

describe('assembleToolkit', () => {
  it('names both plugins that claim one format, template or handler', () => {
    const one = { name: 'one', renderers: [titles], templates: [{ name: 'house' }], extensions: { 'x:y': { pdf: 1 } } }
    expect(() => toolkit(one, { name: 'two', renderers: [titles] })).toThrow(
      'the format `titles` is claimed by the plugin `one` and by the plugin `two`',
    )
    expect(() => toolkit(one, { name: 'two', templates: [{ name: 'house' }] })).toThrow('the template `house`')
    expect(() => toolkit(one, { name: 'two', extensions: { 'x:y': { pdf: 2 } } })).toThrow('`x:y in pdf`')
    expect(() => toolkit(one, { name: 'two', extensions: { 'x:y': { docx: 2 } } })).not.toThrow()
  })

  it('refuses what is no plugin', () => {
    expect(() => toolkit(undefined as never)).toThrow(PluginError)
    expect(() => toolkit({} as never)).toThrow('a plugin is an object with a `name`')
  })

  it.each([
    [{ options: undefined }, 'the format `titles` of the plugin `one` has no `options`'],
    [{ render: 'text' }, 'has no `render`'],
    [{ extension: undefined }, 'has no `extension`'],
    [{ scope: 'page' }, 'neither "article" nor "collection"'],
  ])('refuses a format that lacks a part: %j', (part, reason) => {
    expect(() => toolkit({ name: 'one', renderers: [{ ...titles, ...part } as never] })).toThrow(reason)
  })
})
