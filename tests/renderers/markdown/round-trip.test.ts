import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { mapArticle, stripPositions } from '../../../src/article/walk.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { toMarkdown } from '../../../src/renderers/markdown/index.js'
import { normalForm } from '../../../src/renderers/markdown/normal-form.js'
import { fixtures, readFixture } from '../../support/fixtures.js'
import { withPlainLabels } from '../../support/note-labels.js'

const silent = { report: () => undefined }

/** What was written, what was lost on the way, and what came back. */
async function wayBack(article: Article, parser?: 'satteri' | 'remark') {
  const losses: string[] = []
  const markdown = toMarkdown(article, (reason, rule) => losses.push(`${rule}: ${reason}`))
  const read = await readMarkdown(markdown, { extensionNames: ['acme:poll'], ...(parser && { parser }) })
  return { markdown, losses, back: read.article && stripPositions(read.article), messages: read.messages }
}

/** Lists that HTML sets close although their items hold several blocks: Markdown sets them apart. */
const spaced: { readonly [fixture: string]: string[] } = {
  'html-blocks': ['markdown-spacing: the items of a tight list stand apart: one of them holds several blocks'],
}

describe('every fixture comes back from Markdown', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, async () => {
      const { article } = await readFixture(fixture)
      if (!article) return expect(fixture.name).toMatch(/bad|unclosed|contradiction|toml/)
      const { back, losses } = await wayBack(stripPositions(article))
      expect(losses).toEqual(spaced[fixture.name] ?? [])
      const wanted = withPlainLabels(stripPositions(normalForm(article, silent)))
      const read = withPlainLabels(back!)
      expect(losses.length > 0 ? loose(read) : read).toEqual(losses.length > 0 ? loose(wanted) : wanted)
    })
  }
})

/** The article with all its lists loose. */
const loose = (article: Article): Article =>
  mapArticle(article, node => (node.type === 'list' ? { ...node, tight: false } : node))

const examples = [...readdirSync('examples'), ...readdirSync('examples/newsroom').map(name => `newsroom/${name}`)]

describe('every example comes back from Markdown', () => {
  for (const name of examples.filter(each => each.endsWith('.md') && each !== 'README.md')) {
    it(name, async () => {
      const { article } = await readMarkdown(readFileSync(`examples/${name}`, 'utf8'), { path: name })
      const { back, losses, markdown } = await wayBack(stripPositions(article!))
      const wanted = withPlainLabels(stripPositions(normalForm(article!, silent)))
      expect({ ...withPlainLabels(back!), losses }).toEqual({ ...wanted, losses: [] })
      // Written again it is the same text: nothing grows or shifts from one round to the next.
      expect((await wayBack(back!)).markdown).toBe(markdown)
    })
  }
})
