import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlain } from '../../../src/readers/front-matter/parse-plain.js'
import { parseYaml } from '../../../src/readers/front-matter/yaml.js'
import { limitsFor } from '../../../src/readers/markdown/limits.js'

const limits = limitsFor('satteri', undefined)

/** What the library makes of a block; undefined where it reports anything. */
function byLibrary(text: string) {
  let reported = false
  const values = parseYaml({ text, offset: 4 }, () => {
    reported = true
  })
  return reported ? undefined : values
}

const plainly = (text: string) => parsePlain({ text, offset: 4 }, limits)

const common = `title: "Ministers \\"agree\\" on the waterway"
kicker: 'The editor''s note'
author: Aisha Holm
published: 2026-01-01T00:30:00Z
weight: 30
draft: false
url: https://example.org/stories/3
tags: [rivers, "trade, mostly", Düna]
categories:
  - Economy
  - 'Transport'
authors:
  - name: Bo Lind
    role: reporter
    sameAs:
      - https://example.org/bo
  - Ana Ruiz
publisher:
  name: The Post
  url: https://example.org
corrections:
- date: 2026-01-03
  text: The pier has two ends.
updated: 2026-01-02
`

test('common front matter is parsed without the library, with the same values and places', () => {
  expect(plainly(common)).toBeDefined()
  expect(plainly(common)).toEqual(byLibrary(common))
})

test.each([
  'author:\nname: Aisha\n  role: x\n',
  'author:\n  name: Aisha\n role: x\n',
  'author:\n\u00A0\u00A0name: Aisha\n',
  'authors:\n  - name: Aisha\n   role: x\n',
  'authors:\n  - name:\n    role: x\n',
  'authors:\n  - - Aisha\n',
  'authors:\n  - name: A\n    name: B\n',
  'summary: >\n  two\n  lines\n',
  'title: one\n  two\n',
  'title: a: b\n',
  'title: a # b\n',
  'title: &anchor a\n',
  'title: a\ntitle: b\n',
  'title: 0o17\n',
  'title: 1.10\n',
  'title: null\n',
  'title:\n',
  'title: "\\x41"\n',
  'tags: [a: b]\n',
  'tags: [a,, b]\n',
  'tags: []\n',
  'title: a\tb\n',
])('the library decides about %j', text => {
  expect(plainly(text)).toBeUndefined()
})

const piece = fc.constantFrom(
  ...[
    'a',
    'title',
    'b c',
    'ü',
    '“',
    '7',
    '-',
    '- ',
    ': ',
    ':',
    ' #',
    '#',
    '"',
    "'",
    '""',
    "''",
    '\\',
    '\\"',
    ',',
    ', ',
  ],
  ...[
    '[',
    ']',
    '{',
    '&',
    '*',
    '|',
    '>',
    '!',
    '%',
    '@',
    '~',
    ' ',
    '  ',
    '.',
    '0x1f',
    '1.5',
    '1e3',
    'true',
    'Null',
    '\n',
  ],
  ...['.inf', '<<', '=', '+1', '-1', '007', '2026-01-01', '\t', '?', '? ', '---', '...', '0', '/'],
)
const scrap = fc.array(piece, { maxLength: 4 }).map(pieces => pieces.join(''))
const word = fc.constantFrom(
  'a',
  'two words',
  'x: y',
  '"quoted"',
  '"a, b"',
  "'it''s'",
  'true',
  '12',
  '1.5',
  'a:b',
  'null',
)
const nested = fc
  .array(
    fc.tuple(
      fc.constantFrom('', ' ', '  ', '   ', '    ', '      '),
      fc.constantFrom('', '', '- ', '-   '),
      fc.constantFrom('name', 'url', 'a'),
      fc.constantFrom(':', ':', ': ', ''),
      fc.oneof(word, fc.constant(''), fc.constant('[a, b]')),
    ),
    { maxLength: 5 },
  )
  .map(lines => lines.map(parts => `\n${parts.slice(0, 4).join('')}${parts[4] && ` ${parts[4]}`}`).join(''))
/** Mostly as people write it, so that it is not refused at once. */
const people = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom(1, 2, 3),
      fc.uniqueArray(fc.constantFrom('name: A', 'role: b c', 'x: [a, b]', 'y:\n  - c', 'y:\n    z: 1'), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(items =>
    items
      .map(
        ([indent, gap, lines]) =>
          `\n${indent}-${' '.repeat(gap)}${lines.join('\n').replaceAll('\n', `\n${indent}${' '.repeat(gap + 1)}`)}`,
      )
      .join(''),
  )
const value = fc.oneof(
  word.map(text => ` ${text}`),
  scrap.map(text => ` ${text}`),
  fc.array(word, { maxLength: 3 }).map(items => ` [${items.join(', ')}]`),
  fc.array(scrap, { maxLength: 3 }).map(items => ` [${items.join(',')}]`),
  fc.array(fc.oneof(word, scrap), { maxLength: 3 }).map(items => items.map(item => `\n  - ${item}`).join('')),
  fc.array(word, { maxLength: 3 }).map(items => items.map(item => `\n- ${item}`).join('')),
  nested,
  people,
)
const key = fc.constantFrom('title', 'tags', 'b', 'no', 'null', 'a-b', 'true', '7', 'with space', '__proto__')
const line = fc.tuple(key, fc.constantFrom(':', ': ', ' :'), value).map(parts => parts.join(''))
const ending = fc.constantFrom('', '\n', '\n\n', ' \n', '\n# note\n')
const block = fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), ending).map(([all, end]) => all.join('\n') + end)

test('whatever is parsed plainly is what the library gives', () => {
  fc.assert(
    fc.property(block, text => {
      const values = plainly(text)
      if (values) expect(values).toEqual(byLibrary(text))
    }),
    { numRuns: 3_000 },
  )
})
