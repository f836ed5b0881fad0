import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, program, run, standfirst, story } from '../support/cli.js'

describe('where outputs go', () => {
  it('into the current folder, named by the slug as given, else by the stem', async () => {
    const cwd = folderOf({ 'in/a.md': story('One', 'slug: The_Slug-1'), 'in/b.c.md': story('Two') })
    const { code, stdout } = await standfirst(['export', 'in/a.md', 'in/b.c.md', '--to', 'jsonld'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(filesIn(cwd)).toEqual(['The_Slug-1.jsonld', 'b.c.jsonld', 'in/a.md', 'in/b.c.md'])
  })

  it('flat into a folder, made if absent; a collection under its own name', async () => {
    const cwd = folderOf({ 'in/deep/a.md': story('One') })
    const { code } = await standfirst(['export', 'in', '--to', 'jsonld', '--to', 'rss,html', '--out', 'x/y'], { cwd })
    expect(code).toBe(0)
    expect(filesIn(join(cwd, 'x'))).toEqual(['y/a.html', 'y/a.jsonld', 'y/feed.xml'])
  })

  it('into a file with one format and its ending, which may say the format', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    await standfirst(['export', 'a.md', '--to', 'jsonld', '--out', 'data/story.jsonld'], { cwd })
    await standfirst(['export', 'a.md', '--out', 'news.xml'], { cwd })
    expect(filesIn(cwd)).toEqual(['a.md', 'data/story.jsonld', 'news.xml'])
    expect(readFileSync(join(cwd, 'news.xml'), 'utf8')).toContain('<rss')
  })

  it('into a folder that is there or ends with a slash, whatever its name', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    await standfirst(['export', 'a.md', '--to', 'jsonld,html', '--out', 'x.jsonld/'], { cwd })
    mkdirSync(join(cwd, 'y.html'))
    await standfirst(['export', 'a.md', '--to', 'html', '--out', 'y.html'], { cwd })
    expect(filesIn(cwd)).toEqual(['a.md', 'x.jsonld/a.html', 'x.jsonld/a.jsonld', 'y.html/a.html'])
  })

  it('to the standard output, and nothing else goes there', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { code, stdout, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld', '--out', '-'], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('@graph')
    expect(stderr).toBe('')
    expect(filesIn(cwd)).toEqual(['a.md'])
  })

  it('from the standard input under the name "article", Markdown or JSON', async () => {
    const cwd = folderOf()
    const ran = await standfirst(['export', '-', '--to', 'jsonld'], { cwd, input: story('From a pipe') })
    expect([ran.code, filesIn(cwd)]).toEqual([0, ['article.jsonld']])
    const { stdout } = await standfirst(['inspect', '-'], { cwd, input: story('From a pipe') })
    const again = await standfirst(['export', '-', '--to', 'html', '--out', '-'], { cwd, input: stdout })
    expect(again.stdout).toContain('From a pipe')
  })

  it('as PDF where nothing says a format', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    expect((await standfirst(['export', 'a.md'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('under the stem where the slug can be no file’s name, with a warning', async () => {
    const cwd = folderOf({ 'a.md': story('One', 'slug: "../../etc/passwd"'), 'b.md': story('Two', 'slug: "con"') })
    const { code, stderr } = await standfirst(['export', 'a.md', 'b.md', '--to', 'jsonld', '--out', 'out'], { cwd })
    expect(code).toBe(0)
    expect(filesIn(cwd)).toEqual(['a.md', 'b.md', 'out/a.jsonld', 'out/b.jsonld'])
    expect(stderr).toContain('warning  output-name')
    expect(stderr).toContain('cannot be a file’s name'.replace('’', "'"))
  })
})

describe('two articles for one output', () => {
  it.each([
    ['the same stem', 'x/a.md', 'y/a.md', ''],
    ['names that differ in case', 'a.md', 'b.md', 'A'],
  ])('are refused before anything is written: %s', async (_, first, second, slug) => {
    const cwd = folderOf({ [first]: story('One'), [second]: story('Two', ...(slug ? [`slug: ${slug}`] : [])) })
    const ran = await standfirst(['export', first, second, '--to', 'jsonld,rss', '--out', 'out'], { cwd })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(`\`${first}\` and \`${second}\` would both be written to`)
    expect(filesIn(cwd)).toEqual([first, second].sort())
  })

  it('are refused on the standard output', async () => {
    const cwd = folderOf({ 'a.md': story('One'), 'b.md': story('Two') })
    const ran = await standfirst(['export', 'a.md', 'b.md', '--to', 'jsonld', '--out', '-'], { cwd })
    expect([ran.code, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toContain('`a.md` and `b.md` would both go to the standard output')
  })

  it('but one file named twice is taken once', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { code, stderr } = await standfirst(['export', 'a.md', './a.md', '*.md', '.', '--to', 'jsonld'], { cwd })
    expect([code, stderr.match(/wrote/g)]).toEqual([0, ['wrote']])
  })
})

describe('a folder', () => {
  it('is read for Markdown and for JSON that is an article, by path, bytewise', async () => {
    const { stdout } = await standfirst(['inspect', '-'], { input: story('Saved') })
    const cwd = folderOf({
      'in/b.md': story('B'),
      'in/Z.md': story('Z'),
      'in/a/é.md': story('E'),
      'in/saved.json': stdout,
      'in/package.json': '{"name": "no article", "type": "module"}',
      'in/notes.txt': 'no article',
      'in/.hidden/c.md': story('C'),
      'in/node_modules/d/README.md': story('D'),
    })
    const { code, stderr } = await standfirst(['export', 'in', '--to', 'jsonld', '--out', 'out'], { cwd })
    expect(code).toBe(0)
    expect([...stderr.matchAll(/out\/(\S+)/g)].map(match => match[1])).toEqual([
      'Z.jsonld',
      'é.jsonld',
      'b.jsonld',
      'saved.jsonld',
    ])
  })
})

describe('writing', () => {
  it('does not touch a file that holds the same bytes already', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const args = ['export', 'a.md', '--to', 'pdf,docx,rss,jsonld', '--out', 'out']
    await standfirst(args, { cwd })
    const names = filesIn(join(cwd, 'out'))
    for (const name of names) utimesSync(join(cwd, 'out', name), 1000, 1000)
    const { code, stderr } = await standfirst(args, { cwd })
    expect(code).toBe(0)
    expect(names.map(name => statSync(join(cwd, 'out', name)).mtimeMs)).toEqual(names.map(() => 1_000_000))
    expect(stderr).toContain('4 unchanged')
  })

  it('leaves the outputs of a document as they were where one of them fails', async () => {
    const cwd = folderOf({ 'a.md': story('One'), 'b.md': story('Two') })
    const args = ['export', 'a.md', 'b.md', '--to', 'jsonld,html', '--out', 'out']
    await standfirst(args, { cwd })
    const before = readFileSync(join(cwd, 'out/a.html'), 'utf8')
    writeFileSync(join(cwd, 'a.md'), story('One').replace('The pier', 'A pier'))
    rmSync(join(cwd, 'out/a.jsonld'))
    mkdirSync(join(cwd, 'out/a.jsonld'))
    const { code, stderr } = await standfirst(args, { cwd })
    expect(code).toBe(3)
    expect(stderr).toContain('a.jsonld` cannot be written: it is a folder')
    expect(readFileSync(join(cwd, 'out/a.html'), 'utf8')).toBe(before)
    expect(filesIn(join(cwd, 'out'))).toEqual(['a.html', 'b.html', 'b.jsonld'])
  })

  it('gives the same bytes whatever the folder, the zone, the locale and the number of jobs', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map(name => [`in/${name}.md`, story(name.toUpperCase())]),
    )
    const made = await Promise.all(
      [
        { cwd: '.', jobs: '1', env: { TZ: 'UTC', LANG: 'C' } },
        { cwd: 'in', jobs: '7', env: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
      ].map(async ({ cwd, jobs, env }) => {
        const folder = folderOf(files)
        const out = join(folder, 'out')
        const args = ['export', join(folder, 'in'), '--to', 'pdf,docx,rss,jsonld,html', '--out', out, '--jobs', jobs]
        const { code } = await standfirst(args, { cwd: join(folder, cwd), env })
        expect(code).toBe(0)
        return filesIn(out).map(name => [name, readFileSync(join(out, name)).toString('base64')])
      }),
    )
    expect(made[0]).toHaveLength(21)
    expect(made[1]).toEqual(made[0])
  })

  it.skipIf(process.platform === 'win32')('of a folder with more articles than files may be open at once', async () => {
    const saved = (title: string) => {
      const text = [{ type: 'text', value: title }]
      const meta = { title, authors: [], language: 'en', published: '2026-11-19', url: `https://n.example/${title}` }
      return JSON.stringify({ type: 'article', version: 1, meta, children: [{ type: 'paragraph', children: text }] })
    }
    const names = Array.from({ length: 150 }, (_, index) => `s${index}`)
    const cwd = folderOf(Object.fromEntries(names.map(name => [`in/${name}.json`, saved(name)])))
    const command = 'ulimit -n 60; exec "$0" "$1" export in --to rss --limit all'
    const { code } = await run('sh', ['-c', command, process.execPath, program], { cwd })
    expect([code, readFileSync(join(cwd, 'feed.xml'), 'utf8').match(/<item>/g)?.length]).toEqual([0, 150])
  })
})
