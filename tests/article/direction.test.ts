import { expect, test } from 'vitest'
import { isRightToLeft } from '../../src/article/direction.js'

test.each([
  ['ar', true],
  ['he-IL', true],
  ['az-Arab-IR', true],
  ['zh-yue-Hant', false],
  ['ks-Deva', false],
  ['ar-Latn', false],
  ['ar-EG-u-nu-latn', true],
  ['en-u-nu-arab', false],
  ['de-1996', false],
])('a language and its script say the direction, nothing behind them: %s', (language, expected) => {
  expect(isRightToLeft(language)).toBe(expected)
})
