import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportFiles } from '../../src/export/export-files.js'
import { filesIn, folderOf } from '../support/cli.js'

it('half of a surrogate pair, of which no address can be made, stops no format', async () => {
  const half = '\ud800'
  const meta = { title: 'T', authors: [], language: 'en', published: '2026-11-01', id: `i${half}`, section: `s${half}` }
  const text = { type: 'text', value: 'Words' }
  const children = [
    { type: 'heading', rank: 1, id: `h${half}`, children: [text] },
    { type: 'paragraph', children: [{ type: 'link', url: `#h${half}`, children: [text] }] },
    { type: 'figure', images: [{ url: `p${half}.png`, alt: '' }] },
  ]
  const cwd = folderOf({ 'a.json': JSON.stringify({ type: 'article', version: 1, meta, children }) })
  const config = { site: { url: 'https://news.example', permalink: '/{section}/{id}' }, html: { images: 'link' } }
  const to = ['html', 'jsonld', 'rss', 'atom', 'jsonfeed', 'ninjs']
  const report = await exportFiles({ inputs: ['a.json'], to, cwd, config, now: new Date('2026-11-02') }).done
  expect(report.ok).toBe(true)
  const texts = new Map(filesIn(cwd).map(name => [name, readFileSync(join(cwd, name), 'utf8')]))
  expect(texts.get('a.html')).toMatch(/id="h".*href="#h".*src="p\.png"/s)
  expect(texts.get('feed.xml')).toContain('<link>https://news.example/s/i</link>')
  expect(texts.get('atom.xml')).toContain('<id>tag:news.example,2000:i</id>')
})
