import { expect, test } from 'vitest'
import { seenIds } from '../../../src/renderers/feed/seen-ids.js'

test('an id is seen from its second time on, among however many', () => {
  const seen = seenIds()
  const ids = Array.from({ length: 5000 }, (_, index) => `https://example.org/stories/${index}`)
  expect(ids.filter(id => seen.add(id))).toEqual([])
  expect(ids.filter(id => seen.add(id))).toEqual(ids)
  expect([seen.add(''), seen.add('')]).toEqual([false, true])
})
