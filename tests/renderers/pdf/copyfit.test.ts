import { expect, test } from 'vitest'
import { fillPages } from '../../../src/renderers/pdf/layout/fill-pages.js'
import type { PagePlan, PageWish } from '../../../src/renderers/pdf/layout/page-plan.js'
import { type Box, FORBIDDEN, type Vert, WIDOW_COST } from '../../../src/renderers/pdf/layout/vertical.js'

/** Pages of two columns, each 30 lines of 10 points high. */
const wish: PageWish = {
  frame: () => ({ x: 0, y: 0, width: 210, height: 300 }),
  leading: 10,
  columnGap: 10,
  note: () => [],
  noteGap: 4,
  noteRule: { width: 20, thickness: 1, colour: '#000000', distance: 5 },
  rtl: false,
}

const box = (name: string, height = 10): Box => ({
  t: 'box',
  height,
  baseline: 8,
  ops: [{ k: 'rule', x: 0, y: 0, width: 50, height: 1, colour: name, tag: 'Layout' }],
  notes: [],
})

function lines(name: string, count: number): Vert[] {
  const set: Vert[] = []
  for (let at = 0; at < count; at++) {
    const cost = at === 1 || at === count - 1 ? WIDOW_COST : 0
    if (at > 0) set.push({ t: 'break', cost })
    set.push(box(`${name} ${at + 1} of ${count}`))
  }
  return set
}

/** A paragraph that can be set in a line less if its last line is short, and in one more if it is full. */
function paragraph(name: string, count: number, last: number): Vert[] {
  const set = lines(name, count)
  const first = set[0] as Box
  first.paragraph = {
    count: set.length,
    last,
    shorter: () => lines(name, count - 1),
    longer: () => lines(name, count + 1),
    across: () => set,
  }
  return set
}

const end: Vert = { t: 'break', cost: 0 }
const kept: Vert = { t: 'break', cost: FORBIDDEN }
const text = (count: number, last: number) =>
  Array.from({ length: count }, (_, at) => [...paragraph(`p${at}`, 10, last), end]).flat()

/** Returns what stands in the first column of pages filled with verts. */
function firstColumn(verts: Vert[]): string[] {
  const [page] = fillPages([{ columns: 2, verts, before: 0, after: 0 }], wish)
  return (page as PagePlan).content.flatMap(op => (op.k === 'rule' && op.x === 0 ? [op.colour] : []))
}

test('a paragraph gives up its short last line, so that what cannot be parted has room below it', () => {
  const table = box('table', 110)
  const rest = [end, ...text(4, 0.9)]
  expect(firstColumn([...text(2, 0.2), table, ...rest])).toContain('table')
  expect(firstColumn([...text(2, 0.2), table, ...rest]).slice(0, 9)).toEqual(
    lines('p0', 9).flatMap(vert => (vert.t === 'box' ? (vert.ops as { colour: string }[]).map(op => op.colour) : [])),
  )
  expect(firstColumn([...text(2, 0.8), table, ...rest])).not.toContain('table')
})

test('paragraphs whose last line is full take up two lines more, where what cannot be parted leaves these', () => {
  const heading = [box('heading'), kept, box('table', 60)]
  expect(firstColumn([...text(2, 0.9), ...lines('q', 8), end, ...heading, end, ...text(4, 0.9)])).toHaveLength(30)
  expect(firstColumn([...text(2, 0.3), ...lines('q', 8), end, ...heading, end, ...text(4, 0.9)])).toHaveLength(28)
})

test('neither do paragraphs parted between columns', () => {
  const table = box('table', 110)
  const set = firstColumn([...text(1, 0.2), table, end, ...paragraph('long', 30, 0.2), end, ...text(3, 0.9)])
  expect(set.filter(name => name.startsWith('long')).every(name => name.endsWith('of 30'))).toBe(true)
})

test('nor one that becomes less shorter than by a line of its own: a picture in its first line makes that higher', () => {
  const set = paragraph('p', 10, 0.2)
  const first = set[0] as Box
  first.height = 40
  first.paragraph = { ...first.paragraph!, shorter: () => [box('p 1 of 9', 40), ...lines('p', 9).slice(1)] }
  const shown = firstColumn([...set, end, ...lines('q', 4), end, box('table', 135), end, ...text(4, 0.9)])
  expect(shown).not.toContain('table')
})
