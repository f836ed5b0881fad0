import { describe, expect, test } from 'vitest'
import { withSomeAcross } from '../../../src/renderers/pdf/layout/across-columns.js'
import { fillPages } from '../../../src/renderers/pdf/layout/fill-pages.js'
import { measure } from '../../../src/renderers/pdf/layout/measures.js'
import { citedBy } from '../../../src/renderers/pdf/layout/notes.js'
import type { PagePlan, PageWish } from '../../../src/renderers/pdf/layout/page-plan.js'
import { type Box, FORBIDDEN, type Panel, type Vert, WIDOW_COST } from '../../../src/renderers/pdf/layout/vertical.js'
import type { FootnoteAnchor } from '../../../src/renderers/pdf/text/span.js'

/** A page of 100 points; each line has 10 and paints its name. */
const line = (name: string, notes: FootnoteAnchor[] = []): Box => ({
  t: 'box',
  height: 10,
  baseline: 8,
  ops: [{ k: 'place', y: 0, name }],
  notes,
})
const end = (cost = 0): Vert => ({ t: 'break', cost })

function paragraph(name: string, count: number): Vert[] {
  return Array.from({ length: count }, (_, index): Vert[] => {
    const cost = (index === 0 ? WIDOW_COST : 0) + (index === count - 2 ? WIDOW_COST : 0)
    return index < count - 1 ? [line(`${name}${index + 1}`), end(cost)] : [line(`${name}${index + 1}`)]
  }).flat()
}

const wish = (notes: { [number: number]: Vert[] } = {}): PageWish => ({
  frame: () => ({ x: 0, y: 0, width: 100, height: 100 }),
  leading: 10,
  columnGap: 10,
  note: anchor => notes[anchor.number]!,
  noteGap: 4,
  noteRule: { width: 20, thickness: 1, colour: '#000000', distance: 5 },
  rtl: false,
})
const segment = (verts: Vert[], columns = 1) => ({ columns, verts, before: 0, after: 0 })

function fill(verts: Vert[], notes: { [number: number]: Vert[] } = {}): string[][] {
  return fillPages([segment(verts)], wish(notes)).map(names)
}

const names = (plan: PagePlan) => plan.content.flatMap(op => (op.k === 'place' ? [op.name] : []))

describe('pages', () => {
  test('are filled to the last line that fits', () => {
    expect(fill(Array.from({ length: 25 }, (_, i) => [line(`l${i}`), end()]).flat()).map(page => page.length)).toEqual([
      10, 10, 5,
    ])
  })

  test('have no widow and no orphan', () => {
    const pages = fill([...paragraph('a', 7), end(), ...paragraph('b', 4), end(), ...paragraph('c', 9)])
    for (const page of pages) {
      expect(page.at(-1)).not.toMatch(/[abc]1$/)
      expect(page[0]).not.toMatch(/a7|b4|c9/)
    }
    expect(pages.flat()).toHaveLength(20)
  })

  test('never end with a heading', () => {
    const pages = fill([...paragraph('a', 9), end(), line('heading'), end(FORBIDDEN), ...paragraph('b', 6)])
    expect(pages[0]!.at(-1)).toBe('a9')
    expect(pages[1]![0]).toBe('heading')
  })

  test('take a chain that may not be broken although it is longer than a page', () => {
    const chain = Array.from({ length: 15 }, (_, i) => [line(`x${i}`), end(FORBIDDEN)]).flat()
    expect(fill(chain).flat()).toHaveLength(15)
  })

  test('take a box taller than themselves', () => {
    const tall: Box = { ...line('tall'), height: 300 }
    expect(fill([line('a'), end(), tall, end(), line('b')])).toEqual([['a'], ['tall'], ['b']])
  })

  test('drop space at their head and keep it between blocks', () => {
    const skip: Vert = { t: 'skip', height: 15 }
    const pages = fill([
      ...Array.from({ length: 10 }, (_, i) => [line(`l${i}`), end()]).flat(),
      skip,
      ...paragraph('b', 10),
    ])
    expect(pages.map(page => page.length)).toEqual([10, 10])
  })
})

describe('footnotes', () => {
  const note = (name: string, lines: number) => paragraph(name, lines)

  test('stand on the page of their reference', () => {
    const verts = [...paragraph('a', 8), end(), line('ref', [{ number: 1 }]), end(), ...paragraph('b', 3)]
    const pages = fill(verts, { 1: note('n', 2) })
    expect(pages[1]).toContain('ref')
    expect(pages[1]).toEqual(expect.arrayContaining(['n1', 'n2']))
  })

  test('are divided only where they are too long, and lose no line', () => {
    const verts = [line('ref', [{ number: 1 }]), end(), ...paragraph('b', 3)]
    const pages = fill(verts, { 1: note('n', 23) })
    expect(pages[0]![0]).toBe('ref')
    expect(pages.flat().filter(name => name.startsWith('n'))).toHaveLength(23)
    expect(pages.flat().filter(name => name.startsWith('b'))).toHaveLength(3)
  })

  test('stand whole below a short text rather than divided below a long one', () => {
    const tall: Vert[] = [line('n1'), end(), { ...line('n2'), height: 70 }]
    const verts = [line('ref', [{ number: 1 }]), ...Array.from({ length: 20 }, (_, i) => [end(), line(`l${i}`)]).flat()]
    expect(fill(verts, { 1: tall }).map(page => page.length)).toEqual([3, 10, 10])
  })

  test('bring those that they cite themselves', () => {
    const inner: Vert[] = [line('outer', [{ number: 2 }])]
    const pages = fill([line('ref', [{ number: 1 }])], { 1: inner, 2: [line('inner')] })
    expect(pages).toEqual([['ref', 'outer', 'inner']])
  })
})

describe('panels', () => {
  const panel: Panel = {
    x: 0,
    width: 100,
    background: '#eeeeee',
    bleed: 0,
    repeat: { height: 10, ops: [{ k: 'rule', x: 0, y: 0, width: 1, height: 1, colour: '#000000', tag: 'Background' }] },
  }

  test('go on over pages, with their head repeated as an artifact', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [line(`r${i}`), end()]).flat()
    const plans = fillPages([segment([{ t: 'open', panel }, ...rows, { t: 'close', panel }])], wish())
    expect(plans.map(plan => plan.under.length)).toEqual(plans.map(() => 1))
    expect(plans.map(plan => plan.content.filter(op => op.k === 'rule').length)).toEqual([0, 1, 1])
    expect(plans.flatMap(names)).toHaveLength(20)
  })
})

describe('floats', () => {
  const float = (name: string, height: number): Vert => ({
    t: 'float',
    waiting: 350,
    give: 0,
    before: 0,
    after: 0,
    gap: 0,
    height,
    verts: [{ ...line(name), height }],
  })

  test('stand where they are named if there is room', () => {
    expect(fill([...paragraph('a', 3), end(), float('figure', 40), end(), ...paragraph('b', 3)])).toEqual([
      ['a1', 'a2', 'a3', 'figure', 'b1', 'b2', 'b3'],
    ])
  })

  test('wait for the next page, in their order, while the text goes on', () => {
    const verts = [...paragraph('a', 5), end(), float('f', 60), end(), float('g', 20), end(), ...paragraph('b', 9)]
    const pages = fill(verts)
    expect(pages[0]).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3', 'b4', 'b5'])
    expect(pages[1]![0]).toBe('f')
    expect(pages[1]).toContain('g')
  })

  test('that wait together share the next page, one at its head and one at its foot', () => {
    const verts = [...paragraph('a', 5), end(), float('f', 60), end(), float('g', 20), end(), ...paragraph('b', 19)]
    expect(fill(verts)[1]).toEqual(['f', 'b6', 'b7', 'g'])
  })

  test('cross no heading of their section, though the page stays short', () => {
    const section: Vert = { t: 'section', rank: 1 }
    const verts = [
      ...[section, ...paragraph('a', 5), end(), float('f', 60), end(), ...paragraph('b', 2), end()],
      ...[section, line('heading'), end(FORBIDDEN), ...paragraph('c', 8)],
    ]
    const order = fill(verts).flat()
    expect(order.indexOf('f')).toBeLessThan(order.indexOf('heading'))
  })
})

describe('columns', () => {
  const columns = (verts: Vert[]) => fillPages([segment(verts, 2)], wish())

  test('are filled one after the other, the last ones about equally long', () => {
    const [first, last] = columns(Array.from({ length: 33 }, (_, i) => [line(`l${i}`), end()]).flat())
    expect(names(first!)).toHaveLength(20)
    const heads = last!.content.filter(op => op.k === 'place' && op.y === 0)
    expect(heads.map(op => op.k === 'place' && op.name)).toEqual(['l20', 'l27'])
  })

  test('go on below a full-width block, whose page they share', () => {
    const lines = (name: string) => Array.from({ length: 6 }, (_, i) => [line(`${name}${i}`), end()]).flat()
    const [page, ...others] = fillPages(
      [segment(lines('a'), 2), segment([line('wide')]), segment(lines('b'), 2)],
      wish(),
    )
    expect(others).toEqual([])
    const tops = page!.content.flatMap(op => (op.k === 'place' ? [[op.name, op.y]] : []))
    expect(tops).toContainEqual(['a3', 0])
    expect(tops).toContainEqual(['wide', 30])
    expect(tops).toContainEqual(['b3', 40])
  })
})

describe('floats across the columns', () => {
  const lines = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => [line(`${name}${i}`), end()]).flat()
  const wide = (name: string, height: number, stays = false): Vert => ({
    t: 'wide',
    float: { height, before: 0, after: 0, verts: [{ ...line(name), height }], stays },
  })
  const section: Vert = { t: 'section', rank: 1 }
  const placed = (plans: readonly PagePlan[]) =>
    plans.flatMap(({ content }, page) => content.flatMap(op => (op.k === 'place' ? [{ page, ...op }] : [])))
  const spot = (plans: readonly PagePlan[], name: string) => placed(plans).find(op => op.name === name)!

  test.each([3, 25, 33, 44])('stand at the head or the foot of the page on which they are named: line %i', at => {
    const verts = [...lines('a', at), wide('figure', 30), ...lines('b', 60 - at)]
    const plans = fillPages([segment(verts, 2)], wish())
    const { page, y } = spot(plans, 'figure')
    expect(page).toBe(spot(plans, `a${at - 1}`).page)
    expect([0, 70]).toContain(y)
    // Painted where they are named: who reads the page's words finds them in the article's order.
    const order = placed(plans).map(op => op.name)
    expect(order.indexOf('figure')).toBe(order.indexOf(`a${at - 1}`) + 1)
    expect(order).toHaveLength(61)
  })

  test('wait for the next page where this one has no room, and share a page as head and foot', () => {
    const named = [wide('f', 60), ...lines('b', 4), wide('g', 30)]
    const plans = fillPages(
      [segment([line('title')]), segment([...lines('a', 12), ...named, ...lines('c', 40)], 2)],
      wish(),
    )
    const [f, g] = [spot(plans, 'f'), spot(plans, 'g')]
    expect(f).toMatchObject({ page: 1, y: 0 })
    expect(g.page).toBeGreaterThanOrEqual(f.page - 1)
    expect([0, 60, 70]).toContain(g.y)
  })

  test('stand in their place where head, foot and next page all lie beyond their section', () => {
    const verts = [section, ...lines('a', 6), wide('figure', 30), section, ...lines('b', 40)]
    const plans = fillPages([segment([line('title')]), segment(verts, 2)], wish())
    expect(spot(plans, 'figure')).toMatchObject({ page: 0, y: 40 })
    expect(spot(plans, 'b0')).toMatchObject({ page: 0, y: 70 })
  })

  test('stand in their place where the columns would end far above them at the foot', () => {
    const verts = [section, ...lines('a', 4), wide('figure', 30), ...lines('b', 4), section, ...lines('c', 60)]
    const plans = fillPages([segment([line('title')]), segment(verts, 2)], wish())
    expect(spot(plans, 'figure')).toMatchObject({ page: 0, y: 30 })
    expect(spot(plans, 'c0')).toMatchObject({ page: 0 })
  })

  test('of a table never leave its page', () => {
    const verts = [...lines('a', 8), wide('table', 40, true), ...lines('b', 40)]
    const plans = fillPages([segment([line('title')]), segment(verts, 2)], wish())
    expect(spot(plans, 'table').page).toBe(spot(plans, 'a7').page)
  })

  describe('named below a heading', () => {
    const table = { ...line('table'), height: 30 }
    const headed = { verts: [line('heading'), table], count: 1, before: 0, after: 0 }
    const float: Vert = { t: 'wide', float: { height: 30, before: 0, after: 0, verts: [table], stays: true, headed } }
    const named = [section, line('heading'), float, end(FORBIDDEN)]

    test.each([3, 12, 25, 33, 44])('never stand above it: line %i', at => {
      const verts = [...lines('a', at), ...named, ...lines('b', 60 - at)]
      const plans = fillPages([segment([line('title')]), segment(verts, 2)], wish())
      const [above, below] = [spot(plans, 'heading'), spot(plans, 'table')]
      expect(below.page).toBe(above.page)
      expect(below.y).toBeGreaterThan(above.y)
      expect(placed(plans)).toHaveLength(63)
    })

    test('take it along across the columns where they stand in their place', () => {
      const verts = [...lines('a', 6), ...named, ...lines('b', 2), section, ...lines('c', 60)]
      const plans = fillPages([segment([line('title')]), segment(verts, 2)], wish())
      const [above, below] = [spot(plans, 'heading'), spot(plans, 'table')]
      expect(above).toMatchObject({ page: 0, y: 40 })
      expect(below).toMatchObject({ page: 0, y: 50 })
      expect(placed(plans)).toHaveLength(71)
    })
  })

  test('stand below the text on its last page', () => {
    const plans = fillPages([segment([...lines('a', 6), wide('figure', 30), ...lines('b', 4)], 2)], wish())
    expect([0, 50]).toContain(spot(plans, 'figure').y)
  })
})

test('words set across the columns stand off the figure below them, also at the head of a page', () => {
  const words: Box = {
    ...line('words'),
    paragraph: { count: 1, last: 1, longer: () => undefined, shorter: () => undefined, across: () => [line('words')] },
  }
  const figure: Vert = { t: 'wide', float: { height: 50, before: 16, after: 14, verts: [], stays: false } }
  const verts = [words, end(), figure]
  const notes = { notes: measure([]), cited: citedBy(verts, new Map()), spots: new Map(), noteHead: 0 }
  const [across] = withSomeAcross({ text: measure(verts), ...notes }, 0, 2)
  expect(across!.text.wides).toMatchObject([{ height: 10, after: 16, opens: true }, { height: 50 }])
})
