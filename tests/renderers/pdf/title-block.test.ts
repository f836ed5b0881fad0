import { expect, test } from 'vitest'
import { article } from '../../../src/article/build.js'
import { buildDocument } from '../../../src/renderers/pdf/build/build-document.js'
import { actualTexts, contentsOf } from '../../support/pdf-contents.js'
import { makePdf, pdfContext } from '../../support/pdf-context.js'

test('a kicker keeps clear of a title whose letters reach higher than Latin capitals', async () => {
  const { context } = await pdfContext()
  const after = (title: string) => {
    const { flows } = buildDocument(article({ title, kicker: 'K' }, []), context, { byUrl: new Map(), loaded: [] })
    return flows[0]!.after
  }
  expect(after('किला')).toBeGreaterThan(after('Fort') + 2)
})

test('a masthead whose letters stand apart is read word by word, whole where a line may end in one', async () => {
  const publisher = { name: 'The Saint-Étienne Post' }
  const { bytes } = await makePdf(article({ title: 'Ice', publisher }, []), { template: 'feature' })
  expect(contentsOf(bytes).flatMap(actualTexts)).toEqual(['The', 'Saint-Étienne', 'Post'])
})
