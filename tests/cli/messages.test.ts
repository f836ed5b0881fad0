import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'

const undated = '---\ntitle: Talks\nlanguage: en\npublished: 2026-11-23 08:00\n---\n\nThe pier is open.\n'

describe('messages', () => {
  it('name file, line and column, show the line, and say what to do', async () => {
    const cwd = folderOf({ 'talks.md': undated })
    const { code, stderr } = await standfirst(['export', 'talks.md', '--to', 'docx'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toMatch(
      new RegExp(
        [
          '^talks\\.md$',
          '^ {2}warning {2}date-zone {2}4:12 {2}`published` has no time zone: .*2026-11-23 08:00.*UTC.*$',
          '^ {6}4 \\| published: 2026-11-23 08:00$',
          '^ {8}\\| {12}\\^{16}$',
          '^ {8}write 2026-11-23T08:00:00.*$',
        ].join('\n'),
        'm',
      ),
    )
  })

  it('about wrong usage are JSON as well where JSON is wanted', async () => {
    const cwd = folderOf({ 'a.md': undated, 'standfirst.config.json': '{"timezon": "UTC"}' })
    const run = async (...args: string[]) => standfirst([...args, '--reporter', 'json'], { cwd })
    const flag = await run('export', 'a.md', '--too', 'rss')
    expect([flag.code, flag.stdout]).toEqual([2, ''])
    expect(JSON.parse(flag.stderr)).toMatchObject({ ok: false, refused: { reason: expect.stringMatching(/--too/) } })
    const key = await run('check', 'a.md')
    expect([key.code, key.stderr]).toEqual([2, ''])
    expect(JSON.parse(key.stdout).refused.messages).toEqual([
      expect.objectContaining({ rule: 'config-key', path: 'timezon', hint: expect.stringMatching(/timezone/) }),
    ])
  })

  it('about the configuration name the line, and no file for what the command line has set', async () => {
    const cwd = folderOf({ 'a.md': undated, 'standfirst.config.json': '{\n  "site": { "titel": "A" }\n}\n' })
    const { stderr } = await standfirst(['export', 'a.md', '--set', 'languag=en'], { cwd })
    expect(stderr).toContain('  standfirst.config.json  2:22  site.titel  there is no key `site.titel`\n')
    expect(stderr).toContain('\n  languag  there is no key `languag`\n')
    const zones = folderOf({ 'a.md': undated, 'standfirst.config.json': '{ "timezone": "UTC" }' })
    const set = await standfirst(['export', 'a.md', '--set', 'timezone=Mars/Olympus'], { cwd: zones })
    expect(set.stderr).toContain('\n  timezone  `timezone` is "Mars/Olympus"')
  })

  it('that several formats have in common are said once', async () => {
    const cwd = folderOf({ 'a.md': `${story('One')}\n![missing](chart.png)\n` })
    const { stderr } = await standfirst(['export', 'a.md', '--to', 'pdf,docx'], { cwd })
    expect(stderr.match(/asset-missing/g)).toHaveLength(1)
    expect(stderr).toMatch(/(docx, pdf|pdf, docx): there is no picture `chart\.png`/)
  })

  it('cannot drive the terminal of who reads them', async () => {
    const cwd = folderOf({ 'a.md': `${story('One')}\n![\u001B[2Jx](ch\u202Eart.png)\n` })
    const { stderr } = await standfirst(['export', 'a.md', '--to', 'docx'], { cwd })
    expect(stderr).not.toMatch(/[\u001B\u202E]/)
  })

  it('under --quiet are errors alone', async () => {
    const cwd = folderOf({ 'a.md': undated })
    expect(await standfirst(['export', 'a.md', '--to', 'docx', '--quiet'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    })
    const failing = await standfirst(['export', 'gone.md', '-q'], { cwd })
    expect([failing.code, failing.stderr.split('\n').length]).toEqual([1, 3])
    const strict = await standfirst(['export', 'a.md', '--to', 'docx', '--quiet', '--strict'], { cwd })
    expect(strict.code).toBe(1)
    expect(strict.stderr).toContain('date-zone')
  })

  it('under --strict make the command fail where they warn', async () => {
    const cwd = folderOf({ 'a.md': undated, 'b.md': story('Fine') })
    expect((await standfirst(['check', 'a.md', '--to', 'docx', '--strict'], { cwd })).code).toBe(1)
    expect((await standfirst(['check', 'b.md', '--to', 'docx', '--strict'], { cwd })).code).toBe(0)
  })

  it('for programs are one JSON object', async () => {
    const cwd = folderOf({ 'a.md': undated })
    const { code, stdout, stderr } = await standfirst(
      ['export', 'a.md', 'b.md', '--to', 'docx', '--reporter', 'json'],
      { cwd },
    )
    expect([code, stdout]).toEqual([1, ''])
    const report = JSON.parse(stderr)
    expect(report).toMatchObject({ ok: false, counts: { error: 1, warning: 1 } })
    expect(report.documents.map((each: { file: string; failed: boolean }) => [each.file, each.failed])).toEqual([
      ['b.md', true],
      ['a.md', false],
    ])
    expect(report.documents[1]).toMatchObject({
      outputs: [{ format: 'docx', status: 'written' }],
      messages: [
        { rule: 'date-zone', severity: 'warning', file: 'a.md', position: { start: { line: 4, column: 12 } } },
      ],
    })
  })

  it('for GitHub are annotations', async () => {
    const cwd = folderOf({ 'a.md': undated })
    const { stderr } = await standfirst(['export', 'a.md', '--to', 'docx', '--reporter', 'github'], { cwd })
    expect(stderr).toMatch(
      /^::warning file=a\.md,line=4,col=12,endLine=4,endColumn=28,title=date-zone::`published` has no/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('have colour only where it is wanted', async () => {
    const cwd = folderOf({ 'a.md': undated })
    const args = ['export', 'a.md', '--to', 'docx']
    expect((await standfirst(args, { cwd })).stderr).not.toContain('\u001B')
    expect((await standfirst(args, { cwd, env: { FORCE_COLOR: '1' } })).stderr).toContain('\u001B[33mwarning')
    expect((await standfirst(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stderr).not.toContain('\u001B')
  })

  it('come in one order whatever the number of jobs', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`in/${index}.md`, `${undated}\n![x](${index}.png)\n`]),
    )
    const cwd = folderOf(files)
    const said = await Promise.all(
      ['1', '3', '20'].map(jobs => standfirst(['check', 'in', '--to', 'docx,jsonld', '--jobs', jobs], { cwd })),
    )
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })
})

describe('check', () => {
  it('says what an export would say and writes nothing', async () => {
    const cwd = folderOf({ 'a.md': `${undated}\n![missing](chart.png)\n` })
    const { code, stdout, stderr } = await standfirst(['check', 'a.md'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('date-zone')
    expect(stderr).toContain('asset-missing')
    expect(stderr).toContain('feed-link')
    expect(filesIn(cwd)).toEqual(['a.md'])
  })

  it('says that there is nothing to report', async () => {
    const cwd = folderOf({ 'a.md': story('Fine') })
    const { code, stderr } = await standfirst(['check', 'a.md', '--to', 'docx'], { cwd })
    expect([code, stderr]).toEqual([0, '1 document, nothing to report\n'])
  })

  it('says that nothing is wrong where all that it said was information', async () => {
    const cwd = folderOf({ 'a.md': story('Fine', 'kickr: Analysis') })
    const { code, stderr } = await standfirst(['check', 'a.md', '--to', 'docx'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('meta-unknown')
    expect(stderr).toMatch(/\n1 document, nothing wrong\n$/)
  })

  it('gives its report for programs as its output', async () => {
    const cwd = folderOf({ 'a.md': undated })
    const { stdout, stderr } = await standfirst(['check', 'a.md', '--to', 'docx', '--reporter', 'json'], { cwd })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, counts: { warning: 1 } })
  })
})

describe('inspect', () => {
  it('prints the article as JSON, which reads back the same', async () => {
    const cwd = folderOf({ 'a.md': story('One', 'kicker: Analysis') })
    const { code, stdout, stderr } = await standfirst(['inspect', 'a.md'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'article',
      version: 1,
      meta: { title: 'One', kicker: 'Analysis', published: '2026-11-19T10:30:00+01:00' },
      children: [
        { type: 'paragraph', children: [{ type: 'text', value: 'The pier is open again.' }] },
        { type: 'quote', attribution: { name: 'Ines Calder', role: 'minister' } },
      ],
    })
    expect(stdout).not.toContain('position')
    expect((await standfirst(['inspect', '-'], { input: stdout })).stdout).toBe(stdout)
  })

  it('keeps positions where they are asked for', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { stdout } = await standfirst(['inspect', 'a.md', '--positions'], { cwd })
    expect(JSON.parse(stdout).children[0].position.start).toMatchObject({ line: 9, column: 1 })
  })

  it('takes front matter from the command line', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { stdout } = await standfirst(
      [
        'inspect',
        'a.md',
        '--set',
        'meta.kicker=Opinion',
        '--set',
        'meta.author=Ruth Amsel',
        '--set',
        'meta.title=2026',
      ],
      { cwd },
    )
    expect(JSON.parse(stdout).meta).toMatchObject({
      title: '2026',
      kicker: 'Opinion',
      authors: [{ name: 'Ruth Amsel' }],
    })
  })

  it('says why there is no article', async () => {
    const cwd = folderOf({ 'a.json': '{}' })
    const { code, stdout, stderr } = await standfirst(['inspect', 'a.json'], { cwd })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('article-shape')
  })
})
