import type { Work } from './work.js'

/** Returns what tells of each document that is done, some hundred times in a run at most. */
export function progressOf({ length }: { length: number }, queue: Work['queue']): (file: string) => void {
  const step = Math.ceil(length / 250)
  let done = 0
  return file => {
    done++
    if (done % step === 0 || done === length) queue.push({ type: 'progress', done, documents: length, file })
  }
}
