import type { WriteStream } from 'node:tty'

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
