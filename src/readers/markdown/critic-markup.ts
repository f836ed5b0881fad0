import type { Inline, Position, Strike, Text } from '../../article/article.js'
import { isIsoDate } from '../../article/iso-date.js'
import { inlineText } from '../../article/text.js'
import type { Reading } from './reading.js'

/** Signs of an editor: `{++added++}`, `{--cut--}`, `{~~old~>new~~}`, `{==words==}{>>a remark on them<<}`. */
type Sign = '++' | '--' | '~~' | '==' | '>>'

const closing: { readonly [sign in Sign]: string } = { '++': '++', '--': '--', '~~': '~~', '==': '==', '>>': '<<' }
const inWords = /\{(\+\+|--|~~|==|>>)|(\+\+|--|~~|==|<<)\}/g
/** The same in the source, where a backslash makes words of any of the signs. */
const inSource = /\\?\{\\?(?:\+\\?\+|-\\?-|~\\?~|=\\?=|>\\?>)|(?:\\?\+\\?\+|\\?-\\?-|\\?~\\?~|\\?=\\?=|\\?<\\?<)\\?\}/g

/** Returns whether a source holds any of the signs, so that most articles need no second look. */
export function hasCriticMarkup(source: string): boolean {
  return /\{(?:\+\+|--|~~|==|>>)/.test(source)
}

/** Makes insertions, deletions and comments of what stands between an editor's signs in one run of text. */
export function readCriticMarkup(run: readonly Inline[], reading: Reading): Inline[] {
  const parts = withSubstitutions(run, reading).flatMap((node): (Inline | Mark)[] =>
    node.type === 'text' ? divide(node, reading) : [node],
  )
  if (!parts.some(isMark)) return [...run]
  const open: Open[] = [{ children: [] }]
  for (const part of parts) {
    if (!isMark(part)) open.at(-1)!.children.push(part)
    else if (part.opens) open.push({ mark: part, children: [] })
    else close(part, open)
  }
  while (open.length > 1) keepAsWords(open)
  return open[0]!.children.flatMap(asWords)
}

/** A sign in the text. */
interface Mark {
  type: 'mark'
  sign: string
  opens: boolean
  position?: Position
}

interface Open {
  mark?: Mark
  children: (Inline | Highlight)[]
}

/** Marked words that a remark may follow. */
interface Highlight {
  type: 'highlight'
  children: Inline[]
}

const isMark = (part: Inline | Mark): part is Mark => part.type === ('mark' as never)

/** Between what a substitution cuts and what it puts there. */
const instead = '~>'

/** GFM reads `~~old~>new~~` as struck out, between two braces that are words: makes signs of these. */
function withSubstitutions(run: readonly Inline[], reading: Reading): (Inline | Mark)[] {
  const parts: (Inline | Mark)[] = []
  let afterOne = false
  for (const node of run) {
    const before = parts.at(-1)
    if (node.type === 'strike' && before?.type === 'text' && isSubstitution(node, reading)) {
      const { position } = node
      parts[parts.length - 1] = { ...before, value: before.value.slice(0, -1) }
      const sign = { type: 'mark', sign: '~~', ...(position && { position }) } as const
      parts.push({ ...sign, opens: true }, ...node.children, { ...sign, opens: false })
      afterOne = true
      continue
    }
    parts.push(afterOne && node.type === 'text' ? { ...node, value: node.value.slice(1) } : node)
    afterOne = false
  }
  return parts.filter(part => part.type !== 'text' || part.value !== '')
}

/** Returns whether braces that no backslash escapes stand around struck words, and the words hold the sign between two. */
function isSubstitution({ children, position }: Strike, { source }: Reading): boolean {
  if (!position || !children.some(isDivided)) return false
  const { offset: from = 0 } = position.start
  const braced = /(?:^|[^\\])\{~~$/.test(source.slice(Math.max(0, from - 2), from + 2))
  return braced && source[position.end.offset ?? 0] === '}'
}

const isDivided = (node: Inline): node is Text => node.type === 'text' && node.value.includes(instead)

/** Divides a text at the signs in it that the source does not escape. */
function divide(node: Text, { source }: Reading): (Text | Mark)[] {
  const found = [...node.value.matchAll(inWords)]
  if (found.length === 0) return [node]
  const written = node.position ? source.slice(node.position.start.offset, node.position.end.offset) : node.value
  const signs = written === node.value ? [] : [...written.replaceAll('\\\\', '__').matchAll(inSource)]
  const parts: (Text | Mark)[] = []
  let end = 0
  for (const [at, sign] of found.entries()) {
    if (signs.length === found.length && signs[at]![0].includes('\\')) continue
    parts.push({ ...node, value: node.value.slice(end, sign.index) })
    parts.push({
      type: 'mark',
      sign: (sign[1] ?? sign[2])!,
      opens: sign[1] !== undefined,
      ...(node.position && { position: node.position }),
    })
    end = sign.index + sign[0].length
  }
  parts.push({ ...node, value: node.value.slice(end) })
  return parts.filter(part => part.type !== 'text' || part.value !== '')
}

/** Closes the innermost sign of the kind; signs that were opened inside it and never closed are words. */
function close(mark: Mark, open: Open[]): void {
  const at = open.findLastIndex(each => each.mark && closing[each.mark.sign as Sign] === mark.sign)
  if (at === -1) {
    open.at(-1)!.children.push(textOf(`${mark.sign}}`, mark))
    return
  }
  while (open.length > at + 1) keepAsWords(open)
  const { mark: opening, children } = open.pop()!
  const outer = open.at(-1)!.children
  const position =
    opening?.position && mark.position ? { position: { start: opening.position.start, end: mark.position.end } } : {}
  const words = children.flatMap(asWords)
  switch (opening?.sign as Sign) {
    case '++':
    case '--': {
      const { signed, rest } = takeSignature(words)
      const type = opening!.sign === '++' ? 'insertion' : 'deletion'
      if (rest.length > 0) outer.push({ type, ...signed, children: rest, ...position })
      return
    }
    case '~~':
      outer.push(...substitution(words, opening!, position))
      return
    case '==':
      outer.push({ type: 'highlight', children: words })
      return
    case '>>': {
      const { signed, rest } = takeSignature(words)
      const text = inlineText(rest).replace(/\s+/g, ' ').trim()
      const last = outer.at(-1)
      const marked = last?.type === 'highlight' ? (outer.pop() as Highlight).children : []
      if (text) outer.push({ type: 'comment', text, ...signed, children: marked, ...position })
      else outer.push(...marked)
    }
  }
}

/** Returns the words that are cut and those that stand there instead; without the sign between them, all are words. */
function substitution(words: readonly Inline[], opening: Mark, position: { position?: Position }): Inline[] {
  const at = words.findIndex(isDivided)
  if (at === -1) return [textOf('{~~', opening), ...words, textOf('~~}', opening)]
  const text = words[at] as Text
  const cut = text.value.indexOf(instead)
  const part = (value: string): Text[] => (value ? [{ ...text, value }] : [])
  const { signed, rest } = takeSignature([...words.slice(0, at), ...part(text.value.slice(0, cut))])
  const added = [...part(text.value.slice(cut + instead.length)), ...words.slice(at + 1)]
  return [
    ...(rest.length > 0 ? [{ type: 'deletion' as const, ...signed, children: rest, ...position }] : []),
    ...(added.length > 0 ? [{ type: 'insertion' as const, ...signed, children: added, ...position }] : []),
  ]
}

/** A sign that nothing closes is what it looks like. */
function keepAsWords(open: Open[]): void {
  const { mark, children } = open.pop()!
  open.at(-1)!.children.push(textOf(`{${mark!.sign}`, mark!), ...children)
}

function textOf(value: string, { position }: Mark): Text {
  return { type: 'text', value, ...(position && { position }) }
}

/** Marked words without a remark are words. */
const asWords = (part: Inline | Highlight): Inline[] => (part.type === 'highlight' ? part.children : [part])

/** Who and when: `@Ruth Amsel 2026-11-23: `. */
const signature = /^@(?<name>(?:[^:]|:(?!\s))*?)\s?(?<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?:(?:\s|$)/

function takeSignature(words: readonly Inline[]): { signed: { author?: string; date?: string }; rest: Inline[] } {
  const start = words.findIndex(node => node.type !== 'text')
  const texts = start === -1 ? words : words.slice(0, start)
  const value = inlineText(texts)
  const found = signature.exec(value)
  if (!found) return { signed: {}, rest: [...words] }
  const { name = '', date } = found.groups as { name?: string; date?: string }
  const known = date && isIsoDate(date) ? { date } : {}
  const rest = value.slice(found[0].length)
  return {
    signed: { ...(name.trim() && { author: name.trim() }), ...known },
    rest: [...(rest ? [{ type: 'text' as const, value: rest }] : []), ...words.slice(texts.length)],
  }
}
