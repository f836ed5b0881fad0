import spec from 'commonmark-spec'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { beforeAll, describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../../src/readers/front-matter/split.js'
import { type LoadedParser, loadParser } from '../../../src/readers/markdown/parse.js'
import { fixtures } from '../../support/fixtures.js'
import { gfmExamples } from './gfm-examples.js'
import { parserDifferences } from './parser-differences.js'

let satteri: LoadedParser
let remark: LoadedParser

beforeAll(async () => {
  satteri = await loadParser('satteri')
  remark = await loadParser('remark')
})

/** Plain data without fields that are absent: what both parsers must agree on, places included. */
const plain = (tree: Root): unknown => JSON.parse(JSON.stringify(tree))

const withoutEnds = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (name, value) => (name === 'end' ? undefined : value)))

const trees = (source: string, from?: number) => ({
  ours: plain(satteri.parse(source, from)),
  reference: plain(remark.parse(source, from)),
})

test('satteri loads here, so that the two are compared at all', () => {
  expect([satteri.name, remark.name]).toEqual(['satteri', 'remark'])
})

describe('both parsers make the same tree with the same places', () => {
  test.each(spec.tests.map(({ number, markdown }) => ({ number, markdown })))(
    'of example $number of the CommonMark specification',
    ({ number, markdown }) => {
      const { ours, reference } = trees(markdown)
      if (parserDifferences.commonmark.includes(number)) expect(ours).not.toEqual(reference)
      else expect(ours).toEqual(reference)
    },
  )

  test.each(gfmExamples)('of %j', source => {
    const { ours, reference } = trees(source)
    expect(ours).toEqual(reference)
  })

  test.each(parserDifferences.others)('but for what is known: $why', ({ source }) => {
    const { ours, reference } = trees(source)
    expect(ours).not.toEqual(reference)
  })

  test.each(fixtures())('of the fixture $name', ({ name, source }) => {
    const { ours, reference } = trees(source.replaceAll('\0', '\u0001'), splitFrontMatter(source).bodyStart)
    if (parserDifferences.fixtures.includes(name)) expect(withoutEnds(ours)).toEqual(withoutEnds(reference))
    else expect(ours).toEqual(reference)
  })

  test.each(['\n', '\r\n', '\r'])('of a fence right below a table, where lines end in %j', end => {
    const source = ['---', 'title: T', '---', ':::box', '| a |', '|---|', '| b |', ':::', '', 'Text.'].join(end)
    const { ours, reference } = trees(source, splitFrontMatter(source).bodyStart)
    expect(ours).toEqual(reference)
  })

  test('of generated articles', () => {
    fc.assert(
      fc.property(article, source => {
        const { ours, reference } = trees(source)
        expect(ours).toEqual(reference)
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})

const words = fc
  .array(
    fc.constantFrom(
      ...['harbour', 'at 10:30', '3:1', '*two* boats', '**now**', '`code`', '~~gone~~', 'a [link](https://a.example)'],
      ...[
        '“quoted”',
        '—',
        'https://bare.example',
        'desk@a.example',
        'naïve',
        '水',
        'مرحبا',
        '😀',
        '[^n]',
        '![p](p.png)',
        'a<br>b',
      ],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(' '))
const lines = fc.array(words, { minLength: 1, maxLength: 3 })
const paragraph = lines.map(parts => parts.join('\n'))
const block = fc.oneof(
  paragraph,
  words.map(text => `## ${text}`),
  lines.map(parts => parts.map(line => `> ${line}`).join('\n')),
  lines.map(parts => parts.map(line => `- ${line}`).join('\n')),
  lines.map(parts => parts.map((line, at) => `${at + 1}. ${line}`).join('\n\n')),
  lines.map(parts => `| a | b |\n|---|--:|\n${parts.map(line => `| ${line} | 3:1 |`).join('\n')}`),
  paragraph.map(text => `:::box[Title at 10:30]{kind=key-points}\n${text}\n:::`),
  paragraph.map(text => `\`\`\`js\n${text}\n\`\`\``),
  fc.constant('---'),
  fc.constant('[^n]: The note at 10:30.'),
)
const article = fc.array(block, { minLength: 1, maxLength: 8 }).map(blocks => blocks.join('\n\n'))
