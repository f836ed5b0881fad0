import { describe, expect, test } from 'vitest'
import { joinNamespaces } from '../../../src/renderers/docx/reference/cover-text.js'
import { fillFields } from '../../../src/renderers/docx/reference/fill-fields.js'
import { rawAttribute, rawElements, rawInside } from '../../../src/renderers/docx/reference/raw-xml.js'

describe('raw markup', () => {
  test('is cut into elements, to the letter', () => {
    const markup = '<a x=">"/> text <b><b>in</b><!-- </b> --><![CDATA[</b>]]></b><?pi <c>?><c/>'
    expect(rawElements(markup)).toEqual([
      { name: 'a', raw: '<a x=">"/>' },
      { name: 'b', raw: '<b><b>in</b><!-- </b> --><![CDATA[</b>]]></b>' },
      { name: 'c', raw: '<c/>' },
    ])
  })

  test('gives the inside of an element, and its attributes', () => {
    expect(rawInside('<a x="1"><b/>c</a>')).toBe('<b/>c')
    expect(rawInside('<a/>')).toBe('')
    expect(rawAttribute(`<a w:x='1' w:val="A &amp; B">`, 'w:val')).toBe('A & B')
    expect(rawAttribute('<a><b val="1"/></a>', 'val')).toBeUndefined()
  })
})

describe('fields', () => {
  const fill = (...pieces: string[]): string =>
    fillFields(`<w:p>${pieces.map(each => `<w:r><w:t>${each}</w:t></w:r>`).join('')}</w:p>`, {
      title: 'A & B',
      kicker: undefined,
    })
      .replace(/<[^>]*>/g, '|')
      .replace(/\|+/g, '|')

  test('are filled in, however they are cut into runs', () => {
    expect(fill('On {{title}}!')).toBe('|On A &#x26; B!|')
    expect(fill('On {', '{ti', 'tle}', '} now')).toBe('|On A &#x26; B| now|')
    expect(fill('{{title}}{{ti', 'tle}}')).toBe('|A &#x26; BA &#x26; B|')
  })

  test('without a value vanish, and those that are not known stay', () => {
    expect(fill('a{{kicker}}b')).toBe('|ab|')
    expect(fill('{{customer}}')).toBe('|{{customer}}|')
  })
})

test('a root declares the prefixes of both, and what of them may be ignored', () => {
  const joined = joinNamespaces(
    'xmlns:w="w" xmlns:w14="ours" mc:Ignorable="w14"',
    'xmlns:w="w" xmlns:wp14="d" mc:Ignorable="wp14 w15"',
  )
  expect(joined).toBe('xmlns:w="w" xmlns:w14="ours" xmlns:wp14="d" mc:Ignorable="w14 wp14"')
})
