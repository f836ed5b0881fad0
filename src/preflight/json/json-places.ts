import type { Position } from '../../article/article.js'

/** Where each value of a JSON text stands, by path: `@graph.0.author`. */
export type JsonPlaces = (path: string) => Position | undefined

/** Returns the places of the values of a JSON text that `JSON.parse` accepts. One pass, no recursion. */
export function jsonPlaces(text: string): JsonPlaces {
  const starts = new Map<string, number>()
  const stack: Level[] = []
  let key: string | undefined
  let wantsKey = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (/[\s:]/.test(character)) continue
    const top = stack.at(-1)
    if (character === ',') {
      if (top?.index !== undefined) top.index++
      wantsKey = top !== undefined && top.index === undefined
    } else if (character === '}' || character === ']') stack.pop()
    else if (character === '"' && wantsKey) {
      const end = endOfString(text, at)
      key = JSON.parse(text.slice(at, end)) as string
      wantsKey = false
      at = end - 1
    } else {
      const step = top === undefined ? '' : top.index === undefined ? key! : String(top.index)
      const path = top === undefined ? '' : top.path === '' ? step : `${top.path}.${step}`
      starts.set(path, at)
      if (character === '{' || character === '[') {
        stack.push(character === '[' ? { path, index: 0 } : { path, index: undefined })
        wantsKey = character === '{'
      } else at = (character === '"' ? endOfString(text, at) : endOfWord(text, at)) - 1
    }
  }
  const lines = lineStarts(text)
  return path => positionOf(lines, starts, path)
}

/** An object or a list that is open; a list counts its members. */
interface Level {
  path: string
  index: number | undefined
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function endOfWord(text: string, start: number): number {
  let at = start
  while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at++
  return at
}

/** The place of the value itself, else of the nearest thing around it. */
function positionOf(lines: readonly number[], starts: ReadonlyMap<string, number>, path: string): Position | undefined {
  let known = path
  while (!starts.has(known) && known !== '') known = known.slice(0, Math.max(0, known.lastIndexOf('.')))
  const offset = starts.get(known)
  if (offset === undefined) return undefined
  const line = lines.findLastIndex(start => start <= offset)
  const point = { line: line + 1, column: offset - lines[line]! + 1, offset }
  return { start: point, end: point }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
