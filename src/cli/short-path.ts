import path from 'node:path'

/** Returns a path as it is written from the current folder, where it lies below that; else as it is. */
export function shortPath(file: string): string {
  const relative = path.relative('', file)
  return relative.startsWith('..') ? file : relative
}
