import { describe, expect, it } from 'vitest'
import type { Article, Block, Meta } from '../../../src/article/article.js'
import * as make from '../../../src/article/build.js'
import { rules } from '../../../src/diagnostics/rules.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { toMarkdown } from '../../../src/renderers/markdown/index.js'
import { markdownLosses } from '../../../src/renderers/markdown/losses.js'

/** What is reported about an article, and its Markdown. */
function written(children: Block[], meta: Partial<Meta> = {}): { rules: string[]; body: string } {
  const found: string[] = []
  const text = toMarkdown(make.article(meta, children), (_reason, rule) => found.push(rule))
  return { rules: found, body: text.replace(/^---\n[\s\S]*?\n---\n\n?/, '') }
}

const { paragraph, text, link, note, emphasis, strong, quote } = make

/** One article for each rule that something is lost by. */
const losing: { readonly [rule: string]: Article } = {
  'markdown-nesting': make.article({}, [paragraph([link('https://a.example/', [note([paragraph('Note.')])])])]),
  'markdown-empty': make.article({}, [quote([], { name: 'Jane Doe' })]),
  'markdown-spacing': make.article({}, [make.bulletList([make.listItem([paragraph('One.'), paragraph('Two.')])])]),
  'markdown-task': make.article({}, [make.bulletList([make.listItem([make.separator()], true)])]),
  'markdown-picture': make.article({}, [paragraph([make.inlineImage('a.png', 'A')])]),
  'markdown-heading': make.article({}, [make.heading(3, 'Deep', 'deep')]),
  'markdown-heading-id': make.article({}, [make.heading(1, 'Words', '{id}')]),
  'markdown-link': make.article({}, [paragraph([link('#nowhere', 'There')])]),
  'markdown-likeness': make.article({}, [
    make.figure({ url: 'a.png', alt: 'A' }, { caption: [emphasis('© Jane Doe')] }),
  ]),
  'markdown-code': make.article({}, [make.code('x', 'two words')]),
  'markdown-raw': make.article({}, [make.raw('latex', '\\TeX')]),
  'markdown-extension': make.article({}, [make.extension('acme:poll', { number: 4 }, [])]),
  'markdown-characters': make.article({}, [paragraph('a\u0000b')]),
  'markdown-field': make.article({ extra: { kicker: 'No kicker' } }, []),
}

describe('what Markdown cannot hold', () => {
  it('is reported under the rules of one table', () => {
    const inTable = [...new Set<string>(markdownLosses.map(loss => loss.rule))].sort()
    expect(Object.keys(losing).sort()).toEqual(inTable)
    for (const rule of inTable) expect(Object.hasOwn(rules, rule)).toBe(true)
  })

  for (const [rule, article] of Object.entries(losing)) {
    it(rule, () => {
      const found: string[] = []
      toMarkdown(article, (_reason, each) => found.push(each))
      expect(found).toContain(rule)
    })
  }
})

it('an author with a job is written as a byline, for in a map an editor would be none of the authors', () => {
  const authors = [{ name: 'Jane Doe', role: 'Editor' }, { name: 'Tom Roe, Writer' }]
  const found: string[] = []
  const text = toMarkdown(make.article({ authors }, []), (_reason, rule) => found.push(rule))
  expect(text).toContain('authors:\n  - Jane Doe, Editor\n  - name: Tom Roe, Writer\n')
  expect(found).toEqual([])
})

/** Words and marks, and the Markdown that means them and nothing else. */
const cases: [name: string, children: Block[], markdown: string][] = [
  ['marks beside letters', [paragraph([emphasis('un'), 'believable'])], '*un*believable'],
  ['marks that signs cannot make', [paragraph(['这是', strong('“重点”'), '的'])], '这是<strong>“重点”</strong>的'],
  ['emphasis within strong', [paragraph([strong([emphasis('both')])])], '**_both_**'],
  ['marks side by side', [paragraph([emphasis('a'), strong('b')])], '*a*__b__'],
  ['underscores in words', [paragraph('snake_case and _one')], 'snake_case and \\_one'],
  ['signs of arithmetic', [paragraph('5 * 3 < 20 & 2 ~ 2')], '5 * 3 < 20 & 2 ~ 2'],
  ['a year that begins a sentence', [paragraph('1945. That was the year.')], '1945\\. That was the year.'],
  ['a dash that begins a line', [paragraph('- not a list')], '\\- not a list'],
  ['a hash', [paragraph('#hashtag and # not a heading')], '#hashtag and # not a heading'],
  ['a directive', [paragraph(':::box')], '\\:::box'],
  ['an address that is no link', [paragraph('see www.example.org')], 'see www<!-- -->.example.org'],
  ['an address that is one', [paragraph([link('https://a.example/', 'https://a.example/')])], '<https://a.example/>'],
  ['backticks in code', [paragraph([make.inlineCode('a`b')])], '``a`b``'],
  ['a pipe in a cell', [make.table([['A|B'], ['c']])], '| A\\|B |\n| --- |\n| c |'],
  ['a break', [paragraph(['one', make.lineBreak(), 'two'])], 'one\\\ntwo'],
  [
    'an editor’s marks',
    [paragraph([make.insertion('new', 'Ruth Amsel'), text(' '), make.comment('words', 'Why?')])],
    '{++@Ruth Amsel: new++} {==words==}{>>Why?<<}',
  ],
  [
    'a speaker',
    [quote([paragraph('Words.')], { name: 'Jane Doe', role: 'envoy' })],
    '> Words.\n>\n> — Jane Doe, envoy',
  ],
  [
    'a speaker that reads like speech',
    [quote([paragraph('Words.')], { name: 'she said' })],
    ':::quote[she said]\nWords.\n:::',
  ],
  [
    'a dash that names nobody',
    [quote([paragraph('Words.'), paragraph('— Jane Doe')])],
    '> Words.\n>\n> &#8212; Jane Doe',
  ],
  ['a place in capitals that is no dateline', [paragraph('GENEVA — Words.')], '&#71;ENEVA — Words.'],
]

describe('the Markdown of', () => {
  for (const [name, children, markdown] of cases) {
    it(name, async () => {
      expect(written(children)).toEqual({ rules: [], body: `${markdown}\n` })
      const { article } = await readMarkdown(`${markdown}\n`)
      const again = toMarkdown(article!, () => undefined).replace(/^---\n[\s\S]*?\n---\n\n?/, '')
      expect(again).toBe(`${markdown}\n`)
    })
  }
})
