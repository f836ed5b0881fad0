import type { Position } from '../article/article.js'

/** Returns the place of a character in a source: line and column from 1. */
export function placeAt(source: string, offset: number): Position {
  const before = source.slice(0, offset)
  const lines = before.match(/\r\n|\n|\r/g)?.length ?? 0
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  const point = { line: lines + 1, column: offset - start + 1, offset }
  return { start: point, end: point }
}
