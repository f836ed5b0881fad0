import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { preflightDocx } from '../../src/preflight/docx/preflight-docx.js'
import { renderDocx } from '../renderers/docx/support/context.js'
import { arabic, briefing, everything } from '../renderers/docx/support/samples.js'
import { docxFaults, withFault } from '../support/docx-faults.js'
import { calm, randomArticle } from '../support/random-article.js'

/** The construct without a head row is the article's own. */
function withHeads(article: Article): Article {
  return {
    ...article,
    children: article.children.filter(block => block.type !== 'table' || block.headRows === 1),
  }
}

async function rulesFor(bytes: Uint8Array): Promise<string[]> {
  const messages = await preflightDocx(bytes)
  return [...new Set(messages.map(message => message.rule))]
}

describe('finds nothing', () => {
  test.each([
    ['a briefing', briefing, 'briefing'],
    ['every construct', () => withHeads(everything()), 'briefing'],
    ['every construct as wire copy', () => withHeads(everything()), 'wire'],
    ['a story from right to left', arabic, 'briefing'],
  ] as const)('in %s', async (_, make, template) => {
    expect(await preflightDocx(await renderDocx(make(), template))).toEqual([])
  })

  test('that Word would call corrupt, in whatever article', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(calm), async article => {
        const messages = await preflightDocx(await renderDocx(article))
        expect(messages.filter(message => message.severity === 'error')).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('finds', () => {
  test.each(docxFaults.map(fault => [fault.name, fault] as const))('%s', async (_, fault) => {
    const bytes = withFault(await renderDocx(withHeads(everything())), fault)
    expect(await rulesFor(bytes)).toContain(fault.rule)
  })
})

describe('what is no Word file', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('# Title')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['an encrypted file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  ])('%s', async (_, bytes) => {
    expect(await rulesFor(bytes)).toEqual(['docx-unreadable'])
  })
})
