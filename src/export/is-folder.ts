import { lookAt } from '../host/look-at.js'

/** Returns whether a path leads to a folder. */
export function isFolder(file: string): boolean {
  return lookAt(file)?.isDirectory() ?? false
}
