import { describe, expect, it } from 'vitest'
import { plainText, wordsApart } from '../../src/article/text.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { lostWords } from '../support/carried.js'
import { renderAll } from '../support/render-all.js'
import { squeeze } from '../support/words.js'

/** Each construct of GitHub Flavored Markdown and of our own, with the words that must come through. */
const constructs: { [name: string]: { markdown: string; words: string[] } } = {
  table: {
    markdown: '| Port | Draught |\n|:-----|--------:|\n| Vellin | 1.71 |\n| Kalden | 1.58 |',
    words: ['Port', 'Vellin', '1.58'],
  },
  'table with escaped pipes and short rows': {
    markdown: '| a \\| b | `c\\|d` |\n|---|---|\n| one |\n| two | three | four |',
    words: ['a | b', 'c|d', 'one', 'two', 'three'],
  },
  'table of one column': { markdown: '| Alone |\n|---|\n| inside |', words: ['Alone', 'inside'] },
  'table that holds marks': {
    markdown:
      '| **Bold** | [Link](https://example.org/) | ~~gone~~ |\n|---|:-:|---|\n| *slanted* | `code` | note[^n] |\n\n[^n]: Under the table.',
    words: ['Bold', 'Link', 'gone', 'slanted', 'code', 'note', 'Under the table.'],
  },
  strikethrough: { markdown: 'It was ~~twelve~~ ~eleven~ ten.', words: ['twelve', 'eleven', 'ten'] },
  'web address in running text': {
    markdown: 'See www.example.org/a_b and https://example.org/?q=(x)&y=1, or desk@example.org.',
    words: ['www.example.org/a_b', 'https://example.org/?q=(x)&y=1', 'desk@example.org'],
  },
  'task items': { markdown: '- [x] called\n- [ ] written\n  - [X] twice', words: ['called', 'written', 'twice'] },
  footnotes: {
    markdown:
      'One[^a] and two[^b], one again[^a].\n\n[^a]: First.\n\n    With a second paragraph.\n[^b]: Second, with a list:\n    - item',
    words: ['One', 'and two', 'one again', 'First.', 'With a second paragraph.', 'Second, with a list:', 'item'],
  },
  'pull quote': {
    markdown: 'Ports are busy.\n\n:::pullquote[Ilka Brandt, analyst]\nBusy.\n:::',
    words: ['Ports are busy.'],
  },
  'box with a list, a table and a quote': {
    markdown: ':::box[What we know]\n- one\n\n| a | b |\n|---|---|\n| c | d |\n\n> Said.\n> — Ann Lee, mayor\n:::',
    words: ['What we know', 'one', 'a', 'd', 'Said.'],
  },
  'key points': { markdown: ':::key-points\n- First\n- Second\n:::', words: ['First', 'Second'] },
  embed: {
    markdown: '::embed{url="https://video.example/1" title="The vote, in full"}\n\nAfter.',
    words: ['The vote, in full', 'After.'],
  },
  'quote in a list in a quote': { markdown: '> - > Deep.\n>   > — Ann Lee\n>\n> Outer.', words: ['Deep.', 'Outer.'] },
  'times and scores': { markdown: 'At 10:30 it was 3:1 :yes: ::no.', words: ['At 10:30 it was 3:1 :yes: ::no.'] },
  'code that looks like markup': {
    markdown: '```html\n<p>&amp; "quoted" ]]> \t tab</p>\n```\n\nInline `a  <b>` too.',
    words: ['<p>&amp; "quoted" ]]> \t tab</p>', 'a  <b>'],
  },
  'ordered list that starts late': {
    markdown: '7. seven\n8. eight\n   1. inner\n\n      paragraph',
    words: ['seven', 'eight', 'inner', 'paragraph'],
  },
  'HTML that has a counterpart': {
    markdown:
      'Water is H<sub>2</sub>O, 2<sup>nd</sup>, <em>so</em> <b>it</b> is.<br>New line <span lang="fr">à la carte</span>.',
    words: ['Water is H2O, 2nd, so it is.', 'New line à la carte'],
  },
}

describe('constructs beyond CommonMark go through all four formats', () => {
  it.each(Object.entries(constructs))('%s', async (name, { markdown, words }) => {
    const { article, messages } = await readMarkdown(`---\ntitle: ${name}\n---\n\n${markdown}\n`)
    expect(article, messages.map(message => message.reason).join('\n')).toBeDefined()
    const held = squeeze(plainText(article!) + Object.values(wordsApart(article!)).flat().join(' '))
    for (const each of words) expect(held).toContain(squeeze(each))
    const made = await renderAll(article!)
    expect(made.messages.filter(message => message.severity === 'error')).toEqual([])
    expect(await lostWords(article!, made)).toEqual([])
  })
})
