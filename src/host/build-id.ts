import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from './package-folder.js'

/** Returns a digest of the program as it was built, which `scripts/build.mjs` leaves beside it; empty before a first build. */
export function buildId(): string {
  try {
    return readFileSync(path.join(packageFolder(), 'dist', 'build-id'), 'utf8').trim()
  } catch {
    return ''
  }
}
