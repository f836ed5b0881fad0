import { tests as specification } from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { plainText, wordsApart } from '../../src/article/text.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { lostWords } from '../support/carried.js'
import { htmlText } from '../support/html-text.js'
import { renderAll } from '../support/render-all.js'
import { squeeze } from '../support/words.js'

/** Examples whose words differ from the specification's HTML on purpose, by number, and why. */
const different: { [number: number]: string } = {
  ...Object.fromEntries(
    [572, 573, 576, 577, 584, 585, 586, 588, 589, 591].map(number => [number, "a picture's title is its caption"]),
  ),
  180: 'a processing instruction is no text; a browser shows its tail',
  629: 'a CDATA section is no text; a browser shows its tail',
}

const sections = [...new Set(specification.map(example => example.section))]

describe('every example of the CommonMark specification goes through all four formats', () => {
  it.each(sections)('%s', async section => {
    const wrong: string[] = []
    for (const example of specification.filter(each => each.section === section))
      for (const what of await complaints(example))
        wrong.push(`${example.number} ${JSON.stringify(example.markdown)}: ${what}`)
    expect(wrong).toEqual([])
  })
})

async function complaints({ number, markdown, html }: (typeof specification)[number]): Promise<string[]> {
  const source = `---\ntitle: Example ${number}\n---\n\n${markdown.replaceAll('→', '\t')}`
  const { article, messages } = await readMarkdown(source)
  if (!article) return messages.map(message => message.reason)
  const made = await renderAll(article)
  const errors = made.messages.filter(message => message.severity === 'error').map(message => message.reason)
  return [...errors, ...wordsKept(number, html, article), ...(await lostWords(article, made))]
}

/** Compares the article's words with those that the specification's HTML shows. */
function wordsKept(number: number, html: string, article: Article): string[] {
  const shown = squeeze(htmlText(html.replaceAll('→', '\t')))
  const held = squeeze(plainText(article) + Object.values(wordsApart(article)).flat().join(''))
  const same = shown === held
  if (different[number]) return same ? ['is listed as different and is not'] : []
  return same ? [] : [`the article holds ${JSON.stringify(held)}, the specification ${JSON.stringify(shown)}`]
}
