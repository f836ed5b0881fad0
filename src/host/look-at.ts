import { type Stats, statSync } from 'node:fs'

/** Returns what a path leads to; undefined for what is not there, lies below a file, or may not be looked at. */
export function lookAt(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}
