import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'
import type { Colours } from '../diagnostics/reporters/pretty.js'

/** Returns whether colour goes to a stream: only to a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function useColour(stream: WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR && FORCE_COLOR !== '0') return true
  return stream.isTTY === true && TERM !== 'dumb'
}

/** Returns whether somebody watches: a terminal, and not a log that a build keeps. */
export function isWatched(stream: WriteStream): boolean {
  return stream.isTTY === true && !process.env.CI && process.env.TERM !== 'dumb'
}

/** Returns what colours text for a stream, or leaves it as it is where the stream takes no colour. */
export function coloursFor(stream: WriteStream): Colours {
  const coloured = useColour(stream)
  const put = (style: keyof Colours) => (text: string) =>
    coloured ? styleText(style, text, { validateStream: false }) : text
  return {
    red: put('red'),
    yellow: put('yellow'),
    magenta: put('magenta'),
    blue: put('blue'),
    dim: put('dim'),
    bold: put('bold'),
  }
}
