import { expect, test } from 'vitest'
import { text } from '../../../src/article/build.js'
import { inlineText } from '../../../src/article/text.js'
import { takeCredit } from '../../../src/readers/markdown/credit.js'

test.each([
  ['A ferry. Photo: Jane Doe/AP', 'A ferry.', 'Jane Doe/AP'],
  ['A ferry (Photo: Jane Doe)', 'A ferry', 'Jane Doe'],
  ['A ferry. (Credit: Jane Doe).', 'A ferry.', 'Jane Doe'],
  ['A ferry — Foto: Eva Lund', 'A ferry', 'Eva Lund'],
  ['A ferry | Photo credit: J. R. Holt', 'A ferry', 'J. R. Holt'],
  ['Loads by month. Chart: data desk', 'Loads by month.', 'Chart: data desk'],
  ['A ferry. © 2026 The Paper', 'A ferry.', '© 2026 The Paper'],
  ['Photo: Jane Doe', '', 'Jane Doe'],
  ['Die Fähre. Bild: Tom Rieger', 'Die Fähre.', 'Tom Rieger'],
  ['رصيف مكسور. تصوير: مريم عودة', 'رصيف مكسور.', 'مريم عودة'],
  ['渡轮。摄影：王丽', '渡轮。', '王丽'],
  ['Паром. Фото: Анна Белова', 'Паром.', 'Анна Белова'],
])('%s', (caption, words, credit) => {
  const taken = takeCredit([text(caption)])
  expect([inlineText(taken.words), taken.credit]).toEqual([words, credit])
})

test.each([
  'A photo: the first of its kind',
  'Map: the river ports',
  'He gave her credit: a lot of it',
  'Photo: Jane Doe. The ferry left at noon.',
  'Photography is hard.',
  'A ferry. Photo:',
])('%s holds no credit', caption => {
  const taken = takeCredit([text(caption)])
  expect([inlineText(taken.words), taken.credit]).toEqual([caption, undefined])
})
