import spec from 'commonmark-spec'
import fc from 'fast-check'
import { createMdastHandle, dropHandle, MdastReader, materializeMdastTree, serializeHandle } from 'satteri'
import { expect, test } from 'vitest'
import { satteriTree } from '../../../src/readers/markdown/satteri-tree.js'
import { fixtures } from '../../support/fixtures.js'
import { gfmExamples } from './gfm-examples.js'

/** The tree as we make it and as satteri does, places without a value left out. */
function trees(source: string) {
  const handle = createMdastHandle(source, { gfm: true, frontmatter: false, directive: true })
  const flat = serializeHandle(handle)
  dropHandle(handle)
  const plain = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree))
  return { ours: plain(satteriTree(flat, source)), theirs: plain(materializeMdastTree(new MdastReader(flat))) }
}

const written = [
  ...spec.tests.map(({ markdown }) => markdown),
  ...gfmExamples,
  ...fixtures().map(({ source }) => source),
]

test('the flat tree is read as satteri reads it', () => {
  for (const source of written) {
    const { ours, theirs } = trees(source)
    expect(ours).toEqual(theirs)
  }
})

test('characters of every width lead to the same places', () => {
  const text = fc.array(
    fc.constantFrom(
      '“',
      'é',
      '文',
      '😀',
      'a',
      '\uFEFF',
      '*',
      '\\*',
      '&amp;',
      '[x](é)',
      '\n',
      '> ',
      ':::n{k="é"}\n',
      ' ',
    ),
  )
  fc.assert(
    fc.property(text, parts => {
      const { ours, theirs } = trees(parts.join(''))
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 300 },
  )
})
