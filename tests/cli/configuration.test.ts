import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'
import { root } from '../support/corpus.js'

const library = join(root, 'dist/index.js')
const config = (value: object) => JSON.stringify(value)

describe('the configuration', () => {
  it.each([
    ['json', config({ to: 'rss', site: { url: 'https://post.example', title: 'The Post' } })],
    ['yaml', 'to: rss\nsite:\n  url: https://post.example\n  title: The Post\n'],
    ['mjs', "export default { to: ['rss'], site: { url: 'https://post.example', title: 'The Post' } }"],
  ])('is found above the first input: %s', async (ending, text) => {
    const cwd = folderOf({ [`standfirst.config.${ending}`]: text, 'in/deep/a.md': story('One') })
    const { code, stderr } = await standfirst(['export', 'in/deep', '--out', 'out'], { cwd })
    expect([code, stderr]).toEqual([0, expect.stringContaining('wrote  out/feed.xml')])
    const feed = readFileSync(join(cwd, 'out/feed.xml'), 'utf8')
    expect(feed).toContain('<title>The Post</title>')
    expect(feed).toContain('<link>https://post.example')
  })

  it('gives way to flags, and to --set', async () => {
    const cwd = folderOf({
      'standfirst.config.json': config({ site: 'https://post.example', feed: { limit: 1, title: 'One' }, to: 'rss' }),
      'a.md': story('First'),
      'b.md': story('Second'),
    })
    const feed = async (...args: string[]) => {
      const { stdout } = await standfirst(['export', 'a.md', 'b.md', '--out', '-', ...args], { cwd })
      return [stdout.match(/<item>/g)?.length, /<title>([^<]*)/.exec(stdout)?.[1], /<link>([^<]*)/.exec(stdout)?.[1]]
    }
    expect(await feed()).toEqual([1, 'One', 'https://post.example/'])
    expect(await feed('--limit', 'all', '--site', 'https://other.example/')).toEqual([
      2,
      'One',
      'https://other.example/',
    ])
    expect(await feed('--set', 'feed.limit=2', '--set', 'feed.title=Two')).toEqual([2, 'Two', 'https://post.example/'])
  })

  it('names every wrong key with the nearest right one', async () => {
    const cwd = folderOf({
      'standfirst.config.json': config({ tempate: 'wire', site: { adress: 'x' }, timezone: 'Mars/Base', docx: 3 }),
      'a.md': story('One'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md', '--set', 'feed.title=1843'], { cwd })
    expect([code, filesIn(cwd)]).toEqual([2, ['a.md', 'standfirst.config.json']])
    expect(stderr).toContain('there is no key `tempate`')
    expect(stderr).toContain('did you mean `template`?')
    expect(stderr).toContain('there is no key `site.adress`')
    expect(stderr).toContain('`docx` is 3')
    expect(stderr).toContain('`feed.title` is 1843; a text is needed')
  })

  it('may be no folder', async () => {
    const cwd = folderOf({ 'standfirst.config.json/x.md': 'x', 'a.md': story('One') })
    const { code, stderr } = await standfirst(['check', 'a.md'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('a folder has the name of a configuration file')])
  })

  it.each([
    ['json', '{"to": '],
    ['yaml', 'to: [rss'],
    ['yaml', `to: ${'['.repeat(3000)}`],
    ['mjs', 'export default {'],
    ['json', '[]'],
  ])('that cannot be read is wrong usage: %s', async (ending, text) => {
    const cwd = folderOf({ [`standfirst.config.${ending}`]: text, 'a.md': story('One') })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld'], { cwd })
    expect([code, filesIn(cwd)]).toEqual([2, ['a.md', `standfirst.config.${ending}`]])
    expect(stderr).toContain(`standfirst.config.${ending}`)
  })

  it.each([
    ['json', '{\n  "to": "rss",,\n}', 'line 2, column 15'],
    ['json', '{\n  "to": ', 'line 2, column 9'],
    ['json', '\uFEFF{\n  "to": // Only feeds\n "rss"\n}', "Unexpected token '/' at line 2, column 9"],
    ['json', '{}\n}', 'line 2, column 1'],
    ['yaml', 'site:\n  url: https://a.example\n title: x\n', 'line 3, column 1\n'],
  ])('that cannot be read says where: %s %j', async (ending, text, place) => {
    const cwd = folderOf({ [`standfirst.config.${ending}`]: text, 'a.md': story('One') })
    const { stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld'], { cwd })
    expect(stderr).toContain(`error  the configuration \`standfirst.config.${ending}\` cannot be read: `)
    expect(stderr).toContain(place)
  })

  it('takes a language by its tag alone', async () => {
    const cwd = folderOf({ 'standfirst.config.json': '{"language": "english"}', 'a.md': story('One') })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/`language` is "english"; a language tag such as `en`/)])
  })

  it('that runs code is used only where the user works, or by name', async () => {
    const cwd = folderOf({
      'in/standfirst.config.mjs':
        "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}",
      'in/a.md': story('One'),
    })
    const args = ['export', 'in/a.md', '--to', 'jsonld', '--out', 'out']
    const { code, stderr } = await standfirst(args, { cwd })
    expect([code, filesIn(cwd)]).toEqual([2, ['in/a.md', 'in/standfirst.config.mjs']])
    expect(stderr).toContain('--config in/standfirst.config.mjs')
    expect((await standfirst([...args, '--config', 'in/standfirst.config.mjs'], { cwd })).code).toBe(0)
    expect(filesIn(cwd)).toContain('ran')
  })

  it('supplies language and zone to articles that name none', async () => {
    const cwd = folderOf({
      'standfirst.config.json': config({ language: 'nb', timezone: 'Europe/Oslo' }),
      'a.md': '---\ntitle: Ferga\npublished: 2026-11-23 08:00\n---\n\nTekst.\n',
    })
    const { stdout, stderr } = await standfirst(['inspect', 'a.md'], { cwd })
    expect(JSON.parse(stdout).meta).toMatchObject({ language: 'nb', published: '2026-11-23T08:00:00+01:00' })
    expect(stderr).not.toContain('date-zone')
  })

  it('raises limits', async () => {
    const cwd = folderOf({ 'standfirst.config.json': config({ limits: { size: 50 } }), 'a.md': story('One') })
    expect((await standfirst(['inspect', 'a.md'], { cwd })).stderr).toContain('limit-size')
    expect((await standfirst(['inspect', 'a.md', '--set', 'limits=false'], { cwd })).code).toBe(0)
  })
})

describe('templates', () => {
  it('may be a house template beside the configuration', async () => {
    const cwd = folderOf({
      'standfirst.config.json': config({ template: 'house' }),
      'house/template.json': config({ extends: 'wire', colours: { accent: '#004488' } }),
      'in/a.md': story('One'),
    })
    const house = await standfirst(['export', 'in/a.md', '--to', 'docx', '--out', 'h'], { cwd })
    const wire = await standfirst(['export', 'in/a.md', '--to', 'docx', '--out', 'w', '--template', 'wire'], { cwd })
    expect([house.code, wire.code]).toEqual([0, 0])
  })

  it('with a bad key are refused with the nearest right one', async () => {
    const cwd = folderOf({
      'house/template.json': config({
        extends: 'wire',
        styles: { titel: { size: 20 }, body: { sise: 11, size: '11' } },
      }),
      'a.md': story('One'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md', '--template', './house'], { cwd })
    expect([code, filesIn(cwd)]).toEqual([2, ['a.md', 'house/template.json']])
    expect(stderr).toContain('there is no key `styles.titel`')
    expect(stderr).toContain('did you mean `title`?')
    expect(stderr).toContain('there is no key `styles.body.sise`')
    expect(stderr).toContain('`styles.body.size` is "11"; a number from 1 to 400 is needed')
  })
})

describe('plugins', () => {
  const poll = `
import { definePlugin, defineRenderer, plainText } from '${library}'
export default definePlugin({
  name: 'acme',
  renderers: [defineRenderer({
    name: 'script', description: 'Plain script', scope: 'article', extension: '.script.txt', mediaType: 'text/plain',
    options: input => ({ shout: input.shout === true }),
    async render(article, { options, extension }) {
      const polls = article.children.filter(node => node.type === 'extension').map(node => extension(node.name)(node))
      const text = plainText(article)
      return { body: [options.shout ? text.toUpperCase() : text, ...polls].join('\\n'), mediaType: 'text/plain', extension: '.script.txt' }
    },
  })],
  transforms: [article => ({ ...article, meta: { ...article.meta, kicker: 'Changed' } })],
  readers: [{ name: 'lines', extensions: ['.lines'], read: source => ({ messages: [], article: {
    type: 'article', version: 1, meta: { title: source.trim(), authors: [], language: 'en' }, children: [] } }) }],
  templates: [{ name: 'acme-house', extends: 'wire' }],
  extensions: { 'acme:poll': { script: node => 'POLL ' + node.attributes.id, html: (node, tools) => '<p class="poll">' + tools.render(node.children) + '</p>' } },
})
`
  const article = `${story('Poll')}\n:::acme-poll{id=7}\nWho pays?\n:::\n`
  const setUp = (more: object = {}) =>
    folderOf({
      'poll.mjs': poll,
      'standfirst.config.json': config({ plugins: ['./poll.mjs'], ...more }),
      'a.md': article,
      'b.lines': 'By lines\n',
    })

  it('add a format with options, a node, a reader, a transform and a template', async () => {
    const cwd = setUp({ script: { shout: true } })
    const { code } = await standfirst(
      ['export', 'a.md', 'b.lines', '--to', 'script,html', '--template', 'acme-house'],
      { cwd },
    )
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'a.script.txt'), 'utf8')).toMatch(/^THE PIER IS OPEN AGAIN[\s\S]*WHO PAYS\?\nPOLL 7$/)
    expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toContain('class="poll"')
    expect(filesIn(cwd)).toContain('b.html')
    expect(JSON.parse((await standfirst(['inspect', 'a.md'], { cwd })).stdout).meta.kicker).toBe('Changed')
    expect((await standfirst(['formats', '--config', 'standfirst.config.json'], { cwd })).stdout).toContain('script')
    expect((await standfirst(['formats'], { cwd })).stdout).toContain('Plain script')
    expect((await standfirst(['templates'], { cwd })).stdout).toContain('acme-house')
  })

  it('that claim one format are named both', async () => {
    const cwd = folderOf({
      'poll.mjs': poll,
      'other.mjs': poll.replace("name: 'acme'", "name: 'other'").replace(/extensions: \{ 'acme[\s\S]*\} \},/, ''),
      'standfirst.config.json': config({ plugins: ['./poll.mjs', './other.mjs'] }),
      'a.md': story('One'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('the format `script` is claimed by the plugin `acme` and by the plugin `other`')
  })

  it('that cannot be loaded are named', async () => {
    const cwd = folderOf({ 'standfirst.config.json': config({ plugins: ['./gone.mjs'] }), 'a.md': story('One') })
    const { code, stderr } = await standfirst(['export', 'a.md'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('the plugin `./gone.mjs` cannot be loaded')
  })

  it('that wait for what never comes do not end the command as if all were done', async () => {
    const cwd = folderOf({
      'waits.mjs': `export default { name: 'waits', transforms: [() => new Promise(() => {})] }`,
      'standfirst.config.json': config({ plugins: ['./waits.mjs'] }),
      'a.md': story('One'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'html', '--out', 'out'], { cwd })
    expect(code).toBe(3)
    expect(stderr).toContain('a promise that is never settled')
  })

  it('that fail where they should report are a fault of their own, and nothing is written', async () => {
    const cwd = folderOf({
      'poll.mjs': poll.replace('const text = plainText(article)', "throw new TypeError('no script today')"),
      'standfirst.config.json': config({ plugins: ['./poll.mjs'] }),
      'a.md': story('One'),
      'b.md': story('Two'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'jsonld,script', '--out', 'out'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('program-fault')
    expect(stderr).toContain('rendering script failed: TypeError: no script today')
    expect(filesIn(cwd)).not.toContain('out/a.jsonld')
  })

  it.each([
    ['OptionsError', '({ shout: input.shout === true })', 2, /^error {2}no script today\n$/],
    ['UsageError', '({ shout: input.shout === true })', 2, /^error {2}no script today\n$/],
    ['OptionsError', 'const text = plainText(article)', 1, /format-options {2}script: no script today\n/],
    ['EnvironmentError', 'const text = plainText(article)', 3, /^error {2}no script today\n$/],
  ])('are understood where they throw an %s of the library in place of `%s`', async (name, place, exit, words) => {
    const plugin = poll.replace(place, `{ throw new ${name}('no script today') }`)
    const cwd = folderOf({
      'poll.mjs': `import { ${name} } from '${library}'\n${plugin}`,
      'standfirst.config.json': config({ plugins: ['./poll.mjs'] }),
      'a.md': story('One'),
    })
    const { code, stderr } = await standfirst(['export', 'a.md', '--to', 'script'], { cwd })
    expect(stderr).toMatch(words)
    expect(code).toBe(exit)
  })
})
