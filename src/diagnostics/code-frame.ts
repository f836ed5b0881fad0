import type { Position } from '../article/article.js'
import { displayWidth, printable } from './printable.js'

/** Columns of a source line that are shown: more would wrap in a terminal. */
const WINDOW = 100

/**
 * Returns the source line at a position and a line of `^` under the part that is meant, without a margin; nothing where the
 * source has no such line. A long line is cut around the place.
 */
export function codeFrame(source: string, position: Position): string[] {
  const { line, column } = position.start
  const text = lineOf(source, line)
  if (text === undefined || text.trim() === '') return []
  const start = Math.min(Math.max(0, column - 1), text.length)
  const sameLine = position.end.line === line
  const end = sameLine
    ? Math.min(Math.max(position.end.column - 1, start + 1), Math.max(text.length, start + 1))
    : text.length
  const cut = windowOf(text, start, end)
  const shown = text.slice(cut.from, cut.to)
  const before = printable(shown.slice(0, start - cut.from))
  const marked = printable(shown.slice(start - cut.from, end - cut.from)).trimEnd()
  const lead = cut.from > 0 ? '…' : ''
  const tail = cut.to < text.length ? '…' : ''
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)))
  return [
    `${String(line).padStart(7)} | ${lead}${printable(shown)}${tail}`.trimEnd(),
    `${' '.repeat(7)} | ${' '.repeat(displayWidth(lead + before))}${carets}`,
  ]
}

/** Walks to the line instead of splitting the source: it may have a million. */
function lineOf(source: string, line: number): string | undefined {
  const ends = /\r\n|\r|\n/g
  let from = 0
  for (let at = 1; at < line; at++) {
    const end = ends.exec(source)
    if (!end) return undefined
    from = ends.lastIndex
  }
  ends.lastIndex = from
  return source.slice(from, ends.exec(source)?.index ?? source.length)
}

function windowOf(text: string, start: number, end: number): { from: number; to: number } {
  if (text.length <= WINDOW) return { from: 0, to: text.length }
  const length = Math.min(end - start, WINDOW - 20)
  const from = Math.max(0, Math.min(start - Math.floor((WINDOW - length) / 2), text.length - WINDOW))
  return { from, to: Math.min(text.length, from + WINDOW) }
}
