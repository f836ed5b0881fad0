import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article, Inline } from '../../src/article/article.js'
import { inlineText } from '../../src/article/text.js'
import { mapArticle, stripPositions } from '../../src/article/walk.js'
import { nodeHost } from '../../src/host/node.js'
import { render } from '../../src/index.js'
import { readDocx } from '../../src/readers/docx/index.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { toMarkdown } from '../../src/renderers/markdown/index.js'
import { fixtures, readFixture } from '../support/fixtures.js'
import { editInLibreOffice } from './libreoffice-macro.js'

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

const draft = `---
title: The pier
author: Maren Holt
published: 2026-11-19
---

The minister telephoned her counterpart on Monday.[^1]

## Who pays

> The pier is a wreck.
>
> — Ines Calder, minister

The {++new ++}pier costs {--three--}{++four++} million.{>>Source? (desk)<<}

> Nobody asked us.
>
> — Jonas Reinholt, economist

1. Dredge
2. Build
   - Steel

| Year | Cost |
| --- | ---: |
| 2026 | 2.8 |

[^1]: A summary.
`

/** The same edits as the macro's, in the model. */
function edited(article: Article): Article {
  const children = article.children
    .filter(block => block.type !== 'quote' || block.attribution?.name !== 'Jonas Reinholt')
    .flatMap((block): Article['children'] =>
      block.type === 'list'
        ? [block]
        : block.type === 'quote'
          ? [block, { type: 'paragraph', children: [{ type: 'text', value: 'A paragraph of the editor’s.' }] }]
          : [block],
    )
  return mapArticle({ ...article, children }, node => {
    if (node.type === 'text')
      return { ...node, value: node.value.replace('telephoned', 'rang').replace('Dredge', 'Dig') }
    return node.type === 'paragraph' ? { ...node, children: accepted(node.children) } : node
  })
}

/** The first insertion is text like the rest. */
function accepted(line: readonly Inline[]): Inline[] {
  const [before, first, after, ...rest] = line
  if (before?.type !== 'text' || first?.type !== 'insertion' || after?.type !== 'text') return [...line]
  return [{ type: 'text', value: before.value + inlineText(first.children) + after.value }, ...rest]
}

describe('a Word file that an editor has worked on in LibreOffice', () => {
  it('comes back with exactly those edits', async () => {
    const { article } = await readMarkdown(draft, { path: 'pier.md' })
    const { output } = await render(stripPositions(article!), 'docx', { host })
    const [before, after] = [join(folder, 'pier.docx'), join(folder, 'pier-edited.docx')]
    writeFileSync(before, output.body)
    editInLibreOffice(
      before,
      after,
      join(folder, 'macro-profile'),
      `
  ReplaceWords(doc, "telephoned", "rang")
  ReplaceWords(doc, "Dredge", "Dig")
  InsertAfter(doc, "Ines Calder, minister", "A paragraph of the editor’s.")
  DeleteParagraph(doc, "Nobody asked us.")
  DeleteParagraph(doc, "Jonas Reinholt")
  AcceptFirstChange(doc)`,
    )
    const back = readDocx(readFileSync(after)).article!
    expect(kept(back)).toEqual(kept(edited(readDocx(readFileSync(before)).article!)))
    expect(back.meta).toEqual(readDocx(readFileSync(before)).article!.meta)
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
