import { expect, test } from 'vitest'
import { capitals } from '../../../src/renderers/pdf/text/capitals.js'

test.each([
  ['tr', 'Iğdır’da iki gün', 'IĞDIR’DA İKİ GÜN'],
  ['az', 'bir il', 'BİR İL'],
  ['en', 'iki', 'IKI'],
  ['de', 'Straße', 'STRAẞE'],
  // Outside of German two letters would take the place of one.
  ['en', 'Straße', 'STRAßE'],
  ['el', 'Άνοιξη: μαΐου, προϋπόθεση', 'ΑΝΟΙΞΗ: ΜΑΪΟΥ, ΠΡΟΫΠΟΘΕΣΗ'],
  ['el', 'τῆς ᾠδῆς, ἄνθρωπος', 'ΤΗΣ ΩΔΗΣ, ΑΝΘΡΩΠΟΣ'],
  ['ru', 'ёлка и йод', 'ЁЛКА И ЙОД'],
  ['vi', 'đường', 'ĐƯỜNG'],
  ['ar', 'ميناء', 'ميناء'],
])('%s: %s', (language, text, set) => {
  expect(capitals(text, language)).toBe(set)
  expect(set).toHaveLength(text.length)
})
