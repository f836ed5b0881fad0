import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { article, paragraph } from '../../src/article/build.js'
import { articleJsonSchema } from '../../src/article/json-schema.js'
import { configJsonSchema } from '../../src/export/config-schema.js'
import { templateJsonSchema } from '../../src/templates/template-schema.js'
import { sampleArticles } from '../../src/testing/sample-articles.js'
import { root } from '../support/corpus.js'

function saved(name: string): { [key: string]: unknown } {
  return JSON.parse(readFileSync(join(root, 'schema', name), 'utf8')) as { [key: string]: unknown }
}

function validator(name: string) {
  return new Ajv({ strict: false }).compile(saved(name))
}

function template(name: string): unknown {
  return JSON.parse(readFileSync(join(root, 'templates', name, 'template.json'), 'utf8'))
}

describe('the saved schemas', () => {
  it.each([
    ['article.schema.json', articleJsonSchema()],
    ['template.schema.json', templateJsonSchema()],
    ['config.schema.json', configJsonSchema()],
  ])('%s is what its table says: else run `npm run schema`', (name, table) => {
    expect(saved(name)).toEqual(JSON.parse(JSON.stringify(table)))
  })

  it('accept every sample article', () => {
    const validate = validator('article.schema.json')
    for (const { name, article: sample } of sampleArticles()) {
      expect([name, validate(sample), validate.errors ?? []]).toEqual([name, true, []])
    }
  })

  it('refuse an article that is none', () => {
    const validate = validator('article.schema.json')
    expect(validate({ ...article({}, [paragraph('x')]), version: 2 })).toBe(false)
    expect(validate(article({ published: 'yesterday' }, []))).toBe(false)
  })

  it.each(['briefing', 'wire', 'feature'])('accept the template %s', name => {
    const validate = validator('template.schema.json')
    expect([validate(template(name)), validate.errors ?? []]).toEqual([true, []])
  })

  it('refuse a template with a key that does not exist', () => {
    const validate = validator('template.schema.json')
    expect(validate({ extends: 'briefing', colors: { accent: '#000000' } })).toBe(false)
  })

  it('accept a configuration and refuse a wrong one', () => {
    const validate = validator('config.schema.json')
    expect(validate({ site: 'https://example.org', feed: { limit: 20 }, template: 'wire', pdf: {} })).toBe(true)
    expect(validate({ site: 3 })).toBe(false)
    expect(validate({ language: 'not a tag' })).toBe(false)
  })
})
