import { standardError } from './streams.js'
import { isWatched } from './terminal.js'

/** A line on standard error that says how far long work has come. Silent in a log, and for what is done at once. */
export interface Progress {
  show(done: number, total: number, file: string): void
  /** Takes the line away, so that something else can be printed. */
  clear(): void
}

/** Work shorter than this shows nothing; milliseconds. */
const PATIENCE = 500
/** Milliseconds between two changes of the line. */
const PACE = 80

/** Returns a progress line, or one that never shows where nobody watches. */
export function createProgress(wanted: boolean): Progress {
  if (!wanted || !isWatched(standardError())) return { show() {}, clear() {} }
  let last = performance.now() + PATIENCE - PACE
  let shown = false
  return {
    show(done, total, file) {
      const now = performance.now()
      if (total < 2 || now - last < PACE) return
      last = now
      shown = true
      const line = `${done}/${total}  ${file}`
      standardError().write(`\r\u001B[K${line.slice(0, (standardError().columns ?? 80) - 1)}`)
    },
    clear() {
      if (shown) standardError().write('\r\u001B[K')
      shown = false
    },
  }
}
