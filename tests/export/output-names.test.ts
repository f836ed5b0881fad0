import { describe, expect, it } from 'vitest'
import { folderNameOf, hasEnding, isFileName, refuseClashes, stemOf } from '../../src/export/output-names.js'
import type { RendererEntry } from '../../src/renderers/renderer.js'

describe('hasEnding', () => {
  const feed = { name: 'rss', extension: 'feed.xml' } as RendererEntry
  it.each(['feed.xml', 'news.XML', 'news.rss'])('knows %j as a feed', name => {
    expect(hasEnding(name, feed)).toBe(true)
  })
  it.each(['news', 'news.atom', 'rss'])('knows %j as none', name => {
    expect(hasEnding(name, feed)).toBe(false)
  })
})

describe('isFileName', () => {
  it.each(['story', 'The_Story-1', '2026.11.23', 'نص', 'ファイル', 'a b', 'constable'])('accepts %j', name => {
    expect(isFileName(name)).toBe(true)
  })

  it.each([
    '',
    '.',
    '..',
    '.hidden',
    'a/b',
    'a\\b',
    '../x',
    'C:x',
    'x\0y',
    'x\ny',
    'x.',
    'x ',
    'CON',
    'nul.txt',
    'lpt1',
    'a?',
    'a*',
    'é'.repeat(101),
  ])('refuses %j', name => {
    expect(isFileName(name)).toBe(false)
  })
})

describe('stemOf', () => {
  it.each([
    ['a.md', 'a'],
    ['a.b.md', 'a.b'],
    ['a.ninjs.json', 'a'],
    ['README', 'README'],
    ['index.md', 'index'],
    ['./index.md', 'index'],
    ['posts/pier/index.md', 'pier'],
    ['posts/_index.md', 'posts'],
    ['posts/pier/index.de.md', 'pier.de'],
    ['posts/pier/index.pt-br.md', 'pier.pt-br'],
    ['posts/pier/indexed.md', 'indexed'],
  ])('of %s is %s', (file, stem) => {
    expect(stemOf({ file, folder: '/x' })).toBe(stem)
  })

  it('of the standard input is "article"', () => {
    expect(stemOf({ file: '-' })).toBe('article')
  })
})

describe('folderNameOf', () => {
  it.each([
    ['content/posts/pier.md', 'posts'],
    ['content/posts/pier/index.md', 'posts'],
    ['pier.md', 'x'],
  ])('of %s is %s', (file, folder) => {
    expect(folderNameOf({ file, folder: '/x' })).toBe(folder)
  })

  it('of the standard input is none', () => {
    expect(folderNameOf({ file: '-' })).toBeUndefined()
  })
})

describe('refuseClashes', () => {
  it.each([
    ['/out/a.pdf', '/out/A.PDF'],
    ['/out/caf\u00E9.pdf', '/out/cafe\u0301.pdf'],
  ])('takes %j and %j for one', (one, two) => {
    const claims = [
      { path: one, from: 'x.md' },
      { path: two, from: 'y.md' },
    ]
    expect(() => refuseClashes(claims, [])).toThrow('`x.md` and `y.md` would both be written to')
  })

  it('keeps sources from being written over', () => {
    const claims = [{ path: '/in/a.json', from: 'a.md' }]
    expect(() => refuseClashes(claims, [{ file: 'A.json', folder: '/in' }])).toThrow('would take the place of `A.json`')
    expect(() => refuseClashes(claims, [{ file: 'a.md', folder: '/in' }])).not.toThrow()
  })
})
