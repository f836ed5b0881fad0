import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { folderOf } from '../support/cli.js'
import { root } from '../support/corpus.js'

/** Returns the files of dist/ that load at once with one of them: what it imports, and what that imports. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(join(root, 'dist', file), 'utf8')
  for (const [, target] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g))
    loadedWith(join(dirname(file), target!), seen)
  return seen
}

function bytes(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + readFileSync(join(root, 'dist', file)).length, 0)
}

describe('the bundle', () => {
  it('loads no format before it is asked for', () => {
    const loaded = loadedWith('index.js')
    expect(bytes(loaded)).toBeLessThan(400_000)
    const code = [...loaded].map(file => readFileSync(join(root, 'dist', file), 'utf8')).join('\n')
    // Words that only the bundled packages and renderers have.
    for (const word of ['StructTreeRoot', 'w:document', 'micromark', 'yargs', 'hb_shape', 'urn:schemas-microsoft-com'])
      expect([word, code.includes(word)]).toEqual([word, false])
  })

  it('lets the command answer for itself with little', () => {
    expect(bytes(loadedWith('cli.js'))).toBeLessThan(20_000)
  })

  it('exports without what only the help and front matter that is not plain need, in characters of one byte', () => {
    const command = readdirSync(join(root, 'dist/chunks')).find(file => file.startsWith('command-'))!
    const loaded = [...loadedWith(join('chunks', command))]
    expect(bytes(loaded)).toBeLessThan(297_000)
    const code = loaded.map(file => readFileSync(join(root, 'dist', file), 'latin1')).join('\n')
    for (const word of ['yargs', 'YAMLParseError', 'StructTreeRoot', 'micromark'])
      expect([word, code.includes(word)]).toEqual([word, false])
    expect(/[^\0-\u007F]/.test(code)).toBe(false)
  })

  it('takes of pdf-lib its object model alone', () => {
    const chunks = readdirSync(join(root, 'dist/chunks')).map(file => join('chunks', file))
    const code = chunks
      .map(file => readFileSync(join(root, 'dist', file), 'utf8'))
      .filter(text => text.includes('StructTreeRoot'))
    expect(code.length).toBeGreaterThan(0)
    // Words of its page and form interfaces, which would cost every export their compilation.
    for (const word of ['embedFont', 'drawText', 'Courier-BoldOblique'])
      expect(code.join('\n').includes(word)).toBe(false)
  })

  it('of the core runs in a page or a worker: no module of Node, no global of Node, no document', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export { readMarkdown, readJson, render, checkArticle, plainText } from './src/core.js'`,
        resolveDir: root,
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'standfirst',
      write: false,
      // The native parser has no place in a browser; where it does not load, the portable one steps in.
      external: ['satteri'],
      conditions: ['worker'],
      logLevel: 'error',
    })
    const code = outputFiles[0]!.text
    expect(code.match(/["']node:\w+/g)).toBeNull()
    expectPage(await readInPage(code))
  })

  it('of the shipped core holds no module of Node, and bundlers take it as it is', async () => {
    const folder = folderOf({
      'page.js': `export * from '${join(root, 'dist/core.js')}'`,
    })
    const { outputFiles, warnings } = await build({
      entryPoints: [join(folder, 'page.js')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'standfirst',
      write: false,
      logLevel: 'silent',
    })
    // A chunk that is imported for nothing is left out, as the package allows.
    expect(warnings.filter(warning => warning.id !== 'ignored-bare-import')).toEqual([])
    expect(outputFiles[0]!.text.match(/["']node:\w+|(?:from|import\()\s*["']satteri/g)).toBeNull()
    expectPage(await readInPage(outputFiles[0]!.text))
  })
})

interface Page {
  title: string
  text: string
  jsonld: string
  rss: string
  html: string
}

function expectPage(page: Page): void {
  expect(page.title).toBe('Talks resume')
  expect(page.text).toContain('The pier is open.')
  expect(page.jsonld).toContain('"creator"')
  expect(page.jsonld).toContain('Ines Calder')
  expect(page.rss).toContain('<item>')
  expect(page.html).toContain('<blockquote>')
}

/** Runs the script with what pages and workers have and nothing else. */
async function readInPage(code: string): Promise<Page> {
  const use = `(async () => {
    const { readMarkdown, readJson, render, plainText } = standfirst
    const source = '---\\ntitle: Talks resume\\nauthor: Maren Holt\\n---\\n\\nThe pier is open.\\n\\n> We lend.\\n>\\n> — Ines Calder, minister\\n'
    const { article } = await readMarkdown(source)
    const { article: again } = await readJson(JSON.stringify(article))
    const [jsonld, rss, html] = await Promise.all(['jsonld', 'rss', 'html'].map(async format => (await render(again, format)).output.body))
    return JSON.stringify({ title: again.meta.title, text: plainText(again), jsonld, rss, html })
  })()`
  const page = {
    TextDecoder,
    TextEncoder,
    URL,
    crypto: globalThis.crypto,
    structuredClone,
    atob,
    btoa,
    setTimeout,
    queueMicrotask,
    console,
    AbortController,
  }
  return JSON.parse(await runInNewContext(`${code}\n${use}`, page)) as Page
}
