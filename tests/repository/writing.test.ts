import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fields } from '../../src/readers/front-matter/fields.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { root } from '../support/corpus.js'

const guide = readFileSync(join(root, 'docs/writing.md'), 'utf8')
const keys = guide
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line => line.split('|')[1]!)

describe('the writer’s guide', () => {
  it('names every field of the front matter', () => {
    const named = keys.flatMap(cell => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
    for (const [field, { names }] of Object.entries(fields))
      expect(
        names.some(name => named.includes(name)),
        field,
      ).toBe(true)
  })

  it('names no key that the reader does not know', async () => {
    const head = guide.slice(0, guide.indexOf('## The body'))
    const rows = head.split('\n').filter(line => line.startsWith('| `'))
    const named = rows.flatMap(line => [...line.split('|')[1]!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!))
    for (const name of named) {
      const { article } = await readMarkdown(
        `---\n${name === 'title' ? '' : 'title: T\n'}${name}: 2026-11-19\n---\n\nWords.\n`,
      )
      expect(article?.meta.extra, name).toBeUndefined()
    }
  })

  it('shows four quotations with the same speaker', async () => {
    const block = /```markdown\n(> The pier[\s\S]*?)```/.exec(guide)![1]!
    for (const part of block.split(/\n\n(?=>)|\n\n(?=“)/)) {
      const { article } = await readMarkdown(`---\ntitle: T\n---\n\n${part}\n`)
      expect(article!.children, part).toMatchObject([
        { type: 'quote', attribution: { name: 'Ines Calder', role: 'transport minister' } },
      ])
    }
  })

  it('shows a figure with caption and credit, and set-apart parts', async () => {
    const blocks = [...guide.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text!)
    const { article, messages } = await readMarkdown(`---\ntitle: T\n---\n\n${blocks.slice(1).join('\n')}`)
    expect(messages).toEqual([])
    expect(article!.children.map(node => node.type)).toEqual(['figure', 'pullQuote', 'box', 'box', 'embed'])
    expect(article!.children[0]).toMatchObject({ credit: expect.stringContaining('Ann Lee / North Coast') })
    expect(article!.children[1]).toMatchObject({ attribution: { name: 'Ines Calder' } })
  })
})
