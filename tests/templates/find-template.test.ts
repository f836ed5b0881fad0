import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTemplate, TemplateError } from '../../src/templates/find-template.js'
import { styleNames } from '../../src/templates/template.js'
import { listTemplates, templateFolder } from '../../src/templates/template-folder.js'
import { folderOf } from '../support/cli.js'
import { root } from '../support/corpus.js'

const shipped = readdirSync(join(root, 'templates'))
const json = (value: object) => JSON.stringify(value)

/** Returns what the template's messages say, a line each. */
async function complaints(name: string, cwd: string): Promise<string[]> {
  const error = await findTemplate(name, templateFolder(cwd)).catch((thrown: unknown) => thrown)
  if (!(error instanceof TemplateError)) throw new Error('the template was found good', { cause: error })
  return error.messages.map(({ rule, file, path, reason, hint }) =>
    [rule, file, path, reason, hint].filter(Boolean).join(' | '),
  )
}

describe('findTemplate', () => {
  it.each(shipped)('finds the shipped template %s, whole', async name => {
    const template = await findTemplate(name, templateFolder('.'))
    expect(template.name).toBe(name)
    expect(template.description).toMatch(/\.$/)
    expect(template).not.toHaveProperty('extends')
    for (const style of [
      'title',
      'body',
      'heading1',
      'quote',
      'quoteSource',
      'caption',
      'note',
      'code',
      'table',
    ] as const)
      expect([style, template.styles[style] !== undefined]).toEqual([style, true])
  })

  it('lists them with their descriptions', async () => {
    expect((await listTemplates()).map(each => each.name)).toEqual([...shipped].sort())
  })

  it('merges a house template key by key over what it extends', async () => {
    const cwd = folderOf({
      'house/template.json': json({
        extends: 'wire',
        colours: { accent: '#004488' },
        titleBlock: ['title', 'kicker'],
        page: { size: { width: 500, height: 700 }, margin: { top: 50 } },
        styles: { body: { size: 12 } },
      }),
    })
    const wire = await findTemplate('wire', templateFolder(cwd))
    const house = await findTemplate('house', templateFolder(cwd))
    expect(house.colours).toEqual({ ...wire.colours, accent: '#004488' })
    expect(house.titleBlock).toEqual(['title', 'kicker'])
    expect(house.page).toEqual({
      ...wire.page,
      size: { width: 500, height: 700 },
      margin: { ...wire.page.margin, top: 50 },
    })
    expect(house.styles.body).toEqual({ ...wire.styles.body, size: 12 })
    expect(house.styles.title).toEqual(wire.styles.title)
    expect(house.name).toBe('wire')
  })

  it('finds a template by its folder, by its file, and beside the one that extends it', async () => {
    const cwd = folderOf({
      'a/template.json': json({ extends: '../b', name: 'a' }),
      'b/template.json': json({ extends: 'briefing', name: 'b', colours: { accent: '#010203' } }),
    })
    for (const name of ['a', './a', 'a/template.json', join(cwd, 'a')]) {
      const template = await findTemplate(name, templateFolder(cwd))
      expect([template.name, template.colours.accent]).toEqual(['a', '#010203'])
    }
  })

  it('takes templates of plugins by name', async () => {
    const library = templateFolder('.', [{ name: 'acme', extends: 'wire', colours: { accent: '#112233' } }])
    expect((await findTemplate('acme', library)).colours.accent).toBe('#112233')
    expect(library.names).toContain('acme')
  })

  it('names the nearest template where there is none of a name', async () => {
    const cwd = folderOf({ 'x/template.json': json({ extends: 'wirre' }) })
    expect(await complaints('briefng', cwd)).toEqual([
      expect.stringContaining('there is no template `briefng` | did you mean `briefing`?'),
    ])
    expect(await complaints('x', cwd)).toEqual([
      expect.stringMatching(/template-missing \| x\/template\.json \| extends .*`wirre` .*`wire`/),
    ])
  })

  it('reports every bad key with the nearest right one, and every bad value', async () => {
    const cwd = folderOf({
      'x/template.json': json({
        extends: 'briefing',
        colour: {},
        colours: { accent: 'red' },
        page: { size: 'A4', margins: {} },
        styles: { titel: {}, body: { sise: 11, leading: '15', weight: 500, align: 'left', colour: 'accnt' } },
        titleBlock: ['title', 'bylines'],
        footer: { end: 3 },
      }),
    })
    const all = await complaints('x', cwd)
    for (const part of [
      'colour | there is no key `colour` | did you mean `colours`?',
      'colours.accent | `colours.accent` is "red"; a colour such as `#1d5c63` is needed',
      'page.size | `page.size` is "A4"; `a4`, `letter` or',
      'page.margins | there is no key `page.margins` | did you mean `margin`?',
      'styles.titel | there is no key `styles.titel` | did you mean `title`?',
      'styles.body.sise | there is no key `styles.body.sise` | did you mean `size`?',
      'styles.body.leading | `styles.body.leading` is "15"; a number from 1 to 800 is needed',
      'styles.body.weight | `styles.body.weight` cannot be 500',
      'styles.body.align | `styles.body.align` cannot be "left"',
      'titleBlock.1 | `titleBlock.1` cannot be "bylines" | did you mean `byline`?',
      'footer.end | `footer.end` is 3',
    ])
      expect(all).toContainEqual(expect.stringContaining(`template-key | x/template.json | ${part}`))
    expect(all).toHaveLength(11)
  })

  it('reports a colour that nobody defines, and what a template by itself lacks', async () => {
    const cwd = folderOf({
      'x/template.json': json({
        extends: 'briefing',
        styles: { body: { colour: 'accnt' }, box: { background: 'none' } },
      }),
      'y/template.json': json({ name: 'y', colours: {} }),
    })
    expect(await complaints('x', cwd)).toEqual([
      expect.stringContaining(
        '`styles.body.colour` names the colour `accnt`, which `colours` lacks | did you mean `accent`?',
      ),
    ])
    expect(await complaints('y', cwd)).toContainEqual(
      expect.stringContaining('`page` is missing | begin with `"extends": "briefing"`'),
    )
  })

  it('reports a field of a running line that nothing fills', async () => {
    const cwd = folderOf({
      'x/template.json': json({ extends: 'briefing', header: { start: '{tittle}', end: '{page} of {pages}' } }),
    })
    expect(await complaints('x', cwd)).toEqual([
      expect.stringContaining(
        'header.start | `header.start` names the field `{tittle}`, which there is not | did you mean `title`?',
      ),
    ])
  })

  it('reports a file that is no JSON, and templates that extend each other in a circle', async () => {
    const cwd = folderOf({
      'broken/template.json': '{"name": ',
      'a/template.json': json({ extends: '../b' }),
      'b/template.json': json({ extends: '../a' }),
      'list/template.json': '[]',
    })
    expect(await complaints('broken', cwd)).toEqual([
      expect.stringContaining('template-unreadable | broken/template.json'),
    ])
    expect(await complaints('a', cwd)).toEqual([
      expect.stringContaining('a/template.json → b/template.json → a/template.json'),
    ])
    expect(await complaints('list', cwd)).toEqual([expect.stringContaining('template-key')])
  })
})

describe('the shipped templates', () => {
  it.each(shipped)('%s names its schema, and no style that does not exist', name => {
    const data = JSON.parse(readFileSync(join(root, 'templates', name, 'template.json'), 'utf8'))
    expect(data.$schema).toBe('../../schema/template.schema.json')
    expect(Object.keys(data.styles).filter(style => !styleNames.includes(style as never))).toEqual([])
  })
})
