import { statSync } from 'node:fs'

/** Returns whether a path leads to a folder. What lies below a file, or may not be looked at, is none. */
export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}
