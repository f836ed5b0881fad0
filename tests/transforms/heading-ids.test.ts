import { expect, test } from 'vitest'
import { article, heading, paragraph, quote } from '../../src/article/build.js'
import { outline } from '../../src/article/text.js'
import { headingIds, slugOf } from '../../src/transforms/heading-ids.js'

test.each([
  ['What the gauge decides', 'what-the-gauge-decides'],
  ['Überschrift: “so”', 'überschrift-so'],
  ['Mayor’s don’ts', 'mayors-donts'],
  ['第三章', '第三章'],
  ['الفصل الأول', 'الفصل-الأول'],
  ['—', 'section'],
])('the id of %s is %s', (words, id) => {
  expect(slugOf(words)).toBe(id)
})

test('headings without an id get one that no other has, and those with one keep it', () => {
  const given = article({}, [
    heading(1, 'Money', ''),
    heading(1, 'Other', 'money'),
    quote([heading(2, 'Money', '')]),
    heading(1, 'Again', 'money'),
    paragraph('Text.'),
  ])
  expect(outline(headingIds(given)).map(({ id }) => id)).toEqual(['money-2', 'money', 'money-3', 'again'])
  expect(outline(given).map(({ id }) => id)).toEqual(['', 'money', '', 'money'])
})
