import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/read.js'
import { buildDocument } from '../../../src/renderers/pdf/build/build-document.js'
import type { LoadedPictures } from '../../../src/renderers/pdf/build/pictures.js'
import { pdfContext } from '../../support/pdf-context.js'

const source = `---
title: قصة
lang: ar
---

نص قصير.

\`\`\`py
def cost(year):
\`\`\`

| المدينة | النمو |
|---|---|
| حيفا | +12.5% |
`

/** The directions that the spans of a document say, by their words. */
function directions(node: unknown, found = new Map<string, string>(), seen = new Set<unknown>()): Map<string, string> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return found
  seen.add(node)
  const { text, direction } = node as { text?: unknown; direction?: unknown }
  if (typeof text === 'string' && 'style' in node) found.set(text, String(direction))
  for (const value of Object.values(node)) directions(value, found, seen)
  return found
}

const noPictures: LoadedPictures = { byUrl: new Map(), loaded: [] }

test('code and the figures of a table are written from the left in a story from the right', async () => {
  const { article } = await readMarkdown(source)
  const { context } = await pdfContext()
  const found = directions(buildDocument(article!, context, noPictures).flows)
  expect(found.get('+12.5%')).toBe('ltr')
  expect(found.get('def cost(year):')).toBe('ltr')
  expect(found.get('حيفا')).toBe('undefined')
})
