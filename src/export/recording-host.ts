import type { AssetBytes, AssetRefusal, Host } from '../host/host.js'
import { digest } from './digest.js'

/** A picture or a file that a piece of work asked its surroundings for, and a digest of the answer. Plain JSON. */
export interface Asked {
  /** `picture` by its address and the place of its article; `file` by its path. */
  what: 'picture' | 'file'
  name: string
  base?: string | undefined
  answer: string
}

/** What a piece of work took from its surroundings. */
export interface Recording {
  host: Host
  /** Every picture and file, in the order of their names. */
  asked(): Asked[]
  /** Whether the clock was looked at. */
  usedClock(): boolean
}

/** Returns a host that answers as the given one does and remembers what it was asked. */
export function recordingHost(host: Host): Recording {
  const all = new Map<string, Asked>()
  let clock = false
  const note = (asked: Asked) => all.set(JSON.stringify([asked.what, asked.name, asked.base]), asked)
  const recording: Host = {
    ...host,
    now() {
      clock = true
      return host.now()
    },
    async readAsset(name, base) {
      const found = await host.readAsset(name, base)
      note({ what: 'picture', name, base, answer: digestOf(found) })
      return found
    },
    async readFile(name) {
      const found = await host.readFile?.(name)
      note({ what: 'file', name, answer: digestOf(found) })
      return found
    },
  }
  const asked = () => [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  return { host: recording, asked, usedClock: () => clock }
}

/** Returns whether the surroundings would give all the answers again. */
export async function answersAgain(asked: readonly Asked[], host: Host): Promise<boolean> {
  for (const { what, name, base, answer } of asked) {
    const found = what === 'picture' ? await host.readAsset(name, base) : await host.readFile?.(name)
    if (digestOf(found) !== answer) return false
  }
  return true
}

/** A refusal is an answer as well: a picture that was missing may have come since. */
function digestOf(found: AssetBytes | AssetRefusal | Uint8Array | undefined): string {
  if (found === undefined) return ''
  if (found instanceof Uint8Array) return digest(found)
  return digest('bytes' in found ? found.bytes : JSON.stringify(found))
}
