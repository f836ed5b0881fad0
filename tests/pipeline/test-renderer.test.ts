import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/article/text.js'
import { defineRenderer } from '../../src/plugin.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { jsonldRenderer } from '../../src/renderers/jsonld/index.js'
import type { ArticleRenderer } from '../../src/renderers/renderer.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { testRenderer } from '../../src/testing/test-renderer.js'

function renderer(render: ArticleRenderer<object>['render']): ArticleRenderer<object> {
  return defineRenderer({
    name: 'plain',
    description: 'Plain text',
    scope: 'article',
    extension: '.txt',
    mediaType: 'text/plain',
    options: () => ({}),
    render,
  })
}

const named = { mediaType: 'text/plain', extension: '.txt' }

describe('testRenderer', () => {
  it.each([htmlRenderer, jsonldRenderer, rssRenderer])('passes $name', async built => {
    expect(await testRenderer(built)).toEqual([])
  })

  it('passes a renderer that writes the running text', async () => {
    expect(await testRenderer(renderer(async article => ({ body: plainText(article), ...named })))).toEqual([])
  })

  it('names what was lost, and in which article', async () => {
    const lossy = renderer(async article => ({
      body: plainText({ children: article.children.filter(node => node.type !== 'table') }),
      ...named,
    }))
    expect(await testRenderer(lossy)).toContain('table: the words "Port" are lost')
  })

  it('hears of a throw, of other bytes, of a changed article and of another media type', async () => {
    let count = 0
    const bad = renderer(async article => {
      article.meta.title = 'Changed'
      if (article.children.some(node => node.type === 'embed')) throw new RangeError('no embeds')
      return { body: `${plainText(article)}${count++}`, mediaType: 'text/html', extension: '.txt' }
    })
    const failures = await testRenderer(bad)
    expect(failures).toContain('embed: it threw RangeError: no embeds')
    expect(failures).toContain('paragraph: the second rendering has other bytes')
    expect(failures).toContain('paragraph: the article was changed')
    expect(failures).toContain('paragraph: `mediaType` is "text/html" in the output and "text/plain" before')
  })

  it('asks for the words of an output that is no text', async () => {
    const binary = renderer(async () => ({ body: new Uint8Array([1, 2]), ...named }))
    expect(await testRenderer(binary)).toContain(
      'paragraph: words were not compared: the output is no text; give `textOf`',
    )
    expect(await testRenderer(binary, { words: false })).toEqual([])
  })
})
