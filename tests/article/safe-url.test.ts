import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCanonical, isSafeUrl, safeUrl } from '../../src/article/safe-url.js'

describe('safeUrl', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['  http://example.org ', 'http://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+4122', 'tel:+4122'],
    ['#notes', '#notes'],
  ])('lets %j be followed', (address, url) => {
    expect(safeUrl(address)).toBe(url)
    expect(isSafeUrl(url)).toBe(true)
  })
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
    '',
    '#',
    'page.html',
    '//host',
  ])('lets %j not be followed', address => {
    expect(safeUrl(address)).toBeUndefined()
    expect(isSafeUrl(address)).toBe(false)
  })
  it('resolves against the address of the article', () => {
    expect(safeUrl('../b', 'https://example.org/x/a')).toBe('https://example.org/b')
    expect(safeUrl('//host/b', 'https://example.org/x/a')).toBe('https://host/b')
    expect(safeUrl('javascript:x', 'https://example.org/')).toBeUndefined()
  })

  it('takes white space off both ends and leaves what stands between', () => {
    const space = ' '.repeat(100_000)
    expect(safeUrl(`\u0000 https://example.org/a${space}b \u001f`)).toBe(
      `https://example.org/a${space.replaceAll(' ', '%20')}b`,
    )
    expect(safeUrl(space)).toBeUndefined()
  })
})

describe('isCanonical', () => {
  it('lets pass what the parser of addresses would make of it, and nothing else', () => {
    const signs = 'a B 7 - . .. / ? # % ~ xn--a org @ : & = + , ; $ _ é 0x7'.split(' ')
    const words = (most: number) =>
      fc.array(fc.constantFrom(...signs, ' '), { maxLength: most }).map(all => all.join(''))
    const scheme = fc.constantFrom('http', 'https', 'HTTP')
    let seen = 0
    fc.assert(
      fc.property(scheme, words(3), words(6), (before, host, rest) => {
        const address = `${before}://${host}.org/${rest}`
        if (!isCanonical(address)) return
        seen++
        expect(new URL(address).href).toBe(address)
      }),
      { numRuns: 3_000, seed: 7 },
    )
    expect(seen).toBeGreaterThan(50)
  })
})
