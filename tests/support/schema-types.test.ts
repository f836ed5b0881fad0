import { expect, it } from 'vitest'
import { typeErrors } from './schema-types.js'

it('the types of schema.org object to a property that a type lacks, and to a value of the wrong kind', () => {
  const graph = (thing: object): string => JSON.stringify({ '@context': 'https://schema.org', '@graph': [thing] })
  const found = typeErrors([
    { name: 'right', json: graph({ '@type': 'NewsArticle', headline: 'Words', dateline: 'GENEVA' }) },
    { name: 'no such property', json: graph({ '@type': 'NewsArticle', headlin: 'Words' }) },
    { name: 'wrong kind', json: graph({ '@type': 'NewsArticle', wordCount: { '@type': 'Person' } }) },
  ])
  expect(found.map(each => each.split(':')[0])).toEqual(['no such property', 'wrong kind'])
})
