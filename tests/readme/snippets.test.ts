import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../support/corpus.js'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text!,
}))
const ofLanguage = (language: string): string[] =>
  blocks.filter(each => each.language === language).map(each => each.text)

// Inside the project, so that `import … from 'standfirst'` finds the build under its own name.
mkdirSync(join(root, 'out'), { recursive: true })
const folder = mkdtempSync(join(root, 'out', 'readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'story.md'), ofLanguage('markdown')[0]!)
cpSync(join(root, 'examples/newsroom'), join(folder, 'newsroom'), { recursive: true })

describe('README', () => {
  const commands = ofLanguage('sh').flatMap(text => text.split('\n').filter(line => line.startsWith('npx standfirst ')))

  it.each(commands)('%s', command => {
    const args = command.split(' ').slice(2)
    const done = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), ...args], { cwd: folder, encoding: 'utf8' })
    expect(done.status, done.stderr).toBe(0)
  })

  it('names the outputs as the export names them', () => {
    expect(commands[0]).toMatch(/^npx standfirst export story\.md/)
    const sentence = /That writes ([\s\S]*?)\./.exec(readme.replace(/`\.`/g, ''))
    const named = [...readme.slice(sentence!.index).matchAll(/`([\w-]+\.\w+)`/g)].slice(0, 4).map(([, name]) => name!)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(named.sort())
  })

  it.each(ofLanguage('js').map((text, index) => [index, text] as const))('JavaScript snippet %i', (index, text) => {
    const file = join(folder, `snippet-${index}.mjs`)
    writeFileSync(file, text)
    const done = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
    expect(done.status, done.stderr).toBe(0)
    expect(done.stdout).toContain('strait-ferry.pdf')
  })

  it.each(
    [...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(
      ([, text], index) => [index, text!, ['<blockquote>', 'The pier', '<title>Story 3</title>'][index]!] as const,
    ),
  )('snippet %i of docs/library.md', (index, text, said) => {
    const file = join(folder, `library-${index}.mjs`)
    writeFileSync(file, text)
    const done = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect(done.stdout).toContain(said)
  })

  it('shows a configuration that the command accepts', () => {
    const place = join(folder, 'configured')
    mkdirSync(place)
    writeFileSync(join(place, 'standfirst.config.json'), ofLanguage('json')[0]!)
    writeFileSync(join(place, 'story.md'), ofLanguage('markdown')[0]!)
    const done = spawnSync(
      process.execPath,
      [join(root, 'dist/cli.cjs'), 'export', 'story.md', '--to', 'rss', '--strict'],
      {
        cwd: place,
        encoding: 'utf8',
      },
    )
    expect(done.status, done.stderr).toBe(0)
    expect(readFileSync(join(place, 'feed.xml'), 'utf8')).toContain('The Torhaven Post')
  })

  it('names only scripts and files that are there', () => {
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
    for (const [, name] of readme.matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(name)
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(join(root, path!)), path).toBe(true)
    for (const [, path] of readme.matchAll(/`((?:examples|docs|bench)\/[\w./-]+)`/g))
      expect(existsSync(join(root, path!)), path).toBe(true)
  })
})
