import { describe, expect, it } from 'vitest'
import { jsonHead } from '../../src/readers/json-head.js'
import type { ReadContext } from '../../src/readers/reader.js'

const meta = { title: 'Köln “quotes” \\ " } ]', published: '2026-11-19', updated: '2026-11-20', slug: 'a', authors: [] }
const head = { published: '2026-11-19', updated: '2026-11-20', slug: 'a' }
const children = [{ type: 'paragraph', children: [{ type: 'text', value: 'braces } ] and \\" , marks: {"meta": 1}' }] }]

const headOf = (source: string, context: ReadContext = {}) => jsonHead(new TextEncoder().encode(source), context)

describe('the head of a saved article', () => {
  it.each([
    ['metadata first', JSON.stringify({ type: 'article', version: 1, meta, children })],
    ['metadata last', JSON.stringify({ type: 'article', version: 1, children, meta })],
    [
      'the version last, with space and a byte order mark',
      `\uFEFF${JSON.stringify({ children, meta, version: 1 }, null, 2)}`,
    ],
  ])('is found with %s', (_, source) => {
    expect(headOf(source)).toEqual(head)
  })

  it('holds what is there, and is as strings mean it', () => {
    expect(headOf('{"version":1 ,"meta":{}}')).toEqual({})
    const source = '{"version":1,"meta":{"slug":"a\\u0062\\"","title":"x","published":7}}'
    expect(headOf(source)).toEqual({ slug: 'ab"' })
  })

  it('holds what may keep a story out of a feed', () => {
    const held = { status: 'draft', embargoed: '2026-12-01', expires: '2026-12-02' }
    expect(headOf(JSON.stringify({ version: 1, meta: { ...meta, ...held } }))).toEqual({ ...head, ...held })
  })

  it('holds the last value of a name that comes twice, as the article will', () => {
    expect(
      headOf('{"version":1,"meta":{"slug":"a","published":"2026-01-01","updated":"2026-01-02","slug":"b"}}'),
    ).toEqual({
      published: '2026-01-01',
      updated: '2026-01-02',
      slug: 'b',
    })
  })

  it('goes by what is given from outside', () => {
    const context = { meta: { published: '2026-01-01' } }
    expect(headOf(JSON.stringify({ version: 1, meta }), context)).toEqual({ ...head, published: '2026-01-01' })
  })

  it.each([
    '',
    '[]',
    '{}',
    '{"version": 1}',
    '{"version": 1, "meta',
    '{"version": 1, "meta": {"title": "x}',
    '{"version": 2, "meta": {}}',
    '{"version": 1, "m\\u0065ta": {}}',
    '{"version": 1, "meta": {"publish\\u0065d": "2026-01-01"}}',
    '{"version": 1, "meta": []}',
    '{"version": 1, "meta": {"title" "x"}}',
    '{"version": 1 "meta": {}}',
    '{meta: {}, version: 1}',
  ])('is not guessed from %s', source => {
    expect(headOf(source)).toBeUndefined()
  })
})
