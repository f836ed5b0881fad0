import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { nodeHost } from '../../src/host/node.js'
import { renderTo } from '../../src/pipeline.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { findTemplate } from '../../src/templates/find-template.js'
import { root } from '../support/corpus.js'
import { everyNode } from '../support/every-node.js'
import { htmlFaults } from '../support/html-faults.js'

/** axe-core's `axe.min.js`, which is not part of the project, and Chromium to run it in. */
const axe = process.env.STANDFIRST_AXE ?? ''
const chromium = process.env.STANDFIRST_CHROMIUM ?? 'chromium'
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-pages-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const names = readdirSync(join(root, 'templates'))
const read = async (name: string) => ({
  data: JSON.parse(readFileSync(join(root, 'templates', name, 'template.json'), 'utf8')),
  file: name,
})

/** Pages that together hold every construct, in each template, one of them from right to left. */
async function pages(): Promise<{ name: string; html: string }[]> {
  const articles: Article[] = [everyNode()]
  for (const fixture of ['kitchen-sink', 'arabic-story']) {
    const source = readFileSync(join(root, 'tests/fixtures', fixture, 'input.md'), 'utf8')
    const { article } = await readMarkdown(source, { path: 'input.md' })
    articles.push(article!)
  }
  const made: { name: string; html: string }[] = []
  for (const name of names) {
    const template = await findTemplate(name, { names, read })
    for (const article of articles) {
      const setting = { host: nodeHost({ root }), template, site: { url: 'https://example.org', title: 'Example' } }
      const { output } = await renderTo(htmlRenderer, article, setting)
      made.push({ name: `${name}: ${article.meta.title}`, html: output.body as string })
    }
  }
  return made
}

/** Returns what axe has against a page in one colour scheme, by rule and element. */
function violations(html: string, dark: boolean): string[] {
  const script = readFileSync(axe, 'utf8').replaceAll('</script', '<\\/script')
  const run = `axe.run().then(found => {
    const out = document.createElement('pre')
    out.id = 'axe-found'
    out.textContent = JSON.stringify(found.violations.map(each => each.id + ' ' + each.nodes[0].html.slice(0, 120)))
    document.body.append(out)
  })`
  const file = join(scratch, 'page.html')
  writeFileSync(file, html.replace('</body>', `<script>${script}</script><script>${run}</script></body>`))
  const scheme = dark ? ['--blink-settings=preferredColorScheme=0'] : []
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', ...scheme, '--dump-dom']
  const { stdout } = spawnSync(chromium, [...flags, `file://${file}`], { encoding: 'utf8', maxBuffer: 1e9 })
  const found = /<pre id="axe-found">([\s\S]*?)<\/pre>/.exec(stdout)?.[1]
  if (found === undefined) throw new Error('axe did not answer')
  return JSON.parse(found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as string[]
}

it('html-validate has nothing against any page by the rules of the standard', async () => {
  const judge = new HtmlValidate({ extends: ['html-validate:standard'] })
  // It does find something where there is something.
  expect((await judge.validateString('<p><div></div></p>')).valid).toBe(false)
  for (const { name, html } of await pages()) {
    const { results } = await judge.validateString(html)
    const faults = results.flatMap(({ messages }) =>
      messages.map(each => `${each.line} ${each.ruleId}: ${each.message}`),
    )
    expect(faults, name).toEqual([])
  }
})

if (existsSync(axe) && spawnSync(chromium, ['--version']).status === 0) {
  it('axe has nothing against any page, in light or dark', async () => {
    for (const { name, html } of await pages())
      for (const dark of [false, true]) expect(violations(html, dark), `${name}${dark ? ', dark' : ''}`).toEqual([])
  })
} else {
  process.stdout.write(
    'axe-core or Chromium is not there: pages are judged by their parse and their landmarks alone.\n' +
      'Install Chromium, save axe-core’s axe.min.js and name it in STANDFIRST_AXE.\n',
  )
  it('every page parses without an error and has its landmarks', async () => {
    for (const { name, html } of await pages()) {
      expect(htmlFaults(html, 'document'), name).toEqual([])
      for (const landmark of ['main', 'article', 'h1'])
        expect(html.split(`<${landmark}`), `${name} ${landmark}`).toHaveLength(2)
    }
  })
}
