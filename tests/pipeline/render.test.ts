import { expect, test } from 'vitest'
import { article, paragraph } from '../../src/article/build.js'
import { render } from '../../src/render.js'

test.each([
  ['nothing', undefined],
  ['JSON of another kind', { foo: 1 }],
  ['an article without its parts', { type: 'article', version: 1 }],
  ['what a reader returned', { article: article({ title: 'T' }, [paragraph('Words.')]), messages: [] }],
])('%s is refused as no article, in words that say what to do', async (_name, what) => {
  await expect(render(what as never, 'jsonld')).rejects.toThrow('this is no article: make one with `readMarkdown`')
})

test('an article is rendered to a format by its name', async () => {
  const { output } = await render(article({ title: 'T' }, [paragraph('Words.')]), 'jsonld')
  expect(output.body).toContain('"headline": "T"')
})
