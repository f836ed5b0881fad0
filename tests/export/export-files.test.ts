import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as build from '../../src/article/build.js'
import type { Collection } from '../../src/article/collection.js'
import { UsageError } from '../../src/export/errors.js'
import { exportFiles } from '../../src/export/export-files.js'
import type { ExportEvent } from '../../src/export/export-options.js'
import { definePlugin, defineRenderer } from '../../src/plugin.js'
import { filesIn, folderOf, story } from '../support/cli.js'

const folder = () => folderOf({ 'in/a.md': story('A'), 'in/b.md': '---\n[\n---\n', 'in/c.md': story('C') })

async function eventsOf(run: AsyncIterable<ExportEvent>): Promise<ExportEvent[]> {
  const events: ExportEvent[] = []
  for await (const event of run) events.push(event)
  return events
}

describe('exportFiles', () => {
  it('tells what happens as it happens, and the whole when it is done', async () => {
    const cwd = folder()
    const run = exportFiles({ inputs: ['in'], to: ['jsonld', 'rss'], out: 'out', cwd })
    const events = await eventsOf(run)
    expect(events.map(event => [event.type, 'file' in event ? event.file : event.documents])).toEqual([
      ['start', 3],
      ['document', 'in/a.md'],
      ['progress', 'in/a.md'],
      ['document', 'in/b.md'],
      ['progress', 'in/b.md'],
      ['document', 'in/c.md'],
      ['progress', 'in/c.md'],
      ['collection', 'feed.xml'],
    ])
    const report = await run.done
    expect(report.ok).toBe(false)
    expect(report.documents.map(({ failed, outputs }) => [failed, outputs.length])).toEqual([
      [false, 1],
      [true, 0],
      [false, 1],
    ])
    expect(report.documents[0]!.outputs[0]).toEqual({
      format: 'jsonld',
      path: join(cwd, 'out/a.jsonld'),
      bytes: readFileSync(join(cwd, 'out/a.jsonld')).length,
      status: 'written',
    })
    expect(report.collections).toHaveLength(1)
    // A second listener hears all of it too.
    expect(await eventsOf(run)).toEqual(events)
  })

  it('runs though nobody listens, and rejects only for what is not content', async () => {
    const cwd = folder()
    expect((await exportFiles({ inputs: ['in/a.md'], to: 'jsonld', cwd }).done).ok).toBe(true)
    await expect(exportFiles({ inputs: ['in/a.md'], to: 'jsnld', cwd }).done).rejects.toThrow(UsageError)
    const now = '2026-11-23' as unknown as Date
    await expect(exportFiles({ inputs: ['in/a.md'], to: 'rss', cwd, now }).done).rejects.toThrow('a `Date` is needed')
    await expect(exportFiles({ inputs: 'in/a.md' as never, cwd }).done).rejects.toThrow('a list of texts is needed')
    await expect(exportFiles({ inputs: [5 as never], cwd }).done).rejects.toThrow('a list of texts is needed')
    await expect(exportFiles({ inputs: ['in/a.md'], cwd, parser: 5 as never }).done).rejects.toThrow('`parser` is 5')
    await expect(eventsOf(exportFiles({ inputs: [], cwd }))).rejects.toThrow('nothing to export')
    expect(filesIn(cwd)).toContain('a.jsonld')
  })

  it('reads and tells of stories that no feed asks for', async () => {
    const first = defineRenderer({
      name: 'first',
      description: 'The newest story',
      scope: 'collection' as const,
      extension: 'first.txt',
      mediaType: 'text/plain',
      options: () => ({}),
      async render({ articles }: Collection) {
        for await (const { meta } of articles)
          return { body: meta.title, mediaType: 'text/plain', extension: 'first.txt' }
        return { body: '', mediaType: 'text/plain', extension: 'first.txt' }
      },
    })
    const plugins = [definePlugin({ name: 'first', renderers: [first] })]
    const cwd = folderOf({ 'in/a.md': story('A'), 'in/c.md': story('C') })
    const events = await eventsOf(exportFiles({ inputs: ['in'], to: 'first', plugins, cwd }))
    expect(readFileSync(join(cwd, 'first.txt'), 'utf8')).toBe('A')
    expect(events.filter(({ type }) => type === 'progress').map(event => 'done' in event && event.done)).toEqual([1, 2])
  })

  it('takes a configuration and plugins as objects', async () => {
    const cwd = folder()
    const plugin = definePlugin({
      name: 'loud',
      transforms: [article => ({ ...article, meta: { ...article.meta, title: article.meta.title.toUpperCase() } })],
    })
    const config = { to: 'jsonld', publisher: 'North Coast News', plugins: [plugin] }
    const report = await exportFiles({ inputs: ['in/c.md'], config, cwd }).done
    expect(report.ok).toBe(true)
    const text = readFileSync(join(cwd, 'c.jsonld'), 'utf8')
    expect(text).toContain('"headline": "C"')
    expect(text).toContain('North Coast News')
  })

  it('finds under a pattern that leads away from the working folder what lies in that folder too', async () => {
    const cwd = folderOf({ 'in/a.md': story('A'), 'b.md': story('B'), 'node_modules/x/README.md': story('X') })
    for (const pattern of ['../**/*.md', `${cwd}/**/*.md`]) {
      const { documents } = await exportFiles({ inputs: [pattern], to: 'html', cwd: join(cwd, 'in') }).done
      expect(documents.map(({ file }) => file.split('/').at(-1))).toEqual(['b.md', 'a.md'])
    }
  })

  it('passes by what npm has installed, in a glob too, and keeps the slash of the site’s address', async () => {
    const cwd = folderOf({ 'a.md': story('A'), 'node_modules/x/README.md': story('X') })
    const config = { site: { url: 'https://a.example/news/', title: 'A' }, feed: { copyright: '© A' } }
    await exportFiles({ inputs: ['**/*.md'], to: 'rss', config, cwd }).done
    const feed = readFileSync(join(cwd, 'feed.xml'), 'utf8')
    expect(feed.match(/<title>.*/g)).toHaveLength(2)
    expect(feed).toContain('<link>https://a.example/news/</link>')
    expect(feed).toContain('<copyright>© A</copyright>')
  })

  it('reads sources that are no text, and renders the pictures that they hold', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    const plugin = definePlugin({
      name: 'archive',
      readers: [
        {
          name: 'archive',
          extensions: ['.arc'],
          read: () => ({ messages: [] }),
          readBytes: bytes => ({
            article: build.article({ title: `${bytes.length} bytes` }, [
              build.figure({ url: 'held.svg', alt: 'Held' }),
            ]),
            messages: [],
            assets: new Map([['held.svg', new TextEncoder().encode(svg)]]),
          }),
        },
      ],
    })
    const cwd = folderOf({ 'in/x.arc': new Uint8Array([0xff, 0, 1]), 'in/a.md': story('A') })
    const { documents, ok } = await exportFiles({ inputs: ['in/x.arc'], to: 'docx', plugins: [plugin], cwd }).done
    expect([ok, documents[0]!.messages.filter(({ rule }) => rule.startsWith('asset-'))]).toEqual([true, []])
    // A folder is read for text alone: an export may have put a file of such a kind there.
    const all = await exportFiles({ inputs: ['in'], to: 'jsonld', plugins: [plugin], cwd }).done
    expect(all.documents.map(({ file }) => file)).toEqual(['in/a.md'])
  })

  it('reports what a transform made of an article that is none any more', async () => {
    const plugin = definePlugin({ name: 'bad', transforms: [() => ({ type: 'article' }) as never] })
    const { documents } = await exportFiles({ inputs: ['in/a.md'], to: 'jsonld', plugins: [plugin], cwd: folder() })
      .done
    expect(documents[0]).toMatchObject({ failed: true, outputs: [] })
    expect(documents[0]!.messages).toContainEqual(expect.objectContaining({ rule: 'article-shape' }))
  })

  it('ends between two documents where the signal says so', async () => {
    const cwd = folderOf(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`in/${index}.md`, story(`${index}`)])),
    )
    const controller = new AbortController()
    const run = exportFiles({ inputs: ['in'], to: 'jsonld', out: 'out', jobs: 1, cwd, signal: controller.signal })
    const seen: string[] = []
    await expect(async () => {
      for await (const event of run) {
        if (event.type !== 'document') continue
        seen.push(event.file)
        controller.abort(new Error('enough'))
      }
    }).rejects.toThrow('enough')
    expect(seen.length).toBeGreaterThan(0)
    expect(filesIn(join(cwd, 'out')).length).toBeLessThan(20)
    await expect(run.done).rejects.toThrow('enough')
  })

  it('gives a feed its articles newest first, and keeps those of the future out by the moment given', async () => {
    const cwd = folderOf({
      'in/old.md': story('Old').replace('2026-11-19', '2026-01-01'),
      'in/new.md': story('New'),
      'in/later.md': story('Later', 'embargo: 2026-12-01T00:00:00Z'),
      'in/undated.md': story('Undated').replace(/^published.*\n/m, ''),
    })
    const titles = async (now: string) => {
      await exportFiles({ inputs: ['in'], to: 'rss', cwd, now: new Date(now), limit: 'all' }).done
      const feed = readFileSync(join(cwd, 'feed.xml'), 'utf8')
      return [...feed.matchAll(/<item>[\s\S]*?<title>([^<]*)/g)].map(match => match[1])
    }
    expect(await titles('2026-11-25T00:00:00Z')).toEqual(['New', 'Old', 'Undated'])
    expect(await titles('2026-12-02T00:00:00Z')).toEqual(['Later', 'New', 'Old', 'Undated'])
  })

  it('writes a feed of more than it holds in the same order, and tells of the same stories', async () => {
    const saved = (index: number, words: string) => {
      const published = `2026-11-${String(10 + (index % 7)).padStart(2, '0')}`
      const meta = { title: `S${index}`, authors: [], language: 'en', published, url: `https://example.org/${index}` }
      const paragraph = index === 9 ? { type: 'nonsense' } : build.paragraph(words.repeat(2000))
      return JSON.stringify({ type: 'article', version: 1, children: [paragraph], meta })
    }
    const told = async (words: string) => {
      const files = Array.from({ length: 24 }, (_, index) => [`in/${index}.json`, saved(index, words)])
      const cwd = folderOf({ ...Object.fromEntries(files), 'in/x.md': story('X') })
      const run = exportFiles({ inputs: ['in'], to: ['rss', 'atom'], cwd, limit: 'all' })
      const events = await eventsOf(run)
      const { ok, documents } = await run.done
      expect(events.filter(event => event.type === 'document')).toEqual(documents)
      const items = readFileSync(join(cwd, 'feed.xml'), 'utf8').match(/(?<=<title>)[SX]\d*/g)
      const messages = events.flatMap(event => ('messages' in event ? [event.type, event.messages] : []))
      return { ok, items, messages, failed: documents.filter(each => each.failed).map(each => each.file) }
    }
    // Saved articles of two megabytes are more than a run holds.
    const many = await told('The strait stayed calm and the ferry went on time. ')
    expect(many).toEqual(await told('Calm. '))
    expect(many.failed).toEqual(['in/9.json'])
    expect(many.items).toHaveLength(24)
  })

  it('says in the head of a feed of many when the newest of them changed', async () => {
    const saved = (index: number, more = {}) => {
      const published = new Date(Date.UTC(2026, 0, 1, index)).toISOString()
      const meta = { title: `S${index}`, authors: [], language: 'en', published, ...more }
      return JSON.stringify({ type: 'article', version: 1, meta, children: [] })
    }
    const files = Array.from({ length: 120 }, (_, index) => [`in/${index}.json`, saved(index)])
    const cwd = folderOf({
      ...Object.fromEntries(files),
      'in/old.json': saved(5, { title: 'Old', updated: '2026-02-01T00:00:00Z' }),
      'in/draft.json': saved(500, { status: 'draft' }),
      'in/later.json': saved(5, { updated: '2026-03-01T00:00:00Z', embargoed: '2026-04-01' }),
    })
    await exportFiles({ inputs: ['in'], to: 'rss', cwd, limit: 'all', now: new Date('2026-02-02') }).done
    const feed = readFileSync(join(cwd, 'feed.xml'), 'utf8')
    expect(feed).toContain('<lastBuildDate>Sun, 01 Feb 2026 00:00:00 GMT</lastBuildDate>')
    expect(feed.match(/<item>/g)).toHaveLength(121)
    // One that is shown before its day counts before it too; one that waits does not.
    const at = async (now: string, config = {}) => {
      await exportFiles({ inputs: ['in'], to: 'rss', cwd, limit: 'all', now: new Date(now), config }).done
      return readFileSync(join(cwd, 'feed.xml'), 'utf8')
    }
    expect(await at('2026-01-31')).toBe(feed)
    expect(await at('2026-01-31', { feed: { future: 'hold' } })).not.toContain('<lastBuildDate>')
    // So does one that was under embargo.
    writeFileSync(join(cwd, 'in/first.json'), saved(900, { embargoed: '2026-02-05' }))
    expect(await at('2026-02-08')).toContain('<lastBuildDate>Sat, 07 Feb 2026 12:00:00 GMT</lastBuildDate>')
  })

  it('puts the name of a file into the address of a story without a slug', async () => {
    const bare = (title: string) => `---\ntitle: ${title}\npublished: 2026-11-19\n---\n\nText.\n`
    const cwd = folderOf({
      'in/2026-11-19-the-pier.md': bare('A'),
      'in/ferries/index.md': bare('B'),
      'in/c.md': bare('C\nslug: see'),
    })
    const config = { site: { url: 'https://a.example', title: 'A', permalink: '/news/{slug}/' } }
    await exportFiles({ inputs: ['in'], to: 'rss', cwd, config, now: new Date('2026-11-20') }).done
    const links = readFileSync(join(cwd, 'feed.xml'), 'utf8').matchAll(/<link>https:\/\/a.example\/news\/(.*?)\/</g)
    expect(Array.from(links, ([, name]) => name).sort()).toEqual(['ferries', 'see', 'the-pier'])
  })

  it('tells stories named alike apart by their folders, where the pattern asks for them, and leaves out a section’s page', async () => {
    const bare = (title: string) => `---\ntitle: ${title}\npublished: 2026-11-19\n---\n\nText.\n`
    const cwd = folderOf({
      'in/news/pier.md': bare('A'),
      'in/sport/pier/index.md': bare('B'),
      'in/news/_index.md': bare('News'),
      'in/sport/_index.de.md': bare('Sport'),
    })
    const linksOf = async (permalink: string) => {
      const config = { site: { url: 'https://a.example', title: 'A', permalink } }
      const report = await exportFiles({ inputs: ['in'], to: 'rss', cwd, config, now: new Date('2026-11-20') }).done
      const links = readFileSync(join(cwd, 'feed.xml'), 'utf8').matchAll(/<link>https:\/\/a.example\/(.*?)\/</g)
      const messages = [...report.documents, ...report.collections].flatMap(each => each.messages)
      return { links: Array.from(links, ([, name]) => name).sort(), messages, ok: report.ok }
    }
    const { links, messages, ok } = await linksOf('/{folder}/{slug}/')
    expect([links, ok]).toEqual([['news/pier', 'sport/pier'], true])
    expect(messages.find(({ rule }) => rule === 'input-section')?.reason).toContain('in/news/_index.md` and 1 more')
    const alike = await linksOf('/{slug}/')
    expect(alike.links).toEqual(['pier'])
    expect(alike.messages.find(({ rule }) => rule === 'feed-duplicate')?.hint).toContain('{folder}')
  })

  it('looks at stories of one name where nothing is written, and tells that they could not be exported together', async () => {
    const cwd = folderOf({ 'in/a/pier.md': '# A\n\nText.', 'in/b/pier.md': '# B\n\nText.' })
    const options = { inputs: ['in'], to: 'html', cwd }
    await expect(exportFiles(options).done).rejects.toThrow('would both be written to `pier.html`')
    const events = await eventsOf(exportFiles({ ...options, write: false }))
    const documents = events.filter(event => event.type === 'document')
    expect(documents.map(({ file, messages }) => [file, messages[0]?.rule])).toEqual([
      ['in/b/pier.md', 'output-name'],
      ['in/a/pier.md', undefined],
      ['in/b/pier.md', undefined],
    ])
    const report = await exportFiles({ ...options, write: false }).done
    expect(report.documents.map(({ messages }) => messages[0]?.rule)).toEqual(['output-name', undefined, undefined])
  })

  it('says once what several feeds say of a story, and names them', async () => {
    const cwd = folderOf({ 'a.md': '---\ntitle: No date\n---\n\nText.\n' })
    const { collections } = await exportFiles({ inputs: ['a.md'], to: 'rss,atom,jsonfeed', cwd }).done
    const said = collections.flatMap(({ messages }) => messages).filter(({ rule }) => rule === 'feed-date')
    expect(said.map(({ format }) => format)).toEqual(['rss, atom, jsonfeed'])
  })

  it('says in the head of a feed of few what its own stories say, whatever else is made', async () => {
    const cwd = folderOf({
      'in/a.md': '---\nid: a\ndate: 2026-11-21\n---\n# A',
      'in/old.md': '---\nid: a\ndate: 2026-11-01\nupdated: 2026-11-23\n---\n# Old',
    })
    writeFileSync(join(cwd, 'in/failed.md'), Buffer.from('---\ndate: 2026-11-24\n---\n# \xe4', 'latin1'))
    for (const to of ['rss', ['rss', 'html']]) {
      await exportFiles({ inputs: ['in'], to, cwd, limit: 'all', now: new Date('2026-11-25') }).done
      const feed = readFileSync(join(cwd, 'feed.xml'), 'utf8')
      expect(feed).toContain('<lastBuildDate>Sat, 21 Nov 2026 00:00:00 GMT</lastBuildDate>')
    }
  })

  it('writes a feed that is left empty, with a warning that names what was left out and why', async () => {
    const cwd = folderOf({ 'a.md': story('Later', 'embargo: 2026-12-01T00:00:00Z') })
    const run = exportFiles({ inputs: ['a.md'], to: 'rss', cwd, now: new Date('2026-11-25T00:00:00Z') })
    const { ok, collections } = await run.done
    expect([ok, filesIn(cwd)]).toEqual([true, ['a.md', 'feed.xml']])
    const warning = collections[0]!.messages.find(message => message.rule === 'feed-empty')
    expect(warning).toMatchObject({
      severity: 'warning',
      reason: expect.stringMatching(/Later.*embargo until 2026-12-01/),
    })
  })

  it('says of each message of a feed which article it is about', async () => {
    const withoutAddress = (title: string) => story(title).replace(/^url.*\n/m, '')
    const cwd = folderOf({
      'in/a.md': `${withoutAddress('A')}\n![x](a.png)\n`,
      'in/b.md': `${withoutAddress('B').replace('2026-11-19', '2026-11-20')}\n![x](b.png)\n`,
    })
    for (const limit of [5, 'all'] as const) {
      const { collections } = await exportFiles({ inputs: ['in'], to: 'rss', limit, cwd, write: false }).done
      const about = collections[0]!.messages
        .filter(({ reason }) => /\.png/.test(reason))
        .map(each => [each.file, each.reason])
      expect(about).toEqual([
        ['in/a.md', expect.stringContaining('a.png')],
        ['in/b.md', expect.stringContaining('b.png')],
      ])
    }
  })
})
