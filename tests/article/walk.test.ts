import { describe, expect, it } from 'vitest'
import type { Article, Paragraph } from '../../src/article/article.js'
import { article, figure, note, paragraph, strong, text } from '../../src/article/build.js'
import { mapArticle, stripPositions, visit } from '../../src/article/walk.js'

const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } }
const story: Article = {
  ...article({ image: { url: 'a.jpg', alt: '', caption: [{ ...text('Quay'), position }] } }, [
    { ...paragraph(['a ', strong('b'), note([paragraph('c')])]), position },
    figure({ url: 'b.png', alt: '' }, { caption: [{ ...text('d'), position }] }),
  ]),
  data: { places: { title: position } },
}

describe('visit', () => {
  it('enters captions and notes, parents first', () => {
    const seen: string[] = []
    visit(story, (node, ancestors) => void seen.push(`${'.'.repeat(ancestors.length)}${node.type}`))
    expect(seen).toEqual([
      'paragraph',
      '.text',
      '.strong',
      '..text',
      '.note',
      '..paragraph',
      '...text',
      'figure',
      '.text',
    ])
  })
  it('leaves out what the visitor skips', () => {
    const seen: string[] = []
    visit(story, node => {
      seen.push(node.type)
      return node.type === 'paragraph' ? 'skip' : undefined
    })
    expect(seen).toEqual(['paragraph', 'figure', 'text'])
  })
})

describe('mapArticle', () => {
  it('replaces, multiplies and drops nodes without changing the article', () => {
    const before = structuredClone(story)
    const mapped = mapArticle(story, node =>
      node.type === 'strong' ? node.children : node.type === 'note' ? undefined : node,
    )
    expect((mapped.children[0] as Paragraph).children.map(child => child.type)).toEqual(['text', 'text'])
    expect(story).toEqual(before)
  })
})

describe('stripPositions', () => {
  it('leaves no trace of the source, in captions neither', () => {
    expect(JSON.stringify(stripPositions(story))).not.toMatch(/position|places/)
    expect(stripPositions(stripPositions(story))).toEqual(stripPositions(story))
  })
})
