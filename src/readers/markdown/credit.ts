import type { Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { titles } from './attribution-words.js'
import { plainLabels, tellingLabels } from './credit-words.js'
import { cutText } from './cut-text.js'

const either = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replaceAll('.', '\\.'))
    .join('|')

/** Where a credit may begin: a label with its colon, or a copyright sign. */
const mark = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<plain>(?:${either(plainLabels)})\\s?[:：])|(?<telling>(?:${either(tellingLabels)})\\s?[:：])|©|\\([cC]\\)\\s)`,
  'giu',
)

/** What must stand before a credit, if anything does. */
const boundary = /(?:[.!?…。！？]["”’»)\]]*|[—–|/·;；]|\s-|[(（[])\s*$/u

/** A credit longer than this is a sentence. */
const LONGEST = 160

/**
 * Divides a caption into its words and the credit that it ends with: `Photo: Jane Doe/AP`, `(Credit: X)`, `© X`. A label that
 * only says "photo" is dropped; "Chart: data desk" keeps its own, since it says what the picture is.
 */
export function takeCredit(caption: readonly Inline[]): { words: Inline[]; credit?: string } {
  const text = inlineText(caption)
  const from = Math.max(0, text.length - LONGEST - 20)
  for (const found of text.slice(from).matchAll(mark)) {
    const before = text.slice(0, from + found.index)
    const credit = creditAt(text.slice(before.length), found, before)
    if (credit) return { words: cutText(caption, 0, wordsEnd(before)), credit }
  }
  return { words: [...caption] }
}

function creditAt(rest: string, found: RegExpMatchArray, before: string): string | undefined {
  const atStart = before.trim() === ''
  if (!atStart && !boundary.test(before.slice(-20))) return undefined
  // "Map: the river ports" at the start of a caption says what is shown, not who drew it.
  if (atStart && found.groups?.telling) return undefined
  const bracketed = /[(（[]\s*$/.test(before.slice(-20))
  const whole = (bracketed ? rest.replace(/[)）\]]\.?\s*$/, '') : rest).replace(/\s+/g, ' ').trim()
  if (whole.length > LONGEST || hasMoreSentences(whole)) return undefined
  const printed = found.groups?.plain ? whole.slice(found.groups.plain.length) : whole
  const credit = printed.trim().replace(/(?<=\p{Ll}{3})\.$/u, '')
  return /\p{L}/u.test(credit) ? credit : undefined
}

/** `J. R. Ewing` and `Gen. Diaz` are one name; a full stop after any other word of three letters ends the credit. */
function hasMoreSentences(credit: string): boolean {
  if (/[!?。！？]\s*\p{L}/u.test(credit)) return true
  return [...credit.matchAll(/(\p{L}+)\.\s+(?=\p{L})/gu)].some(
    ([, word]) => word!.length > 2 && !titles.has(word!.toLowerCase()),
  )
}

/** Where the caption's own words end: an opening bracket, a dash or a bar before the credit belongs to neither. */
function wordsEnd(before: string): number {
  return before
    .trimEnd()
    .replace(/(?:[—–|/·;；([（]|\s-)$/u, '')
    .trimEnd().length
}
