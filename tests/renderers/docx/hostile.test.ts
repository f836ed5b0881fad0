import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { article, bulletList, code, listItem, paragraph, text } from '../../../src/article/build.js'
import { hostile, randomArticle, wild } from '../../support/random-article.js'
import { readXml } from '../../support/xml-tree.js'
import { renderDocx, type Said } from './support/context.js'

/** Reads every part as XML; a fault throws. Returns the text of the body. */
async function readParts(source: Article, said?: Said): Promise<string> {
  const files = unzipSync(await renderDocx(source, 'briefing', said))
  for (const [path, bytes] of Object.entries(files)) if (/\.(xml|rels)$/.test(path)) readXml(strFromU8(bytes))
  return strFromU8(files['word/document.xml']!)
}

describe('hostile text', () => {
  test('any text in any node leaves every part well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(wild), async source => {
        await readParts(source)
      }),
      { numRuns: 60 },
    )
  })

  test('any text in metadata leaves every part well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async words => {
        const person = { name: words, jobTitle: words }
        const meta = { title: words, kicker: words, subtitle: words, authors: [person], tags: [words], slug: words }
        await readParts(
          article(meta, [code(words), paragraph([{ type: 'span', language: 'fr', children: [text(words)] }])]),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('characters that XML cannot hold are gone, their neighbours stay', async () => {
    const body = await readParts(article({}, [paragraph('a\u0000b\u000bc\ufffed\ud800e]]>f\u{1f600}g')]))
    expect(body).toContain('>abcde]]&#x3E;f\u{1f600}g<')
  })

  test('a paragraph of a megabyte is one paragraph', async () => {
    const body = await readParts(article({}, [paragraph('word '.repeat(200_000))]))
    expect(body.length).toBeGreaterThan(1_000_000)
  })

  test('lists nested fifty deep stay on the ninth level', async () => {
    let list = bulletList([listItem([paragraph('deepest')])])
    for (let depth = 0; depth < 50; depth++) list = bulletList([listItem([paragraph('in'), list])])
    const body = await readParts(article({}, [list]))
    expect(body).toContain('<w:ilvl w:val="8"/>')
    expect(body).not.toContain('<w:ilvl w:val="9"/>')
  })

  test('the name of an editor is no longer than Word takes, and never empty', async () => {
    const long = `${'x'.repeat(253)}\u{1f600}tail`
    const said: Said = { messages: [] }
    const body = await readParts(
      article({}, [
        paragraph([
          { type: 'insertion', author: long, children: [text('a')] },
          { type: 'deletion', author: ' ', children: [text('b')] },
        ]),
      ]),
      said,
    )
    const authors = [...body.matchAll(/w:author="([^"]*)"/g)].map(match => match[1])
    expect(authors).toEqual(['x'.repeat(253), 'Desk'])
    expect(said.messages).toEqual(["word-editor: an editor's name of 259 characters was cut: Word takes 255"])
  })
})
