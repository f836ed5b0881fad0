import { withSomeAcross } from './across-columns.js'
import { type Balanced, balanceLastPage, type ColumnPages, firstOfLastPage, type Setting } from './balance-last-page.js'
import { crossing } from './bands.js'
import { breakColumns, searches } from './break-columns.js'
import type { Breakable, Fill } from './column-ways.js'
import { withOtherLines } from './other-lines.js'
import { withQuotesElsewhere } from './roaming-quotes.js'
import { withSmallerPictures } from './smaller-pictures.js'
import type { Float } from './vertical.js'

/** Settings that are altered where none comes out even. */
const ALTERED = 6
/** Of these, those whose pull quotes are moved: there are many places. */
const MOVED = 2
/** Paragraphs of a last page that are set a line longer or shorter together. */
const RESET_TOGETHER = 3
/** Sizes at which its pictures are tried, and how many of them each alone. */
const SCALES = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]
const SCALED_ALONE = 3
/** And those at which they are tried with paragraphs in other lines. */
const SCALES_WITH_PARAGRAPHS = [0.8, 0.6]

/**
 * Makes the columns of the last page about equally long: takes the first of several settings in which they come out within
 * a line of each other; where none does, the first so altered that they do; where that does not help, the best.
 */
export function balanceColumns(list: Breakable, settings: Iterable<readonly Fill[]>, pages: ColumnPages): Balanced {
  let best: Setting | undefined
  for (const setting of attempts(list, settings, pages)) {
    if (setting.score < 1) return setting
    if (!best || setting.score < best.score) best = setting
  }
  return best ?? { fills: [], list }
}

/** Returns settings as they are, then altered, from what is seen least to what is seen most. */
function* attempts(
  list: Breakable,
  settings: Iterable<readonly Fill[]>,
  pages: ColumnPages,
): Generator<Setting, undefined> {
  let least = Number.POSITIVE_INFINITY
  /** Those that are worth altering: the best one first. */
  let worthy: (readonly Fill[])[] = []
  for (const fills of settings) {
    const setting = balanceLastPage(list, fills, pages)
    yield setting
    if (setting.score < least) worthy = [fills, ...worthy.slice(0, ALTERED - 1)]
    else if (worthy.length < ALTERED) worthy.push(fills)
    least = Math.min(least, setting.score)
  }
  if (pages.atTheEnd) for (const fills of worthy) yield balanceLastPage(list, fills, pages, list, 'thoroughly')
  if (pages.atTheEnd) for (const fills of worthy.slice(0, MOVED)) yield* withQuotesMoved(list, fills, pages)
  yield* withOtherParagraphs(list, worthy, pages)
  yield* withPicturesSmaller(list, worthy, pages)
  for (const fills of pages.atTheEnd ? worthy : worthy.slice(0, 1)) yield* withPartAcross(list, fills, pages)
  if (pages.atTheEnd && worthy[0]) yield* withPicturesAndParagraphs(list, worthy[0], pages)
}

/** Alters paragraphs: spaces as usual, and at the end of the text wider ones. */
function* withOtherParagraphs(
  list: Breakable,
  worthy: readonly (readonly Fill[])[],
  pages: ColumnPages,
): Generator<Setting> {
  if (!pages.atTheEnd) {
    for (const fills of worthy.slice(0, 1)) yield withParagraphsReset(list, fills, pages)
    return
  }
  for (const looser of [list, { ...list, text: { ...list.text, loose: true } }])
    for (const fills of worthy) yield withParagraphsReset(looser, fills, pages)
}

/** Sets a pull quote of the last page between other paragraphs of its section. */
function* withQuotesMoved(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Generator<Setting> {
  for (const other of withQuotesElsewhere(list, fills[firstOfLastPage(fills, pages)]!.from.text)) {
    const setting = balanceLastPage(list, fills, pages, other, 'thoroughly')
    if (setting.score < 1) yield setting
  }
}

/** Makes pictures smaller, where that makes the columns even: if not, it is for nothing. */
function* withPicturesSmaller(
  list: Breakable,
  worthy: readonly (readonly Fill[])[],
  pages: ColumnPages,
): Generator<Setting> {
  for (const scale of SCALES) {
    for (const fills of worthy) {
      for (const some of scaledTogether(list.text.floats.slice(fills[firstOfLastPage(fills, pages)]!.from.float))) {
        const smaller = { ...list, text: withSmallerPictures(list.text, some, scale) }
        const setting = balanceLastPage(list, fills, pages, smaller)
        if (setting.score < 1) yield setting
      }
    }
  }
}

/** Makes pictures smaller and sets paragraphs in other lines, where neither alone makes the columns even. */
function* withPicturesAndParagraphs(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Generator<Setting> {
  const some = list.text.floats.slice(fills[firstOfLastPage(fills, pages)]!.from.float)
  if (some.length === 0) return
  for (const scale of SCALES_WITH_PARAGRAPHS) {
    const smaller = { ...list, text: { ...withSmallerPictures(list.text, some, scale), loose: true } }
    const setting = withParagraphsReset(smaller, fills, pages)
    if (setting.score < 1) yield setting
  }
}

/**
 * Sets across its columns a figure that a last page names, or what it begins with: they end above it or begin below it. Where
 * they do not come out even so, neither do they with another of their paragraphs a line longer or shorter, it is for nothing.
 */
function* withPartAcross(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Generator<Setting> {
  const first = firstOfLastPage(fills, pages)
  const { from, bands } = fills[first]!
  const start = { ...from, wide: bands.from }
  const { columns } = pages
  for (const across of withSomeAcross(list, from.text, columns)) {
    let best: Setting | undefined
    for (const end of breakColumns(across, start, column => pages.roomOf(first + column), columns, searches.end)) {
      if (end.length > columns || crossing(across, end, columns).length > 0) continue
      const setting = balanceLastPage(across, [...fills.slice(0, first), ...end], pages)
      if (setting.score < 1) yield setting
      if (!best || setting.score < best.score) best = setting
    }
    if (!best) continue
    const reset = withParagraphsReset(across, best.fills, pages)
    if (reset.score < 1) yield reset
  }
}

/** Sets one paragraph of the last page a line longer or shorter, and another, as long as each of them helps: the one that helps most. */
function withParagraphsReset(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Setting {
  let best = balanceLastPage(list, fills, pages)
  const { from } = fills[firstOfLastPage(fills, pages)]!
  for (let round = 0; round < RESET_TOGETHER; round++) {
    const before = best
    for (const other of withOtherLines(before.list, from.text)) {
      const setting = balanceLastPage(list, fills, pages, other, 'thoroughly')
      if (setting.score < 1) return setting
      if (setting.score < best.score) best = setting
    }
    if (best === before) break
  }
  return best
}

/** Returns the sets of floats whose pictures are tried smaller: each of the first alone, and all. */
function scaledTogether(floats: readonly Float[]): (readonly Float[])[] {
  return [...floats.slice(0, SCALED_ALONE).map(float => [float]), ...(floats.length > 1 ? [floats] : [])]
}
