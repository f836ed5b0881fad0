import { beforeAll, describe, expect, test } from 'vitest'
import { textFlow } from '../../../src/renderers/pdf/build/blocks.js'
import { fontEngine } from '../../../src/renderers/pdf/fonts/engine.js'
import { FontNeeds, openFaces } from '../../../src/renderers/pdf/fonts/font-set.js'
import type { Glyphs } from '../../../src/renderers/pdf/fonts/glyphs.js'
import { fitHeading } from '../../../src/renderers/pdf/layout/fit-heading.js'
import type { Flow, ItemFlow } from '../../../src/renderers/pdf/layout/flow.js'
import { breakLines, LineBreaker } from '../../../src/renderers/pdf/layout/knuth-plass.js'
import { layOut } from '../../../src/renderers/pdf/layout/lay-out.js'
import type { Line } from '../../../src/renderers/pdf/layout/line.js'
import { baselineOf, lineBox } from '../../../src/renderers/pdf/layout/line-box.js'
import { type ParagraphWish, setParagraph } from '../../../src/renderers/pdf/layout/paragraph.js'
import type { Box } from '../../../src/renderers/pdf/layout/vertical.js'
import { fillItems } from '../../../src/renderers/pdf/text/fill-items.js'
import { type Hyphenator, loadHyphenator } from '../../../src/renderers/pdf/text/hyphenate.js'
import { Items } from '../../../src/renderers/pdf/text/items.js'
import { type Shaper, shapeSpans } from '../../../src/renderers/pdf/text/shape-spans.js'
import { StyleSheet, type TextStyle } from '../../../src/renderers/pdf/text/text-style.js'
import type { Tokens } from '../../../src/renderers/pdf/text/tokens.js'
import { LINE_BREAK, WORD } from '../../../src/renderers/pdf/text/tokens.js'
import { checkoutHost, shippedTemplate } from '../../support/pdf-context.js'

const prose =
  'Shops on the largest island sold their last fresh milk on Tuesday. A cargo plane chartered by the county landed with ' +
  'medicine and three thousand letters, and left again with eleven patients and a school orchestra. The transport ' +
  'minister offered on Monday to waive the harbour fee for a month. The offer came with a letter that blamed the finance ' +
  'ministry for the closure, and the finance ministry answered the letter rather than the offer.'

let shaper: Shaper
let style: TextStyle
let hyphenator: Hyphenator

beforeAll(async () => {
  const sheet = new StyleSheet(await shippedTemplate('briefing'))
  style = sheet.text(sheet.style('body'), 'en-GB')
  const needs = new FontNeeds()
  needs.add(prose, style)
  needs.add('éα漢', style)
  shaper = {
    faces: await openFaces(await fontEngine(checkoutHost()), sheet, needs),
    direction: 'ltr',
    missing: () => undefined,
  }
  hyphenator = (await loadHyphenator('en-GB'))!
})

function set(text: string, wish: Partial<ParagraphWish> = {}): Line[] {
  const tokens = shapeSpans([{ text, style, tag: 'Layout' }], shaper)
  return setParagraph(tokens, {
    width: 300,
    align: 'justify',
    rtl: false,
    firstLine: 0,
    balance: false,
    hyphenator,
    ...wish,
  })
}

const fragments = ({ placed: { rows, from, to } }: Line) => rows.fragment.slice(from, to)
const words = (line: Line) =>
  fragments(line)
    .map(fragment => fragment.source)
    .join('')
const read = (lines: readonly Line[]) =>
  lines
    .map(words)
    .join('')
    .replace(/\u00ad/g, '')
    .trim()

interface Breaking {
  width: number
  indent: number
  tolerance: number
  hyphenator: Hyphenator
  /** Every word is asked for its hyphens, whether a line may end in it or not. */
  asksAll: boolean
}

/** Returns where a justified paragraph is broken, each place with its hyphen; nothing where it cannot be. */
function breaksOf(tokens: Tokens, { width, indent, tolerance, hyphenator, asksAll }: Breaking): string[] | undefined {
  const items = new Items()
  const letterSpacing = 0.02
  const wish = { justify: true, indent, measure: width, letterSpacing, divides: 'all', hyphenator } as const
  const line = { width, inset: 0, insetLines: 0, lineStretch: 0, letterSpacing, shortest: 20, tolerance }
  const breaker = new LineBreaker(items, line)
  const filled = fillItems(items, tokens, wish, asksAll ? undefined : breaker)
  const breaks = asksAll ? breakLines(items, line) : filled ? breaker.breaks() : undefined
  return breaks?.map(at => items.widthBefore[at]!.toFixed(6) + items.hyphen[at])
}

describe('a justified paragraph', () => {
  test.each([391, 250, 160, 90])('loses no letter and fills its lines at %i points', width => {
    const lines = set(prose, { width })
    expect(read(lines)).toBe(prose)
    for (const line of lines.slice(0, -1)) expect(line.left + line.width).toBeLessThan(width + 0.1)
  })

  test('fills every line but the last to the edge', () => {
    for (const line of set(prose).slice(0, -1)) expect(line.width).toBeCloseTo(300, 2)
  })

  test.each([
    ['justify', [-1, 0, 1]],
    // Ragged lines are as full as they can be.
    ['start', [0, 1]],
  ] as const)('is set in a line more or less, or not at all: %s', (align, wanted) => {
    const found = new Set<number>()
    for (let width = 110; width < 310; width += 5) {
      const { length } = set(prose, { width, align })
      for (const more of [-1, 1]) {
        const lines = set(prose, { width, align, lines: length + more })
        found.add(lines.length === 0 ? 0 : lines.length - length)
        if (lines.length > 0) expect(read(lines)).toBe(prose)
        for (const line of lines.slice(0, -1))
          expect(line.width / width).toBeGreaterThan(align === 'justify' ? 0.999 : 0.74)
      }
    }
    expect([...found].sort((a, b) => a - b)).toEqual(wanted)
  })

  test('keeps the space at the end of a line, so that words stay apart when read', () => {
    const [first] = set(prose)
    expect(words(first!)).toMatch(/ $|\u00ad$/)
  })

  test('does not end in a lone short word where it can be helped', () => {
    for (const width of [280, 290, 300, 310, 320]) {
      const last = set(prose, { width }).at(-1)!
      expect(last.width).toBeGreaterThan(30)
    }
  })

  test('has no hyphen before its last line where it can be helped', () => {
    for (const width of [300, 330, 360, 391, 430]) expect(set(prose, { width }).at(-2)!.hyphenated).toBe(false)
  })

  test('is set ragged in a measure of hardly more than a word', () => {
    const lines = set(prose, { width: 60 })
    expect(lines.slice(0, -1).some(line => line.width < 50)).toBe(true)
    expect(read(lines)).toBe(prose)
  })

  test('is set ragged where an address leaves a line one space to fill it, and puts no hyphen into that', () => {
    const address = 'https://review.example/cities/budget/data?year=2025&unit=works_department_total_asked'
    const widths = Array.from({ length: 20 }, (_, at) => 340 + 5 * at)
    for (const width of widths) {
      const [first] = set(`See ${address} for the figures, and for the damage what appendix C says.`, { width })
      expect(first!.hyphenated).toBe(false)
      expect(first!.spaceRatio).toBeLessThan(4.01)
    }
  })

  test('is set as if every word had been asked for its hyphens where words are kept with those before them', () => {
    const kept =
      prose.replace(/ (a|the|of|in|to) /g, ' $1\u00a0') +
      ' the\u00a0internationalisation of\u00a0responsibilities'.repeat(6)
    const tokens = shapeSpans([{ text: kept, style, tag: 'Layout' }], shaper)
    const broken = (width: number, tolerance: number, asksAll: boolean) =>
      breaksOf(tokens, { width, indent: 0, tolerance, hyphenator, asksAll })
    for (let width = 90; width <= 160; width += 2)
      for (const tolerance of [1.3, 3, 8])
        expect(broken(width, tolerance, false)).toEqual(broken(width, tolerance, true))
  })

  test.each([430, 250, 160, 110])('is set as if every word had been asked for its hyphens, at %i points', width => {
    const asked = new Set<string>()
    const counting = (word: string) => {
      asked.add(word)
      return hyphenator(word)
    }
    const tokens = shapeSpans([{ text: prose, style, tag: 'Layout' }], shaper)
    const broken = (hyphenator: Hyphenator, asksAll: boolean) =>
      breaksOf(tokens, { width, indent: 14, tolerance: 1.5, hyphenator, asksAll })
    const found = broken(counting, false)
    if (width > 200) expect(found).toBeDefined()
    expect(found).toEqual(broken(hyphenator, true))
    if (width > 400) expect(asked.size).toBeLessThan(20)
  })

  test('has at most two hyphens in a row', () => {
    const lines = set(`${prose} ${prose} ${prose}`, { width: 200 })
    expect(lines.map(line => (line.hyphenated ? '-' : '.')).join('')).not.toContain('---')
    expect(lines.some(line => line.hyphenated)).toBe(true)
  })

  test('counts the hyphens of compounds among them', () => {
    const names = 'Abernathy-Wright wrote an after-dinner, half-hearted and well-meaning reply to the vice-chancellor; '
    const text = `${names}${prose} ${names.repeat(3)}`
    for (let width = 110; width <= 260; width += 10) {
      const ends = set(text, { width }).map(line => (/[-\u00ad]$/.test(words(line)) ? '-' : '.'))
      expect(ends.join(''), `${width} points`).not.toContain('---')
    }
  })
})

describe('other settings', () => {
  test('a balanced head has lines about equally long', () => {
    const lines = set('Two ministries trade blame as ferry line stays shut for a second week', {
      align: 'start',
      balance: true,
      width: 260,
    })
    const widths = lines.map(line => line.width)
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75)
  })

  test('a balanced head ends its lines with sentences where they fit', () => {
    const lines = set('It was offered as a gift. It came with an invoice.', {
      align: 'start',
      balance: true,
      width: 220,
    })
    expect(lines.map(line => words(line).trim())).toEqual(['It was offered as a gift.', 'It came with an invoice.'])
  })

  test('a ragged paragraph divides by the language only a word wider than the measure', () => {
    const wish = { align: 'start', width: 150 } as const
    const lines = set(`internationalisation of administrative antidisestablishmentarianism`, { ...wish, width: 110 })
    expect(lines.filter(line => line.hyphenated).length).toBeGreaterThan(0)
    for (const line of lines) if (!line.hyphenated) expect(words(line)).toMatch(/ $|m$/)
    expect(set(prose, wish).some(line => line.hyphenated)).toBe(false)
    expect(read(lines)).toBe('internationalisation of administrative antidisestablishmentarianism')
  })

  test('a paragraph that cannot be justified divides words only where its lines would be torn', async () => {
    const text =
      'Sosiaaliturvajärjestelmän uudistamisvaliokunta julkisti väliraporttinsa, jossa ehdotetaan ' +
      'toimeentulotukihakemusten käsittelyaikojen lyhentämistä.'
    const wish = { width: 143, hyphenator: (await loadHyphenator('fi'))! }
    const lines = set(text, wish)
    const undivided = set(text, { ...wish, align: 'start' })
    const blank = (all: Line[]) => Math.max(...all.slice(0, -1).map(line => 1 - line.width / wish.width))
    expect(undivided.some(line => line.hyphenated)).toBe(false)
    expect(blank(undivided)).toBeGreaterThan(0.25)
    expect(blank(lines)).toBeLessThan(0.25)
    expect(lines.slice(0, -1).some(line => line.width < 130)).toBe(true)
    expect(lines.map(line => (line.hyphenated ? '-' : '.')).join('')).not.toContain('---')
    expect(read(lines)).toBe(text)
  })

  test('a word beside a drop cap is divided where it fits no line, as if its first letter stood with it', async () => {
    const german = (await loadHyphenator('de'))!
    const text = 'onaudampfschifffahrtsgesellschaft'
    const span = { text, style, tag: 'Layout', verbatim: true, before: 'D' } as const
    const setTo = (width: number) => {
      const wish = { width, align: 'justify', rtl: false, firstLine: 0, balance: false, hyphenator: german } as const
      return setParagraph(shapeSpans([span], shaper), wish)
    }
    const [first, second, ...others] = setTo(130)
    expect(first!.hyphenated).toBe(true)
    expect(german(`D${text}`)).toContain(words(first!).length)
    expect(words(first!).slice(0, -1) + words(second!)).toBe(text)
    expect(others).toEqual([])
    expect(setTo(400)).toHaveLength(1)
  })

  test('a heading takes a step down for a word that no rule divides, and only for that', () => {
    const flow = (text: string) =>
      textFlow([{ text, style: { ...style, size: 24, leading: 28 }, tag: 'Layout' }], {}, { rtl: false })
    const whole = { shaper, hyphenator: () => undefined, frameHeight: 500 }
    const divided = { ...whole, hyphenator: () => hyphenator }
    const sizes = (fitted: ReturnType<typeof flow>) => fitted.spans.map(span => span.style.size)
    const long = flow('internationalisation Q')
    const widest = set('internationalisation', { align: 'start', width: 1000 })[0]!.width * (24 / style.size)
    expect(sizes(fitHeading(long, widest + 1, whole))).toEqual([24])
    expect(sizes(fitHeading(long, widest * 0.9, whole))[0]).toBeCloseTo(24 * 0.9, 1)
    expect(sizes(fitHeading(long, widest * 0.5, whole))).toEqual([18])
    expect(sizes(fitHeading(long, widest * 0.5, divided))).toEqual([24])
  })

  test('an item has its markers also where its paragraph is set a line longer, again and again', () => {
    const span = (text: string) => ({ text, style, tag: 'Layout' }) as const
    const item = (marker: string, child: Flow): ItemFlow => ({
      ...{ t: 'item', before: 0, after: 0, indent: 12, markerAtEnd: false, rtl: false },
      ...{ marker: [span(marker)], children: [child] },
    })
    const flow = item('1.', item('2.', textFlow([span(prose)], { align: 'start' }, { rtl: false })))
    const context = {
      shaper,
      hyphenator: () => hyphenator,
      frameHeight: 500,
      across: { column: 0, figure: () => [], text: () => [] },
    }
    const [first] = layOut([flow], 0, 240, context) as [Box]
    const textOf = ({ ops }: Box) =>
      ops.map(op => (op.k === 'text' ? op.placed.rows.fragment[op.placed.from]!.source : ''))
    expect(textOf(first)).toEqual(['Shops', '2.', '1.'])
    for (let time = 0; time < 2; time++) {
      const longer = first.paragraph!.longer()!
      expect(longer.length).toBe(first.paragraph!.count + 2)
      expect(textOf(longer[0] as Box)).toEqual(['Shops', '2.', '1.'])
    }
  })

  test('a word that is cut fills its lines', () => {
    const lines = set(`Inline ${'y'.repeat(150)} code.`, { width: 250 })
    for (const line of lines.slice(0, -1)) expect(line.width).toBeGreaterThan(240)
  })

  test.each([30, 2000])('a word wider than the measure is cut, not lost: of ten times %i letters', times => {
    const word = 'abcdefghij'.repeat(times)
    const lines = set(`before ${word} after`, { width: 120 })
    expect(read(lines).replace(/\s/g, '')).toBe(`before${word}after`)
    for (const line of lines) expect(line.left + line.width).toBeLessThan(120.5)
  })

  test('ligatures are set, and given up where a hyphen parts them', () => {
    const [line] = set('office', { align: 'start' })
    expect(fragments(line!)[0]!.glyphs.count).toBeLessThan(6)
  })

  test('a line that the source ends has no space at its end, whoever wrote that', () => {
    const spans = [
      { text: 'ab ', style, tag: 'Layout' as const },
      { text: '', style, tag: 'Layout' as const, kind: 'lineBreak' as const },
      { text: ' ', style, tag: 'Layout' as const, kind: 'lineBreak' as const },
      { text: ' cd ', style, tag: 'Layout' as const },
    ]
    const { kind, fragment } = shapeSpans(spans, shaper)
    expect(kind).toEqual([WORD, LINE_BREAK, LINE_BREAK, WORD])
    expect(fragment.map(({ source }) => source).join('')).toBe('ab  cd')
  })

  test('a soft hyphen divides nothing before letters, behind them or without any', () => {
    const tokens = shapeSpans([{ text: '\u00ad \u00adhall hall\u00ad hal\u00adle', style, tag: 'Layout' }], shaper)
    expect(tokens.fragment.flatMap(({ source, division }) => (division ? [[source, division.points]] : []))).toEqual([
      ['halle', [3]],
    ])
  })

  test('a picture takes the room in its line that it is wide', () => {
    const picture = { picture: { index: 0, width: 10, height: 10 }, width: 57, height: 10, alt: 'A flag' }
    const tokens = shapeSpans(
      [
        { text: 'a', style, tag: 'Layout' },
        { text: ' ', style, tag: 'Layout', kind: 'picture', picture },
        { text: 'b', style, tag: 'Layout' },
      ],
      shaper,
    )
    const [line] = setParagraph(tokens, { width: 300, align: 'start', rtl: false, firstLine: 0, balance: false })
    const { rows, from, to } = line!.placed
    expect(to - from).toBe(3)
    expect(rows.x[from + 2]! - rows.x[from + 1]!).toBeCloseTo(57)
  })

  test('punctuation hangs out at the edge', () => {
    const [line] = set('“Quoted words begin a line', { align: 'start' })
    expect(line!.placed.rows.x[line!.placed.from]).toBeLessThan(0)
  })

  test('is the same where its columns grow in the midst of it', () => {
    const wish = { justify: true, indent: 9, measure: 300, widest: 300, letterSpacing: 0.015, tolerance: 1 } as const
    // They grow in a word, at a space that is kept, and in each of what ends a paragraph.
    for (let at = 0; at < 40; at++) {
      const text = `${'way '.repeat(230 + at)}${'under\u00a0way '.repeat(at % 4)}way`
      const tokens = shapeSpans([{ text, style, tag: 'Layout' }], shaper)
      const items = new Items()
      const measures = () => {
        fillItems(items, tokens, { ...wish, divides: 'none' })
        return [items.width, items.stretch, items.cost].map(column => [...column.subarray(0, items.count)])
      }
      expect(measures()).toEqual(measures())
    }
  })

  test('words shaped together are set as each alone', () => {
    const face = shaper.faces.of(style)
    const wish = { rtl: false, script: 'Latn', language: 'en', features: ['onum'] }
    const texts = ['office,', 'Wave', '1984']
    const [second] = face.shapeWords([texts[1]!], wish, 'together')
    const together = face.shapeWords(texts, wish, 'together')
    expect(rowsOf(together[1]!)).toEqual(rowsOf(second!))
    texts.forEach((text, index) => {
      const alone = face.shape({ ...wish, text }, 'alone')
      expect(rowsOf(together[index]!)).toEqual(rowsOf(alone))
      expect(together[index]!.width).toBe(alone.width)
    })
  })
})

/** What a font says of each glyph of a shaped text. */
function rowsOf(glyphs: Glyphs): number[][] {
  return Array.from({ length: glyphs.count }, (_, i) => [
    glyphs.gid(i),
    glyphs.cluster(i),
    glyphs.advance(i),
    glyphs.dx(i),
    glyphs.dy(i),
  ])
}

describe('the lines of a paragraph', () => {
  test('stand evenly, whatever script or face one of them begins with', () => {
    const lines = set(`漢 ${prose}`)
    const plain = set(prose)
    expect(baselineOf(lines.slice(0, 1), 15)).toBe(baselineOf(plain, 15))
    const [first, second] = lines.map(line => lineBox(line, 0, 15, baselineOf(lines, 15)).baseline)
    expect(first).toBe(second)
    // A line of that script alone stands by its own type.
    expect(baselineOf(set('漢漢漢'), 15)).not.toBe(first)
  })

  test('are ragged in scripts that part no words, for few of their lines could be filled evenly', () => {
    const flow = (language: string) =>
      textFlow([{ text: 'a', style: { ...style, language }, tag: 'Layout' }], { align: 'justify' }, { rtl: false })
    expect(['th', 'km-KH', 'en', 'ja'].map(language => flow(language).align)).toEqual([
      'start',
      'start',
      'justify',
      'justify',
    ])
  })
})
