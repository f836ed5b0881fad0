import { createHash } from 'node:crypto'

/** Returns a short name for content: 128 bits of SHA-256, in base64url. */
export function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}
