import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { mapArticle, stripPositions } from '../../src/article/walk.js'
import { nodeHost } from '../../src/host/node.js'
import { render } from '../../src/index.js'
import { readDocx } from '../../src/readers/docx/index.js'
import { toMarkdown } from '../../src/renderers/markdown/index.js'
import { fixtures, readFixture } from '../support/fixtures.js'

const picture = readFileSync('examples/pictures/freight-rates.png')
const host = { ...nodeHost({}), readAsset: async () => ({ bytes: picture }) }
const folder = mkdtempSync(join(tmpdir(), 'standfirst-word-'))

/** Saves Word files anew with LibreOffice, as an editor who works there does. */
function savedAnew(files: string[]): string {
  const out = join(folder, 'saved')
  mkdirSync(out, { recursive: true })
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, ...files], {
    stdio: 'ignore',
  })
  return out
}

/** What LibreOffice itself does not keep: links' titles, tables' descriptions, languages without a region, paths of pictures. */
function kept(article: Article): unknown[] {
  const plain = mapArticle(article, node => {
    if (node.type === 'link') {
      const { title: _title, ...rest } = node
      return rest
    }
    if (node.type === 'table') {
      const { alt: _alt, ...rest } = node
      return rest
    }
    return node.type === 'span' && node.language ? { ...node, language: node.language.split('-')[0]! } : node
  })
  return JSON.parse(
    JSON.stringify(plain.children, (key, value) => (key === 'url' && /^media\//.test(value) ? '*' : value)),
  )
}

describe('a Word file that LibreOffice has saved anew', () => {
  it('comes back as the same article, every fixture', async () => {
    const files = new Map<string, string>()
    for (const fixture of fixtures()) {
      const { article } = await readFixture(fixture)
      if (!article) continue
      const { output } = await render(stripPositions(article), 'docx', { host, path: 'story.md' })
      const file = join(folder, `${fixture.name}.docx`)
      writeFileSync(file, output.body)
      files.set(fixture.name, file)
    }
    const saved = savedAnew([...files.values()])
    const different = [...files].filter(([name, file]) => {
      const [before, after] = [file, join(saved, `${name}.docx`)].map(path => readDocx(readFileSync(path)).article!)
      return JSON.stringify(kept(before!)) !== JSON.stringify(kept(after!))
    })
    expect(different.map(([name]) => name)).toEqual([])
  })
})

const source = `---
title: A letter from elsewhere
author: [Jane Doe, Max Holt]
date: 2026-05-01
---

First *paragraph* with **bold**, \`code\`, ~~strike~~, H~2~O and [a link](https://example.org/).[^1]

# Section one

> A quote.

1.  one
2.  two
    -   nested

| A | B |
|--:|:--|
| 1 | 2 |

: A caption

    let a = 1

See [there](#section-one).

[^1]: The note.
`

describe('a Word file that Pandoc has made', () => {
  it('is read with everything that it holds', () => {
    const file = join(folder, 'pandoc.docx')
    execFileSync('pandoc', ['--from', 'markdown', '--to', 'docx', '--output', file], { input: source })
    const { article, messages } = readDocx(readFileSync(file))
    expect(messages).toEqual([])
    expect(toMarkdown(article!, () => undefined)).toMatchInlineSnapshot(`
      "---
      title: A letter from elsewhere
      authors:
        - Jane Doe
        - Max Holt
      published: 2026-05-01
      language: en-US
      ---

      First *paragraph* with **bold**, \`code\`, ~~strike~~, H<sub>2</sub>O and [a link](https://example.org/).[^1]

      ## Section one

      > A quote.

      1. one
      2. two
         - nested

      Table: A caption

      | A | B |
      | --: | :-- |
      | 1 | 2 |

      \`\`\`
      let a = 1
      \`\`\`

      See [there](#section-one).

      [^1]: The note.
      "
    `)
  })
})
