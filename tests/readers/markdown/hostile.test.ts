import { describe, expect, test } from 'vitest'
import { checkArticle } from '../../../src/article/check.js'
import { plainText } from '../../../src/article/text.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

const SIZE = 5_000
/** Repeats a piece until it has about `size` characters. */
const fill = (piece: string, size = SIZE): string => piece.repeat(Math.ceil(size / piece.length))

/** What CommonMark's parsers have been brought to their knees with (cmark, markdown-it, commonmark.js, remark, GFM). */
const families: { [name: string]: string } = {
  'nested strong emphasis': `${fill('*a **a ', SIZE / 2)}b${fill(' a** a*', SIZE / 2)}`,
  'emphasis closers with no openers': fill('a_ '),
  'emphasis openers with no closers': fill('_a '),
  'link closers with no openers': fill('a]'),
  'link openers with no closers': fill('[a'),
  'mismatched openers and closers': fill('*a_ '),
  'openers and closers multiple of three': `a**b${fill('c* ')}`,
  'link openers and emphasis closers': fill('[ a_'),
  'pattern [ (](': fill('[ (]('),
  'pattern ![[]()': fill('![[]()'),
  'hard link and emphasis': `**x [a*b**c*](d)${fill(' **x [a*b**c*](d)')}`,
  'nested brackets': `${'['.repeat(SIZE / 2)}a${']'.repeat(SIZE / 2)}`,
  'nested quotes': `${'> '.repeat(SIZE)}a`,
  'nested quotes without spaces': `${'>'.repeat(SIZE)}a`,
  'nested lists on one line': `${'- '.repeat(SIZE)}a`,
  'nested lists by indent': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n'),
  'empty lines in nested lists': `- - - x${fill('\n\n')}`,
  'empty lines in nested lists in a quote': `> - - - x${fill('\n>\n>')}`,
  'emphasis in a deep quote': `${'>'.repeat(90)}${fill('a*')}`,
  'zero bytes': fill('abc\u0000de\u0000'),
  backticks: Array.from({ length: 100 }, (_, length) => `e${'`'.repeat(length + 1)}`).join(''),
  'backticks and backslashes': fill('``\\'),
  'unclosed links A': fill('[a](<b'),
  'unclosed links B': fill('[a](b'),
  'unclosed comments': `</${fill('<!--')}`,
  'unclosed instructions': fill('<?'),
  'unclosed declarations': fill('<!A'),
  'angle brackets': fill('<<<<>'),
  'reference collisions': Array.from({ length: 500 }, (_, number) => `[${'a'.repeat(5)}${number}]: u\n`).join(''),
  'many references': `[a]: u\n\n${fill('[a] ')}`,
  'many notes': `${Array.from({ length: 500 }, (_, number) => `[^${number}]`).join('')}\n\n${Array.from({ length: 500 }, (_, number) => `[^${number}]: n`).join('\n\n')}`,
  'notes that multiply': `${Array.from({ length: 30 }, (_, number) => `[^${number}]: ${`[^${number + 1}] `.repeat(8)}`).join('\n\n')}\n\n[^30]: end\n\nA[^0]`,
  'strong and emphasis': fill('**_* '),
  'issue 389': `${fill('*a_ ', SIZE / 2)}${fill('*_', SIZE / 2)}`,
  'setext headings': fill('a\n-\n'),
  'lazy quote lines': `> a${fill('\nb')}`,
  'white space before hard breaks': `x${' '.repeat(SIZE)}x`,
  'autolinks with asterisks': `https://x?${'*'.repeat(SIZE)}a`,
  'addresses over lines': fill('x@y\n'),
  tildes: fill('~a~~'),
  'pseudo table rows': fill('| a\n'),
  'wide table': `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n`,
  'open directives': fill(':::a\n'),
  'text directives': fill(':a['),
  'text directive attributes': fill(':a{'),
  entities: fill('&#x3c;'),
  'long entity': `&${'a'.repeat(SIZE)};`,
  'nested HTML': `${'<div>'.repeat(1_000)}a`,
  'unclosed formatting': fill('<b><i><font color=a><p>a'),
  'one tag with thousands of attributes': `<a ${fill('a=b ', 50_000)}>x</a>`,
  'nested tables': fill('<table><tr><td>'),
  colons: fill(':'),
  dashes: fill('— a\n'),
  'quotation marks': fill('“a\n\n'),
  captions: `![a](b)\n${fill('Photo: a. ')}`,
}

describe.each(['satteri', 'remark'] as const)('with %s', parser => {
  test.each(Object.entries(families))(
    '%s end in an article or a message',
    async (_name, source) => {
      const { article, messages } = await readMarkdown(`# T\n\n${source}`, { parser })
      if (article) expect(checkArticle(article).messages).toEqual([])
      else expect(messages.filter(message => message.severity === 'error')).not.toEqual([])
    },
    20_000,
  )
})

test.each(['satteri', 'remark'] as const)('a nesting of 20,000 ends in a message at its line with %s', async parser => {
  for (const mark of ['>', '> ', '- ', '1. ']) {
    const { article, messages } = await readMarkdown(`Text.\n\n${mark.repeat(20_000)}a`, { parser })
    expect(article).toBeUndefined()
    expect(messages.map(({ rule, position }) => [rule, position?.start.line])).toContainEqual([
      expect.stringMatching(/^limit-(?:nesting|line)$/),
      3,
    ])
  }
})

test.each([
  ['times in one paragraph', fill('10:30 ', 400_000)],
  ['colons, code and links in one line', fill('a:b `c:d` [e:f](g) ', 200_000)],
  ['brackets and colons', fill('[a:b', 400_000)],
  ['marks in one line of Chinese', fill('水*火*', 400_000)],
  ['links in one line of Arabic', fill('[م](https://a.example) ', 400_000)],
  ['one colon before a long line', `a:b ${fill('*e* ', 400_000)}`],
  ['tables that end in a fence', fill(':::box\n| a |\n|---|\n| b |\n:::\n\n', 200_000)],
  ['dots in a quotation', `“${fill('.', 400_000)}a\n\n— x`],
  ['spaces in a heading', `# a${fill(' ', 400_000)}b`],
  ['spaces in an address', `[a](<x${fill(' ', 200_000)}y>)`],
  ['spaces in a tag', `<a${fill(' ', 400_000)}=x>`],
  ['credits in a caption', `![a](b)\n${fill('Photo: a. ', 400_000)}`],
  ['a name of one word', `> a\n>\n> — ${fill('a', 400_000)}`],
  ['notes that are missing', fill('[^x] ', 400_000)],
  ['spaces before a colon that never comes', `---\n${fill(' ', 200_000)}x${fill(' ', 200_000)}\n---\n`],
])(
  'what is quadratic in some program is not here: %s',
  async (_name, source) => {
    const { article, messages } = await readMarkdown(`${source.startsWith('---') ? '' : '# T\n\n'}${source}`)
    expect(article !== undefined || messages.some(message => message.severity === 'error')).toBe(true)
    expect(messages.length).toBeLessThan(200)
  },
  20_000,
)

test('a nesting that only the tree shows ends in a message too', async () => {
  const deep = `${'*a **a '.repeat(200)}b${' a** a*'.repeat(200)}`
  const { article, messages } = await readMarkdown(deep, { limits: false })
  expect(article).toBeUndefined()
  expect(messages.map(message => message.rule)).toContain('limit-nesting')
})

test('so does one of an editor’s signs, of which the tree shows nothing', async () => {
  const { article, messages } = await readMarkdown(`# T\n\n${'{++ '.repeat(100)}x${' ++}'.repeat(100)}`)
  expect(article).toBeUndefined()
  expect(messages.map(message => message.rule)).toEqual(['limit-nesting'])
})

describe('what a newsroom writes passes', () => {
  test('500,000 words', async () => {
    const paragraph = `${'The ferry sails at 10:30 and *returns* at noon. '.repeat(10)}\n\n`
    const { article, messages } = await readMarkdown(`# Long\n\n${paragraph.repeat(5_600)}`)
    expect(messages).toEqual([])
    expect(article?.children.length).toBe(5_600)
  })

  test.each(['satteri', 'remark'] as const)('a block of 2,000 lines of code with %s', async parser => {
    const code = '  if (a[b] && **c**) { return `d` } // > - * _\n'.repeat(2_000)
    const { article } = await readMarkdown(`# Code\n\n\`\`\`js\n${code}\`\`\`\n`, { parser })
    expect(article?.children).toMatchObject([{ type: 'code', lang: 'js' }])
  })

  test.each(['satteri', 'remark'] as const)('a table of 400 rows with %s', async parser => {
    const rows = '| Kalna | 1.60 | **open** | [map](https://m.example) | 10:30 |\n'.repeat(400)
    const { article } = await readMarkdown(`# Table\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n${rows}`, {
      parser,
    })
    expect(article?.children[0]).toMatchObject({ type: 'table', children: { length: 401 } })
  })
})

test('limits are options: a smaller one refuses, `false` lifts them', async () => {
  const refused = await readMarkdown('# T\n\nlong line', { limits: { line: 5 } })
  expect(refused.messages.map(({ rule, position }) => [rule, position?.start.line])).toEqual([['limit-line', 3]])
  const lifted = await readMarkdown(`# T\n\n${'a '.repeat(20_000)}`, { parser: 'remark', limits: false })
  expect(plainText(lifted.article!).length).toBe(39_999)
})

describe('front matter', () => {
  test.each([
    ['brackets', `a: ${'['.repeat(2_000)}`],
    ['closed brackets', `a: ${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['braces', `a: ${'{a: '.repeat(500)}`],
    ['marks on one line', `a:\n  ${'- '.repeat(500)}x`],
    ['question marks', `${'? '.repeat(500)}x: y`],
    ['indents', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['keys', Array.from({ length: 2_000 }, (_, number) => `k${number}: v`).join('\n')],
    ['names in braces', `a: {${'b, '.repeat(2_000)}}`],
    ['size', `a: ${'x'.repeat(70_000)}`],
  ])('too much of it is refused before it is parsed: %s', async (_name, yaml) => {
    const { article, messages } = await readMarkdown(`---\n${yaml}\n---\n\nText.\n`)
    expect(article).toBeUndefined()
    expect(messages.map(message => message.rule)).toEqual(['front-matter-limit'])
  })

  test('aliases cannot stand for a billion values', async () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, n) => `${'bcdefghijklmnopqrstuvw'[n]}: &${'bcdefghijklmnopqrstuvw'[n]} [*${'abcdefghijklmnopqrstuvw'[n]}, *${'abcdefghijklmnopqrstuvw'[n]}]`).join('\n')}`
    const { article, messages } = await readMarkdown(`---\ntitle: T\n${bomb}\n---\n\nText.\n`)
    expect(article).toBeUndefined()
    expect(messages.map(message => message.rule)).toEqual(['front-matter-yaml'])
  })

  test('a prototype is none', async () => {
    const { article } = await readMarkdown('---\ntitle: T\n__proto__: {polluted: yes}\nother: 1\n---\n\nText.\n')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(article?.meta.extra)).toBe(Object.prototype)
  })
})
