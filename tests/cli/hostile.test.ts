import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'

const all = ['--to', 'pdf,docx,rss,jsonld', '--out', 'out']
const nest = (before: string, middle: string, after: string, depth: number) =>
  before.repeat(depth) + middle + after.repeat(depth)
const saved = (children: string) =>
  `{"type":"article","version":1,"meta":{"title":"x","authors":[],"language":"en"},"children":${children}}`

describe.concurrent('a wrong source ends in a clear message and 1, and nothing is written', () => {
  it.each<[name: string, file: string, content: string | Uint8Array | undefined, said: RegExp]>([
    ['a file that is not there', 'a.md', undefined, /error {4}input-missing {2}there is no file `a\.md`/],
    ['broken YAML', 'a.md', '---\ntitle: A\ntags: [one, two\n---\n\nText.\n', /error {4}front-matter-yaml {2}\d:\d/],
    ['bytes that are no UTF-8', 'a.md', Buffer.from('caf\u00E9 au lait', 'latin1'), /error {4}encoding {2}1:4 .*0xE9/],
    ['UTF-16', 'a.md', Buffer.from('\uFEFF# Title\n', 'utf16le'), /error {4}encoding .*UTF-16/],
    ['an ending without a reader', 'a.xyz', 'words', /error {4}input-kind {2}there is no reader for `a\.xyz`/],
    ['JSON that is none', 'a.json', '{"type": "article",', /error {4}json-syntax/],
    ['an article that is none', 'a.json', saved('[{"type":"headline"}]'), /error {4}article-shape .*"headline"/],
    ['an article of a later model', 'a.json', '{"type":"article","version":9}', /error {4}article-version/],
    ['20,000 quotes in each other', 'a.md', nest('> ', 'x', '', 20_000), /error {4}limit-nesting/],
    ['20,000 lists in each other', 'a.md', nest('- ', 'x', '', 20_000), /error {4}limit-nesting/],
    ['20,000 brackets', 'a.json', nest('[', '', ']', 20_000), /error {4}article-depth/],
    [
      '20,000 quotes in JSON',
      'a.json',
      saved(nest('[{"type":"quote","children":', '[]', '}]', 20_000)),
      /error {4}article-depth/,
    ],
    [
      'brackets that crash a YAML parser',
      'a.md',
      `---\ntitle: ${'['.repeat(3000)}\n---\n`,
      /error {4}front-matter-limit/,
    ],
  ])('%s', async (_, file, content, said) => {
    const cwd = folderOf(content === undefined ? {} : { [file]: content })
    const { code, stdout, stderr } = await standfirst(['export', file, ...all], { cwd })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(said)
    expect(stderr).toContain('1 failed')
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })

  it('a folder of Word files alone', async () => {
    const cwd = folderOf({ 'in/a.docx': 'x' })
    const { code, stderr } = await standfirst(['export', 'in/', ...all], { cwd })
    expect([code, stderr]).toEqual([1, expect.stringMatching(/`in\/` holds no article\n.*`in\/\*\.docx`/)])
  })

  it('20,000 nested emphases keep their words', async () => {
    const cwd = folderOf({ 'a.md': `${story('Deep')}\n${nest('*a ', 'middle', '*', 20_000)}\n` })
    const { code, stderr } = await standfirst(['export', 'a.md', ...all], { cwd })
    expect([0, 1]).toContain(code)
    expect(stderr).not.toMatch(/program-fault|RangeError/)
    expect(existsSync(join(cwd, 'out'))).toBe(code === 0)
  })
})

describe('one document’s failure', () => {
  it('does not stop the others, and the feed says that it lacks one', async () => {
    const cwd = folderOf({ 'in/a.md': story('One'), 'in/b.md': '---\n{\n---\n', 'in/c.md': story('Three') })
    const { code, stderr } = await standfirst(['export', 'in', 'gone.md', '--to', 'jsonld,rss', '--out', 'out'], {
      cwd,
    })
    expect(code).toBe(1)
    expect(filesIn(join(cwd, 'out'))).toEqual(['a.jsonld', 'c.jsonld', 'feed.xml'])
    expect(stderr).toContain('one article that failed is not in `feed.xml`')
    expect(stderr).toContain('2 failed')
  })
})

describe('pictures', () => {
  it('that are missing, outside, on the network or none are named, and the outputs are made', async () => {
    const cwd = folderOf({
      'secret/key.png': 'not for you',
      'in/fake.png': '#!/bin/sh\n',
      'in/Chart.png': 'x',
      'in/a.md': `${story('Pictures')}
![missing](chart.png)

![outside](../secret/key.png)

![by a link](link.png)

![absolute](/etc/passwd)

![network](https://intranet.example/x.png)

![no picture](fake.png)

![a folder](sub)
`,
    })
    mkdirSync(join(cwd, 'in/sub'))
    symlinkSync('../secret/key.png', join(cwd, 'in/link.png'))
    const { code, stderr } = await standfirst(['export', 'in/a.md', '--to', 'pdf,docx', '--out', 'out'], { cwd })
    expect(code).toBe(0)
    expect(filesIn(join(cwd, 'out'))).toEqual(['a.docx', 'a.pdf'])
    expect(stderr).toContain('there is no picture `chart.png`')
    expect(stderr).toContain('did you mean `Chart.png`?')
    expect(stderr).toContain('the picture `../secret/key.png` lies outside the root `in`')
    expect(stderr).toContain('the picture `link.png` lies outside the root `in`')
    expect(stderr).toContain('there is no picture `/etc/passwd`')
    expect(stderr).toContain('the picture `https://intranet.example/x.png` was not fetched')
    expect(stderr).toContain('`fake.png` is no JPEG, PNG, GIF, WebP, AVIF or SVG picture')
    expect(stderr).toContain('`sub` is no file')
    expect(stderr.match(/warning {2}asset-/g)).toHaveLength(7)
  })

  it('make the command fail under --strict, though outputs are written', async () => {
    const cwd = folderOf({ 'a.md': `${story('One')}\n![missing](chart.png)\n` })
    const { code } = await standfirst(['export', 'a.md', '--to', 'docx', '--strict'], { cwd })
    expect([code, filesIn(cwd)]).toEqual([1, ['a.docx', 'a.md']])
  })

  it('may come from the root that is named', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    const cwd = folderOf({ 'img/a.svg': svg, 'in/a.md': `${story('One')}\n![a](../img/a.svg)\n\n![a](/img/a.svg)\n` })
    const inside = await standfirst(['check', 'in/a.md', '--to', 'docx', '--root', '.'], { cwd })
    expect(inside.stderr).not.toContain('asset-')
    const outside = await standfirst(['check', 'in/a.md', '--to', 'docx'], { cwd })
    expect(outside.stderr).toContain('asset-outside-root')
  })
})

describe('surroundings that fail end with 3', () => {
  it.each([['out'], ['out/deep']])('a folder that cannot be made: %s', async out => {
    const cwd = folderOf({ 'a.md': story('One'), [out.split('/')[0]!]: 'a file in the way' })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld,rss', '--out', out], { cwd })
    expect(code).toBe(3)
    expect(stderr).toMatch(/a\.jsonld` cannot be written: (part of the path is a file|a file stands)/)
    expect(filesIn(cwd)).toEqual(['a.md', 'out'])
  })

  it('a folder that cannot be written to', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    // Not even root may make files there.
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld', '--out', '/proc/self/out'], { cwd })
    expect(code).toBe(3)
    expect(stderr).toContain('a.jsonld` cannot be written')
  })

  it('a disk that is full', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { run, program } = await import('../support/cli.js')
    const command = `"${process.execPath}" "${program}" export a.md --to jsonld --out - > /dev/full`
    const { code, stderr } = await run('sh', ['-c', command], { cwd })
    expect(code).toBe(3)
    expect(stderr).toBe('error  the standard output cannot be written: the disk is full\n')
  })
})

describe('an end from outside', () => {
  it('by a pipe that closes early is quiet', async () => {
    const cwd = folderOf({ 'a.md': `${story('Long')}\n${'Many words stand here. '.repeat(20_000)}\n` })
    const { run, program } = await import('../support/cli.js')
    const command = `"${process.execPath}" "${program}" inspect a.md | head -1; exit \${PIPESTATUS[0]}`
    expect(await run('bash', ['-c', command], { cwd })).toMatchObject({ code: 0, stdout: '{\n', stderr: '' })
  })

  it('by an interruption gives 130 and leaves whole files alone behind', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`in/${index}.md`, story(`No ${index}`)]))
    const cwd = folderOf(files)
    mkdirSync(join(cwd, 'out'))
    const { code } = await standfirst(['export', 'in', '--to', 'pdf,docx', '--out', 'out'], {
      cwd,
      started(child) {
        const watch = setInterval(() => {
          if (filesIn(join(cwd, 'out')).some(name => name.endsWith('.pdf'))) {
            clearInterval(watch)
            child.kill('SIGINT')
          }
        }, 10)
        child.on('exit', () => clearInterval(watch))
      },
    })
    expect(code).toBe(130)
    const made = filesIn(join(cwd, 'out'))
    expect(made.length).toBeLessThan(120)
    expect(made.filter(name => name.includes('.tmp'))).toEqual([])
    const pairs = new Set(made.map(name => name.replace(/\.\w+$/, '')))
    expect(made).toHaveLength(pairs.size * 2)
  })
})
