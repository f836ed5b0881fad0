import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../src/diagnostics/code-frame.js'
import { displayWidth, printable } from '../../src/diagnostics/printable.js'

const at = (line: number, column: number, endColumn = column, endLine = line) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

describe('codeFrame', () => {
  it('marks what is meant', () => {
    expect(codeFrame('title: A\r\npublished: 2026\r\n', at(2, 12, 16))).toEqual([
      '      2 | published: 2026',
      '        |            ^^^^',
    ])
  })

  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', end => {
    expect(codeFrame(['a', 'b', 'c'].join(end), at(3, 1, 2))[0]).toBe('      3 | c')
  })

  it('marks to the end of the line what goes on in the next', () => {
    expect(codeFrame('one two\nthree', at(1, 5, 3, 2))).toEqual(['      1 | one two', '        |     ^^^'])
  })

  it('marks a place at the end of a line, and beyond', () => {
    expect(codeFrame('abc', at(1, 4))[1]).toBe('        |    ^')
    expect(codeFrame('abc', at(1, 90))[1]).toBe('        |    ^')
  })

  it('shows nothing of a line that is empty or not there', () => {
    expect(codeFrame('a\n\nb', at(2, 1))).toEqual([])
    expect(codeFrame('a', at(9, 1))).toEqual([])
  })

  it('cuts a long line around the place', () => {
    const line = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`
    const [text, marks] = codeFrame(line, at(1, 5001, 5005))
    expect(text!.length).toBeLessThan(120)
    expect(text!.startsWith('      1 | …')).toBe(true)
    expect(text!.slice(marks!.indexOf('^'), marks!.lastIndexOf('^') + 1)).toBe('HERE')
  })

  it('stays under wide characters, marks, emoji and tabs', () => {
    for (const before of ['漢字', 'e\u0301', '😀', '\t', 'ｆｕｌｌ']) {
      const [text, marks] = codeFrame(`${before}X`, at(1, before.length + 1, before.length + 2))
      expect(displayWidth(text!.slice(0, text!.indexOf('X')))).toBe(marks!.indexOf('^'))
    }
  })
})

describe('printable', () => {
  it('shows what could drive a terminal or turn its text', () => {
    expect(printable('a\u001B[2Jb\u0007\u202Ec\u2066d\u009B')).toBe('a<001B>[2Jb<0007><202E>c<2066>d<009B>')
    expect(printable('half \uD800 pair')).toBe('half <D800> pair')
    expect(printable('plain “words” — 漢字')).toBe('plain “words” — 漢字')
  })
})
