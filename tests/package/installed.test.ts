import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { filesIn, folderOf, run, story } from '../support/cli.js'
import { root } from '../support/corpus.js'

/** What a user writes in TypeScript: every part of the API with its types. */
const program = `
import {
  type Article, type Message, checkArticle, defineConfig, definePlugin, defineRenderer, exportFiles, readJson, readMarkdown,
  render, testRenderer,
} from 'standfirst'
import { render as renderText } from 'standfirst/core'

const { article, messages } = await readMarkdown('# Talks resume\\n\\nThe pier is **open**.\\n')
if (!article) throw new Error(messages.map((message: Message) => message.reason).join())
const same: Article | undefined = (await readJson(JSON.stringify(article))).article
const pdf = await render(article, 'pdf', { template: 'wire', site: { url: 'https://news.example' } })
const page = await renderText(article, 'html')
const shout = defineRenderer({
  name: 'shout', description: 'Loud', scope: 'article', extension: '.shout.txt', mediaType: 'text/plain',
  options: input => ({ marks: Number(input.marks ?? 1) }),
  async render(given, context) {
    return { body: given.meta.title + '!'.repeat(context.options.marks), mediaType: 'text/plain', extension: '.shout.txt' }
  },
})
const plugin = definePlugin({ name: 'acme', renderers: [shout], transforms: [given => given] })
defineConfig({ site: 'https://news.example', plugins: [plugin], feed: { limit: 3 } })
const events: string[] = []
const running = exportFiles({ inputs: ['a.md'], to: ['jsonld', 'shout'], out: 'lib', plugins: [plugin], signal: new AbortController().signal })
for await (const event of running) events.push(event.type === 'document' ? event.outputs.map(each => each.format).join() : event.type)
const { ok } = await running.done
const failures: string[] = await testRenderer(shout, { words: false })
console.log(JSON.stringify({
  pdf: pdf.output.body.length > 5000, html: page.output.mediaType, same: same?.meta.title, ok, events, failures,
  wrong: checkArticle({}).messages.length > 0,
}))
`

const compiler = JSON.stringify({
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    skipLibCheck: false,
  },
  files: ['use.mts'],
})

let folder: string
let tarball: string
let installed: Awaited<ReturnType<typeof run>>

beforeAll(async () => {
  const packed = folderOf()
  const { code, stdout, stderr } = await run('npm', ['pack', '--json', '--pack-destination', packed], { cwd: root })
  expect([code, stderr.includes('npm error')]).toEqual([0, false])
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }]
  tarball = join(packed, filename)
  folder = folderOf({
    'package.json': JSON.stringify({ name: 'newsroom', version: '1.0.0', type: 'module', private: true }),
    'a.md': story('Installed'),
    'use.mts': program,
    'tsconfig.json': compiler,
  })
  installed = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], { cwd: folder })
}, 240_000)

describe('the package, installed in an empty project', () => {
  it('makes npm warn of nothing', () => {
    // What npm says of a machine's own settings is not about the package.
    const said = installed.stderr
      .split('\n')
      .filter(line => /warn|error/i.test(line) && !/Unknown \w+ config/.test(line))
    expect([installed.code, said]).toEqual([0, []])
  })

  it('brings templates, fonts, schemas and licences', () => {
    const files = filesIn(join(folder, 'node_modules/standfirst'))
    for (const file of [
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-LICENSES',
      'dist/build-id',
      'dist/fonts/OFL.txt',
      'dist/fonts/SourceSerif4-Regular.ttf',
      'dist/fonts/pairs.bin',
      'dist/wasm/harfbuzz.wasm',
      'schema/article.schema.json',
      'schema/template.schema.json',
      'templates/briefing/template.json',
      'templates/wire/template.json',
    ])
      expect(files).toContain(file)
    expect(files.filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([])
    const licences = readFileSync(join(folder, 'node_modules/standfirst/dist/THIRD-PARTY-LICENSES'), 'utf8')
    for (const name of ['yargs', 'unified', 'harfbuzzjs', '@expo-google-fonts/source-serif-4'])
      expect(licences).toContain(`\n${name} `)
  })

  it('exports by npx, with the shipped templates and fonts', async () => {
    const args = ['standfirst', 'export', '*.md', '--to', 'pdf,docx,rss,jsonld', '--template', 'wire', '--out', 'out']
    const { code, stderr } = await run('npx', args, { cwd: folder })
    expect([code, filesIn(join(folder, 'out'))]).toEqual([0, ['a.docx', 'a.jsonld', 'a.pdf', 'feed.xml']])
    expect(stderr).toContain('4 files written')
  })

  it('is imported from TypeScript with its types, and runs', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    expect(await run(process.execPath, [tsc, '-p', '.'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' })
    const { code, stdout, stderr } = await run(process.execPath, ['use.mjs'], { cwd: folder })
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual({
      pdf: true,
      html: 'text/html',
      same: 'Talks resume',
      ok: true,
      events: ['start', 'jsonld,shout', 'progress'],
      failures: [],
      wrong: true,
    })
  })

  it('satisfies publint', async () => {
    const { publint } = await import('publint')
    const copy = folderOf()
    cpSync(join(folder, 'node_modules/standfirst'), copy, { recursive: true })
    const { messages } = await publint({ pkgDir: copy, strict: true, pack: false })
    expect(messages).toEqual([])
  })

  it('satisfies attw', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const { code, stdout } = await run(process.execPath, [attw, tarball, '--profile', 'esm-only'])
    expect([code, stdout]).toEqual([0, expect.stringContaining('🟢')])
  })
})
