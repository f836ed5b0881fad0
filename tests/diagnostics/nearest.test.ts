import { describe, expect, it } from 'vitest'
import { nearest, suggestion } from '../../src/diagnostics/nearest.js'

describe('nearest', () => {
  it.each([
    ['pfd', 'pdf'],
    ['docs', 'docx'],
    ['json-ld', 'jsonld'],
    ['JSONLD', 'jsonld'],
    ['rs', 'rss'],
    ['tempate', 'template'],
    ['x', undefined],
    ['spreadsheet', undefined],
    ['', undefined],
  ])('%j means %j', (word, meant) => {
    expect(nearest(word, ['pdf', 'docx', 'rss', 'jsonld', 'template'])).toBe(meant)
  })

  it('is not slow over long words', () => {
    expect(nearest('a'.repeat(100_000), ['pdf'])).toBeUndefined()
  })

  it('lists what is known where nothing is near', () => {
    expect(suggestion('epub', ['pdf', 'rss'])).toBe('known are `pdf`, `rss`')
  })
})
