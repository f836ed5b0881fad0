import { describe, expect, it } from 'vitest'
import {
  article,
  box,
  bulletList,
  code,
  comment,
  deletion,
  embed,
  figure,
  heading,
  insertion,
  lineBreak,
  listItem,
  note,
  paragraph,
  pullQuote,
  quote,
  span,
  table,
} from '../../src/article/build.js'
import {
  attributionLine,
  datelineText,
  ledeOf,
  outline,
  plainText,
  readingMinutes,
  wordCount,
  wordsApart,
} from '../../src/article/text.js'

const story = article(
  {
    title: 'Ferry',
    image: { url: 'a.jpg', alt: '', caption: [{ type: 'text', value: 'The quay' }], credit: 'Ana Reis' },
  },
  [
    paragraph(['The ferry', note([paragraph('A note.')]), ' stays', lineBreak(), 'shut.']),
    heading(1, 'What next', 'next'),
    quote([paragraph('We wait.')], { name: 'Ana', role: 'mayor' }),
    pullQuote('We wait.', { name: 'Ana' }),
    bulletList([listItem([paragraph('one'), bulletList([listItem([paragraph('two')])])])]),
    box('key-points', 'Key points', [paragraph('A point.')]),
    table(
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      { caption: [{ type: 'text', value: 'Sums' }] },
    ),
    figure({ url: 'b.png', alt: 'never words' }, { caption: [{ type: 'text', value: 'A chart' }], credit: 'Desk' }),
    embed('https://example.org/v', 'A film'),
    code('let x = 1'),
    paragraph([insertion('new'), deletion('old'), comment('kept', 'a remark'), span(' mot', { language: 'fr' })]),
  ],
)

describe('plainText', () => {
  it('holds the running text in order and nothing that stands apart', () => {
    expect(plainText(story)).toBe(
      [
        'The ferry stays\nshut.',
        'What next',
        'We wait.',
        'one\ntwo',
        'Key points\nA point.',
        'a\tb\n1\t2',
        'let x = 1',
        'newkept mot',
      ].join('\n\n'),
    )
  })
})

describe('wordsApart', () => {
  it('lists what every format prints at its own place', () => {
    expect(wordsApart(story)).toEqual({
      notes: ['A note.'],
      captions: ['The quay', 'Sums', 'A chart'],
      credits: ['Ana Reis', 'Desk'],
      speakers: ['Ana, mayor'],
      embeds: ['A film'],
    })
  })
})

describe('small functions of an article', () => {
  it('finds the lede and the outline', () => {
    expect(ledeOf(story)).toBe(story.children[0])
    expect(outline(story)).toEqual([{ rank: 1, id: 'next', text: 'What next' }])
  })
  it('prints a speaker and a dateline as the source does', () => {
    expect(attributionLine({ name: 'سارة', role: 'وزيرة', text: 'سارة، وزيرة' })).toBe('سارة، وزيرة')
    expect(datelineText({ place: 'GENEVA', agency: 'AP' })).toBe('GENEVA (AP)')
    expect(datelineText({ place: 'GENEVA', text: 'GENEVA, 3 May (AP)' })).toBe('GENEVA, 3 May (AP)')
  })
  it.each([
    ['At 10:30 the vote was 3:1, said O’Neill.', 8],
    ['北京的天气很好', 4],
    ['', 0],
  ])('counts the words of %j', (words, count) => {
    expect(wordCount(article({}, [paragraph(words)]))).toBe(count)
  })
  it('reads for at least a minute', () => {
    expect(readingMinutes(article({}, []))).toBe(1)
    expect(readingMinutes(article({}, [paragraph('word '.repeat(460))]))).toBe(2)
  })
  it('takes calls of a note for one, though each of its headings has an id of its own', () => {
    const call = (id: string) => ({ ...note([heading(3, 'Sources', id)]), label: 'a' })
    expect(wordsApart(article({}, [paragraph([call('sources'), call('sources-2')])])).notes).toEqual(['Sources'])
  })
})
