import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article, ArticleNode } from '../../../src/article/article.js'
import { mapArticle, stripPositions } from '../../../src/article/walk.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { toMarkdown } from '../../../src/renderers/markdown/index.js'
import { markdownLosses } from '../../../src/renderers/markdown/losses.js'
import { normalForm } from '../../../src/renderers/markdown/normal-form.js'
import { withPlainLabels } from '../../support/note-labels.js'
import { calm, randomArticle, wild } from '../../support/random-article.js'

const named = new Set<string>(markdownLosses.map(loss => loss.rule))

/** Takes out of a random article what nearly every one would lose, so that most of them hold nothing that is lost. */
function holdable(article: Article): Article {
  return mapArticle(article, (node): ArticleNode | undefined => {
    switch (node.type) {
      case 'figure':
        return {
          ...node,
          images: node.images.map(({ renditions: _renditions, ...image }) => image) as typeof node.images,
        }
      case 'heading':
        return { ...node, rank: 1 }
      case 'code':
        return node.lang === undefined ? node : { ...node, lang: 'js' }
      case 'extension': {
        const words = Object.entries(node.attributes).map(([name, value]) => [name, String(value)])
        return { ...node, name: 'acme:poll', attributes: Object.fromEntries(words) }
      }
      case 'raw':
        return undefined
      default:
        return node
    }
  })
}

async function check(random: Article, parser?: 'remark'): Promise<'held' | 'lost'> {
  const meta = { title: 'Title', authors: [], language: 'en' }
  const article = { ...holdable(random), meta }
  const losses: string[] = []
  const markdown = toMarkdown(article, (_reason, rule) => losses.push(rule))
  expect(losses.filter(rule => !named.has(rule))).toEqual([])
  const { article: back } = await readMarkdown(markdown, { extensionNames: ['acme:poll'], ...(parser && { parser }) })
  // Whatever was lost, the text is Markdown that reads.
  expect(back).toBeDefined()
  if (losses.length > 0) return 'lost'
  expect(withPlainLabels(stripPositions(back!)).children).toEqual(
    withPlainLabels(normalForm(article, { report: () => undefined })).children,
  )
  return 'held'
}

describe('a random article of which nothing is reported as lost comes back equal', () => {
  it('with satteri', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(randomArticle(calm), async article => {
        if ((await check(article)) === 'held') held++
      }),
      { numRuns: 250 },
    )
    // The property is about most of them.
    expect(held).toBeGreaterThan(80)
  })

  it('with remark', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(calm), async article => void (await check(article, 'remark'))),
      { numRuns: 60 },
    )
  })

  it('whatever letters it holds', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(wild), async article => void (await check(article))),
      { numRuns: 120 },
    )
  })
})
