import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPlace } from '../../../src/diagnostics/message.js'
import { markdownReader, readMarkdown } from '../../../src/readers/markdown/index.js'
import { sign, signsIn } from '../../../src/readers/markdown/signs.js'
import type { ReadResult } from '../../../src/readers/reader.js'
import { isFit } from '../../../src/renderers/characters.js'
import { fixtures } from '../../support/fixtures.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a source as a feed does: its front matter, then, in a second step, the rest of its bytes. */
async function readInTwo(source: string) {
  const bytes = encode(source)
  const head = await markdownReader.head!(bytes, {})
  return head?.rest ? head.rest(bytes) : readMarkdown(bytes)
}

/** What is said of the front matter comes first where it is read first. */
const inOrder = ({ fit: _, ...read }: ReadResult): ReadResult => ({
  ...read,
  messages: read.messages.toSorted(byPlace),
})

/** Every text of a value, whatever it says. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

/** What the first look is to find, and what could be taken for it. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      'a',
      'b c',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '  ',
      '\t',
      '“',
      '’',
      'é',
      '😀',
      'ö',
      '\u0085',
      '\u2028',
      '日',
      '\u0000',
    ],
    ...['::: box\n', ':::\n', '::embed{url="https://a.example"}', ':name', '10:30', ': ', '[a](https://b.example)'],
    ...['> ', '- ', '* ', '+ ', '1. ', '# ', '---\n', '| a | b |\n|---|---|\n', '~~x~~', '`c`', '**', '_', '!['],
    ...['<b>x</b>', '<', '&amp;', '&#8212;', '{++a++}', '{==b==}', '{.c}', '](d){e=f}', '{{x}}', '{% y %}', '[[z]]'],
    ...[
      '[^1]',
      '[^1]: note\n',
      '[g]: https://h.example\n',
      '[g]',
      '^[i]',
      '==j==',
      '%%k%%',
      '$l_m$',
      '\\newpage',
      '*[N]: o',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const fronts = fc.constantFrom(
  '',
  '\uFEFF',
  '\uFEFF\uFEFFé',
  '\uFEFF\uFEFF---\ntitle: é\n---\n',
  '---\ntitle: A: b\n---\n',
  '---\r\ntitle: ü “b”\r\n---\r\n',
  '---\nwords\n---\n',
  '---\ntitle: "\\u0007"\n---\n',
)

test('what a source does not hold by the first look, no closer one finds', async () => {
  for (const { source } of fixtures())
    expect(inOrder(await readInTwo(source))).toEqual(inOrder(await readMarkdown(source)))
  await fc.assert(
    fc.asyncProperty(fronts, fc.array(pieces, { maxLength: 30 }), async (front, parts) => {
      const source = front + parts.join('')
      const read = await readInTwo(source)
      expect(inOrder(read)).toEqual(inOrder(await readMarkdown(source)))
      if (read.fit) expect(textsOf(read.article).filter(text => !isFit(text))).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('byte order marks before a source change nothing, however it is read', async () => {
  for (const source of ['At 10:30 “é” {++ö++}', '---\ntitle: é\n---\nAt 10:30 “é” {++ö++}']) {
    const plain = inOrder(await readMarkdown(source))
    const marked = `\uFEFF\uFEFF${source}`
    for (const read of [readInTwo(marked), readMarkdown(marked), readMarkdown(encode(marked))])
      expect(inOrder(await read)).toEqual(plain)
  }
})

test('plain words show none, and each sign is seen', () => {
  const { seen, openers, wide } = signsIn(
    encode('“Plain” words – at 10 a.m., 5–3.\n\nAnd [a link](https://a.example).'),
  )
  expect([seen, openers]).toEqual([0, 3])
  expect(wide?.fewer.at(-1)).toBe(encode('“”––').length - 4)
  const samples: { readonly [name in keyof typeof sign]: string } = {
    odd: '\u0085',
    nul: '\0',
    ampersand: '&',
    brace: '{',
    backslash: '\\',
    html: '</p>',
    directive: 'a:b',
    critic: '{--',
    definition: '[a]:',
    note: '[^',
    foreign: '==',
    tab: '\t',
  }
  for (const [name, sample] of Object.entries(samples))
    expect(signsIn(encode(sample)).seen & sign[name as keyof typeof sign]).toBeGreaterThan(0)
})
