import { describe, expect, test } from 'vitest'
import type { Attribution, Quote } from '../../../src/article/article.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

const speakerIn = async (source: string): Promise<Attribution | undefined> => {
  const { article } = await readMarkdown(`---\ntitle: T\n---\n\n${source}\n`)
  return article?.children.find((block): block is Quote => block.type === 'quote')?.attribution
}

const dashes = ['—', '–', '―', '--', '——', '――', '––']
const shapes: { [name: string]: (line: string) => string } = {
  'own paragraph': line => `> Words.\n>\n> ${line}`,
  'next line': line => `> Words.\n> ${line}`,
  'break with a backslash': line => `> Words.\\\n> ${line}`,
  'break with spaces': line => `> Words.  \n> ${line}`,
  'after a quotation of its own': line => `“Words.”\n\n${line}`,
  'last line of a quotation of its own': line => `“Words.”\n${line}`,
  'after a block quotation': line => `> Words.\n\n${line}`,
}

describe.each(Object.entries(shapes))('a speaker in shape "%s"', (_name, shape) => {
  test.each(dashes)('is found after %s', async dash => {
    expect(await speakerIn(shape(`${dash} Amina Yusuf, director, Al-Noor Hospital`))).toEqual({
      name: 'Amina Yusuf',
      role: 'director, Al-Noor Hospital',
    })
    expect(await speakerIn(shape(`${dash}Amina Yusuf`))).toEqual({ name: 'Amina Yusuf' })
  })
})

describe('quotation marks of a stand-alone quotation', () => {
  test.each([
    ...[
      '“Words.”',
      '"Words."',
      '„Worte.“',
      '„Słowa.”',
      '«Paroles.»',
      '« Paroles. »',
      '»Worte.«',
      '‹Worte.›',
      '‘Words, don’t they.’',
    ],
    ...[
      '”Ord.”',
      '「言葉。」',
      '『言葉。』',
      '《话》',
      '“Curly and straight."',
      '“Words”.',
      '“He said ‘no’ and left.”',
    ],
  ])('%s', async quotation => {
    expect(await speakerIn(`${quotation}\n\n— Jane Doe`)).toEqual({ name: 'Jane Doe' })
  })

  test.each([
    ['a paragraph with speech in it', '“A,” she said. “B.”'],
    ['speech that does not close', '“Words'],
    ['no quotation', 'Words.'],
    ['a title in quotation marks and more', '“Hamlet” opens on Friday'],
  ])('%s is none', async (_name, paragraph) => {
    expect(await speakerIn(`${paragraph}\n\n— Jane Doe`)).toBeUndefined()
  })
})

describe('lines that begin with a dash and name nobody', () => {
  test.each([
    ...[
      '— Bonjour, dit-il',
      '— Bonjour, dit-il.',
      '— Oui, répondit-elle',
      '— Sí, dijo ella',
      '— Да, сказал он',
      '— Ja, sagte er',
    ],
    ...[
      '— Who are you?',
      '— Nobody!',
      '— and then he left',
      '— “I did,” she said',
      '— It came late. Nobody was there',
      '— yes, she said',
    ],
    ...[
      '— 他走了。',
      '— 42',
      '— He went to the harbour and then he waited for the boat that never came back to the island',
    ],
  ])('%s', async line => {
    expect(await speakerIn(`> Words.\n>\n> ${line}`)).toBeUndefined()
    expect(await speakerIn(`“Words.”\n\n${line}`)).toBeUndefined()
  })

  test('a paragraph between others that begin with a dash is dialogue', async () => {
    expect(await speakerIn('“Words.”\n\n— Moi\n\n— Toi aussi')).toBeUndefined()
    expect(await speakerIn('> — Moi\n>\n> — Jane Doe')).toBeUndefined()
  })
})

describe('names', () => {
  test.each([
    ['— Gen. J. R. Holt of St. Brandan', { name: 'Gen. J. R. Holt of St. Brandan' }],
    ['— Martin Brook, Jr., clerk', { name: 'Martin Brook, Jr.', role: 'clerk' }],
    ['— Martin Brook Jr.', { name: 'Martin Brook Jr.' }],
    ['— van der Berg, skipper', { name: 'van der Berg', role: 'skipper' }],
    ['— a UN official', { name: 'a UN official' }],
    ['— Lance Holt, rider', { name: 'Lance Holt', role: 'rider' }],
    ['— ليلى حداد، مديرة', { name: 'ليلى حداد', role: 'مديرة', text: 'ليلى حداد، مديرة' }],
    ['——王丽，院长', { name: '王丽', role: '院长', text: '王丽，院长' }],
    ['— [Jane Doe](https://a.example/jane), envoy', { name: 'Jane Doe', role: 'envoy', url: 'https://a.example/jane' }],
    ['*— Jane Doe*, **envoy**', { name: 'Jane Doe', role: 'envoy' }],
  ])('%s', async (line, attribution) => {
    expect(await speakerIn(`> Words.\n>\n> ${line}`)).toEqual(attribution)
  })
})
