import { tests as specification } from 'commonmark-spec'
import { describe, expect, it } from 'vitest'
import { type Article, MODEL_VERSION } from '../../src/article/article.js'
import { checkArticle } from '../../src/article/check.js'
import { plainText, wordsApart } from '../../src/article/text.js'
import { visit } from '../../src/article/walk.js'
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
}

const sections = [...new Set(specification.map(example => example.section))]

// One article a section: a PDF each of 652 would take minutes. Conformance makes every example by itself.
describe('the examples of the CommonMark specification go through all four formats', () => {
  it.each(sections)('%s', async section => {
    const articles: Article[] = []
    for (const example of specification.filter(each => each.section === section))
      articles.push(await readExample(example))
    const whole = together(section, articles)
    const made = await renderAll(whole)
    expect(made.messages.filter(message => message.severity === 'error')).toEqual([])
    expect(await lostWords(whole, made)).toEqual([])
  })
})

/** Reads an example and compares its words with those that the specification's HTML shows. */
async function readExample({ number, markdown, html }: (typeof specification)[number]): Promise<Article> {
  const { article, messages } = await readMarkdown(`---\ntitle: T\n---\n\n${markdown.replaceAll('→', '\t')}`)
  expect(article, `${number}: ${messages.map(message => message.reason).join(', ')}`).toBeDefined()
  expect(checkArticle(article).messages).toEqual([])
  const shown = squeeze(htmlText(html.replaceAll('→', '\t')))
  const held = squeeze(plainText(article!) + Object.values(wordsApart(article!)).flat().join(''))
  const about = `${number} ${JSON.stringify(markdown)}`
  if (different[number]) expect(held, `${about} is listed as different and is not`).not.toBe(shown)
  else expect(held, about).toBe(shown)
  return article!
}

function together(title: string, articles: readonly Article[]): Article {
  const children = articles.flatMap(article => article.children)
  let headings = 0
  visit(children, node => {
    if (node.type !== 'heading') return
    headings += 1
    node.id = `heading-${headings}`
  })
  return { type: 'article', version: MODEL_VERSION, meta: { title, authors: [], language: 'en' }, children }
}
