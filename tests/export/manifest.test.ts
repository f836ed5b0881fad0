import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { exportFiles } from '../../src/export/export-files.js'
import type { ExportOptions } from '../../src/export/export-options.js'
import { definePlugin } from '../../src/plugin.js'
import { folderOf, story } from '../support/cli.js'

const built = vi.hoisted(() => ({ id: 'first' }))
vi.mock('../../src/host/build-id.js', () => ({ buildId: () => built.id }))

const options: ExportOptions = { inputs: ['in'], to: ['jsonld', 'rss'], out: 'out', manifest: 'made', limit: 'all' }
/** Two pictures of one pixel. */
const pictures = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
].map(text => Buffer.from(text, 'base64'))

const folder = () =>
  folderOf({ 'in/a.md': story('A'), 'in/b.md': `${story('B')}\n[x](#nowhere)\n`, 'in/c.md': story('C') })

/** Runs an export; outputs that a run makes anew are told from those it left alone by words put into them between runs. */
async function run(cwd: string, more: Partial<ExportOptions> = {}) {
  const { documents, collections } = await exportFiles({ ...options, ...more, cwd }).done
  return [...documents, ...collections]
}

const statuses = async (cwd: string, more?: Partial<ExportOptions>) =>
  (await run(cwd, more)).flatMap(({ outputs }) => outputs.map(({ status }) => status))

/** Makes an output that nobody may have made anew: wrong in its words, but as long and as old as before. */
function spoil(file: string): string {
  const { mtime } = statSync(file)
  const spoilt = readFileSync(file, 'utf8').replace(/[a-z]/g, 'z')
  writeFileSync(file, spoilt)
  utimesSync(file, mtime, mtime)
  return spoilt
}

/** Gives a file a time of whole seconds, which every file system keeps. */
function settle(cwd: string): void {
  for (const name of ['a.jsonld', 'b.jsonld', 'c.jsonld', 'feed.xml']) utimesSync(join(cwd, 'out', name), 1000, 1000)
}

describe('a manifest', () => {
  it('lets the next run leave alone what has not changed, and say the same of it', async () => {
    const cwd = folder()
    const first = await run(cwd)
    const before = readFileSync(join(cwd, 'made'), 'utf8')
    const second = await run(cwd)
    expect(second.map(({ messages }) => messages)).toEqual(first.map(({ messages }) => messages))
    expect(second.flatMap(({ messages }) => messages).some(({ rule }) => rule === 'link-target')).toBe(true)
    expect(second.flatMap(({ outputs }) => outputs.map(({ status }) => status))).toEqual(Array(4).fill('unchanged'))
    expect(readFileSync(join(cwd, 'made'), 'utf8')).toBe(before)
  })

  it('of another build of the program counts as none', async () => {
    const cwd = folder()
    await run(cwd)
    settle(cwd)
    await run(cwd)
    const spoilt = spoil(join(cwd, 'out', 'a.jsonld'))
    await run(cwd)
    expect(readFileSync(join(cwd, 'out', 'a.jsonld'), 'utf8')).toBe(spoilt)
    built.id = 'second'
    await run(cwd)
    expect(readFileSync(join(cwd, 'out', 'a.jsonld'), 'utf8')).not.toBe(spoilt)
  })

  it('makes nothing of what has not changed', async () => {
    const cwd = folder()
    await run(cwd)
    settle(cwd)
    await run(cwd)
    const spoilt = ['a.jsonld', 'feed.xml'].map(name => spoil(join(cwd, 'out', name)))
    await run(cwd)
    expect(['a.jsonld', 'feed.xml'].map(name => readFileSync(join(cwd, 'out', name), 'utf8'))).toEqual(spoilt)
  })

  it('makes anew the article that changed and every collection, and no other article', async () => {
    const cwd = folder()
    await run(cwd)
    settle(cwd)
    await run(cwd)
    const spoilt = spoil(join(cwd, 'out/b.jsonld'))
    writeFileSync(join(cwd, 'in/a.md'), story('Another'))
    expect(await statuses(cwd)).toEqual(['written', 'unchanged', 'unchanged', 'written'])
    expect(readFileSync(join(cwd, 'out/a.jsonld'), 'utf8')).toContain('Another')
    expect(readFileSync(join(cwd, 'out/b.jsonld'), 'utf8')).toBe(spoilt)
    expect(readFileSync(join(cwd, 'out/feed.xml'), 'utf8').match(/<item>/g)).toHaveLength(3)
  })

  it('makes anew what somebody else changed or removed', async () => {
    const cwd = folder()
    await run(cwd)
    const right = readFileSync(join(cwd, 'out/a.jsonld'), 'utf8')
    writeFileSync(join(cwd, 'out/a.jsonld'), '{}')
    await run(cwd)
    expect(readFileSync(join(cwd, 'out/a.jsonld'), 'utf8')).toBe(right)
  })

  it('makes everything anew for other options, and for a manifest that is damaged', async () => {
    const cwd = folder()
    await run(cwd)
    await run(cwd, { site: 'https://other.example' })
    expect(readFileSync(join(cwd, 'out/feed.xml'), 'utf8')).toContain('https://other.example')
    for (const damaged of ['', 'x\n{}\n', readFileSync(join(cwd, 'made'), 'utf8').replace('"bytes":', '"bytes":1')]) {
      writeFileSync(join(cwd, 'made'), damaged)
      writeFileSync(join(cwd, 'out/c.jsonld'), '')
      await run(cwd, { site: 'https://other.example' })
      expect(readFileSync(join(cwd, 'out/c.jsonld'), 'utf8')).toContain('"C"')
    }
  })

  it('notices a picture that came, changed or went', async () => {
    const cwd = folderOf({ 'in/a.md': `${story('A')}\n![A dam](dam.png)\n` })
    const messages = async () => (await run(cwd, { to: 'docx' }))[0]!.messages.map(({ rule }) => rule)
    expect(await messages()).toContain('asset-missing')
    expect(await messages()).toContain('asset-missing')
    writeFileSync(join(cwd, 'in/dam.png'), pictures[0]!)
    expect(await statuses(cwd, { to: 'docx' })).toEqual(['written'])
    expect(await messages()).not.toContain('asset-missing')
    writeFileSync(join(cwd, 'in/dam.png'), pictures[1]!)
    expect(await statuses(cwd, { to: 'docx' })).toEqual(['written'])
  })

  it('lets an embargo end', async () => {
    const cwd = folderOf({ 'in/a.md': story('A'), 'in/b.md': story('Later', 'embargo: 2026-12-01T00:00:00Z') })
    const titles = async (now: string) => {
      await run(cwd, { now: new Date(now) })
      return readFileSync(join(cwd, 'out/feed.xml'), 'utf8').match(/<item>/g)?.length
    }
    expect(await titles('2026-11-25T00:00:00Z')).toBe(1)
    utimesSync(join(cwd, 'out/feed.xml'), 1000, 1000)
    await titles('2026-11-25T00:00:00Z')
    spoil(join(cwd, 'out/feed.xml'))
    // Until then the clock says nothing new.
    expect(await titles('2026-11-30T00:00:00Z')).toBeUndefined()
    expect(await titles('2026-12-02T00:00:00Z')).toBe(2)
  })

  it('is not used with plugins, whose code it cannot know', async () => {
    const cwd = folder()
    const plugins = [definePlugin({ name: 'own' })]
    await run(cwd, { plugins })
    expect(() => statSync(join(cwd, 'made'))).toThrow()
  })

  it('never takes the place of an article', async () => {
    const cwd = folder()
    await expect(run(cwd, { manifest: 'in/a.md' })).rejects.toThrow(/would take the place/)
  })

  it('of feeds alone recalls them and what was said of each story, and holds nothing of a story else', async () => {
    const cwd = folder()
    const feeds = { to: ['rss', 'atom'] }
    const first = await run(cwd, feeds)
    for (const name of ['feed.xml', 'atom.xml']) utimesSync(join(cwd, 'out', name), 1000, 1000)
    await run(cwd, feeds)
    const spoilt = spoil(join(cwd, 'out/feed.xml'))
    const before = readFileSync(join(cwd, 'made'), 'utf8')
    const second = await run(cwd, feeds)
    expect(second.map(({ file, messages }) => [file, messages])).toEqual(
      first.map(({ file, messages }) => [file, messages]),
    )
    expect(second.flatMap(({ messages }) => messages).some(({ rule }) => rule === 'link-target')).toBe(true)
    expect(readFileSync(join(cwd, 'out/feed.xml'), 'utf8')).toBe(spoilt)
    expect(readFileSync(join(cwd, 'made'), 'utf8')).toBe(before)
    expect(before).toContain('in/b.md')
    expect(before).not.toContain('in/a.md')
    writeFileSync(join(cwd, 'in/a.md'), story('Another'))
    await run(cwd, feeds)
    expect(readFileSync(join(cwd, 'out/feed.xml'), 'utf8')).toContain('Another')
    renameSync(join(cwd, 'in/a.md'), join(cwd, 'in/d.md'))
    expect((await run(cwd, feeds)).map(({ file }) => file)).toContain('in/d.md')
  })

  it('of feeds alone tries again while a story fails', async () => {
    const cwd = folderOf({ 'in/a.md': story('A'), 'in/b.md': '---\ntitle: [\n---\n' })
    for (const _ of [1, 2]) {
      const results = await run(cwd, { to: 'rss' })
      expect(results.filter(({ failed }) => failed).map(({ file }) => file)).toEqual(['in/b.md'])
      expect(results.at(-1)!.messages.map(({ rule }) => rule)).toContain('collection-left-out')
    }
  })
})
