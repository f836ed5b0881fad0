import { type Stats, statSync } from 'node:fs'

/** Returns what a path leads to; undefined for what is not there, lies below a file, or may not be looked at. */
export function lookAt(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}

/** Returns whether a path leads to a folder. */
export function isFolder(file: string): boolean {
  return lookAt(file)?.isDirectory() ?? false
}
