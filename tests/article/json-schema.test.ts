import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { article, paragraph, quote, table } from '../../src/article/build.js'
import { articleJsonSchema } from '../../src/article/json-schema.js'

const validate = new Ajv({ strict: false }).compile(articleJsonSchema())

describe('the JSON Schema of the article', () => {
  it('is the one that is checked in', async () => {
    const stored = await readFile(new URL('../../schema/article.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(stored), 'run `npm run schema`').toEqual(articleJsonSchema())
  })
  it('takes what the check takes', () => {
    expect(
      validate(article({ published: '2026-09-16' }, [quote([paragraph('x')], { name: 'Ana' }), table([['a']])])),
    ).toBe(true)
  })
  it.each([
    ['an unknown field', article({ headline: 'x' } as never, [])],
    ['an unknown node', article({}, [{ type: 'video' } as never])],
    ['a missing child list', article({}, [{ type: 'paragraph' } as never])],
  ])('refuses %s, as the check does', (_name, value) => {
    expect(validate(value)).toBe(false)
  })
})
