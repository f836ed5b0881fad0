import { expect, test } from 'vitest'
import { bulletList, emphasis, listItem, note, paragraph, strong, text } from '../../src/article/build.js'
import { goesOn, introduces, isCrosshead } from '../../src/renderers/crosshead.js'

const question = paragraph([strong('What did you get?'), text(' ')])
const answer = paragraph('Eleven million.')

test('a paragraph that is bold as a whole is a crosshead, unless it is long', () => {
  expect(isCrosshead(question)).toBe(true)
  expect(isCrosshead(paragraph([strong('Bold'), text(' and not')]))).toBe(false)
  expect(isCrosshead(paragraph([emphasis('What did you get?')]))).toBe(false)
  expect(isCrosshead(paragraph([strong('word '.repeat(40))]))).toBe(false)
  expect(isCrosshead(paragraph([]))).toBe(false)
})

test('a crosshead belongs to what follows, a colon to what it announces', () => {
  const list = bulletList([listItem([paragraph('a')])])
  expect(introduces(question, answer)).toBe(true)
  expect(introduces(question, question)).toBe(false)
  expect(introduces(answer, question)).toBe(false)
  expect(introduces(paragraph('Three things:'), list)).toBe(true)
  expect(introduces(paragraph([text('Three things:'), note([paragraph('Or four.')])]), list)).toBe(true)
  expect(introduces(paragraph('Three things:'), answer)).toBe(false)
})

test('neither a crosshead nor what follows it is indented', () => {
  expect([goesOn(answer, answer), goesOn(question, answer), goesOn(answer, question)]).toEqual([true, false, false])
})
