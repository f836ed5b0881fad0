import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { stripPositions } from '../../../src/article/walk.js'
import { nodeHost } from '../../../src/host/node.js'
import { render } from '../../../src/index.js'
import { readDocx } from '../../../src/readers/docx/index.js'
import { fixtures, readFixture } from '../../support/fixtures.js'
import { calm, randomArticle } from '../../support/random-article.js'
import { wordForm } from './word-form.js'

const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
/** Every picture is to be had. */
const host = { ...nodeHost({}), readAsset: async () => ({ bytes: pixel }) }

/** Sends an article through Word; pictures are compared by their places, since the file gives them addresses of its own. */
async function throughWord(article: Article) {
  const { output } = await render(article, 'docx', { host, path: 'story.md' })
  const read = readDocx(output.body as Uint8Array)
  return { ...read, article: withoutAddresses(read.article!) }
}

function withoutAddresses(article: Article): Article {
  return JSON.parse(
    JSON.stringify(article, (key, value) => {
      if (key === 'images') return value.map((image: object) => ({ ...image, url: '*' }))
      return value?.type === 'inlineImage' ? { ...value, url: '*' } : value
    }),
  )
}

describe('every fixture comes back from Word', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, async () => {
      const { article } = await readFixture(fixture)
      if (!article) return expect(fixture.name).toMatch(/bad|unclosed|contradiction|toml/)
      const bare = stripPositions(article)
      const { article: back, messages } = await throughWord(bare)
      const wanted = wordForm(bare)
      expect(back.children).toEqual(withoutAddresses(wanted).children)
      expect(back.meta).toMatchObject(withoutPeople(wanted))
      expect(back.meta.authors.map(author => author.name)).toEqual(wanted.meta.authors.map(author => author.name))
      expect(messages.filter(message => message.rule === 'word-style')).toEqual([])
    })
  }
})

function withoutPeople({ meta }: Article): Partial<Article['meta']> {
  const { authors: _authors, ...rest } = meta
  return rest
}

describe('random articles come back from Word', () => {
  it('on everything that the table of losses does not name', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(calm), async random => {
        const held = wordForm({ ...random, meta: { ...random.meta, language: 'en' } })
        const lede = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'Lede.' }] }
        const article = {
          ...held,
          meta: { title: 'Title', authors: [], language: 'en' },
          children: [lede, ...held.children],
        }
        const { article: back } = await throughWord(article)
        expect(back.children).toEqual(withoutAddresses(wordForm(article)).children)
      }),
      { numRuns: 60 },
    )
  })
})
