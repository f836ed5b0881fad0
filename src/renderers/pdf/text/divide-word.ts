import type { Glyphs } from '../fonts/glyphs.js'
import type { Hyphenator } from './hyphenate.js'
import type { Fragment, Word } from './item.js'

/** Where a word may be divided: offsets into its text from 0 to its length, and what stands before each as set in the whole word. */
export interface Division {
  points: readonly number[]
  /** Font units before each point; inside a ligature they grow evenly. */
  units: readonly number[]
  /** Glyphs before each point, for the tracking between them. */
  glyphs: readonly number[]
  /** The word begins with a capital. */
  name: boolean
}

/** Text of the scripts below Armenian. Ranges for it, because Unicode properties are dear to set up. */
const europeanOnly = /^[\u0000-\u052f\u2000-\u206f]*$/
const letters = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u0370-\u03ff\u0400-\u0481\u0483-\u052f'
const europeanWord = { word: new RegExp(`[${letters}]{6,}`), rest: new RegExp(`[${letters}0-9@/]`) }
const anyWord = {
  get word() {
    return /\p{L}[\p{L}\p{M}]{5,}/u
  },
  get rest() {
    return /[\p{L}\p{N}@/]/u
  },
}

/** Scripts that know the hyphen. */
const dividedScripts = new Set(['Latn', 'Grek', 'Cyrl', 'Zyyy', 'Geor', 'Armn'])

/** Returns where a word may be divided, if anywhere: at the source's soft hyphens, else where the language allows. */
export function divisionOf(word: Word, hyphenator: Hyphenator | undefined): Division | undefined {
  if (word.hyphenPoints.length > 0) return withName(word.fragments[0]!, word.hyphenPoints)
  if (!hyphenator) return undefined
  if (word.divided?.by !== hyphenator)
    word.divided = { by: hyphenator, division: found(word.fragments[0]!, hyphenator) }
  return word.divided.division
}

function found(fragment: Fragment, hyphenator: Hyphenator): Division | undefined {
  const { source } = fragment
  if (source.length < 6 || fragment.level % 2 || !dividedScripts.has(fragment.script)) return undefined
  const { word, rest } = europeanOnly.test(source) ? europeanWord : anyWord
  const match = word.exec(source)
  // What is no plain word (an address, a compound with digits) is left whole.
  if (!match || rest.test(source.replace(match[0], ''))) return undefined
  const points = hyphenator(match[0]).map(point => point + match.index)
  return points.length === 0 ? undefined : withName(fragment, points)
}

function withName({ glyphs, source }: Fragment, points: readonly number[]): Division {
  const initial = source.slice(0, points[0]).replace(/^[^A-Za-z\u00c0-\uffff]+/, '')[0] ?? ''
  return { ...prefixesOf(glyphs, [0, ...points, glyphs.text.length]), name: initial !== initial.toLowerCase() }
}

/** Returns what stands before each of some offsets into a shaped text, which ascend. Inside a cluster it grows evenly. */
export function prefixesOf(glyphs: Glyphs, points: readonly number[]): Division {
  const units: number[] = []
  const counts: number[] = []
  let cluster = clusterFrom(glyphs, glyphs.rtl ? glyphs.count - 1 : 0)
  let unitsBefore = 0
  let countBefore = 0
  for (const at of points) {
    while (cluster.to <= at && cluster.next >= 0 && cluster.next < glyphs.count) {
      unitsBefore += cluster.units
      countBefore += cluster.count
      cluster = clusterFrom(glyphs, cluster.next)
    }
    const part = Math.max(0, at - cluster.from) / Math.max(1, cluster.to - cluster.from)
    units.push(unitsBefore + cluster.units * part)
    counts.push(countBefore + cluster.count * part)
  }
  return { points, units, glyphs: counts, name: false }
}

/** Glyphs that stand for a stretch of text together, from the one first in reading order; `next` is the glyph after them. */
function clusterFrom(glyphs: Glyphs, first: number) {
  const step = glyphs.rtl ? -1 : 1
  const from = glyphs.cluster(first)
  let units = 0
  let next = first
  while (next >= 0 && next < glyphs.count && glyphs.cluster(next) === from) {
    units += glyphs.advance(next)
    next += step
  }
  const to = next >= 0 && next < glyphs.count ? glyphs.cluster(next) : glyphs.text.length
  return { from, to, units, count: Math.abs(next - first), next }
}

/** Returns where the clusters of a shaped text begin, and its end: it may be cut nowhere else. */
export function clusterStarts(glyphs: Glyphs): number[] {
  const starts = new Set<number>()
  for (let i = 0; i < glyphs.count; i++) starts.add(glyphs.cluster(i))
  return [...starts.add(glyphs.text.length)].sort((a, b) => a - b)
}
