import type { AssetBytes, AssetRefusal, Host } from '../host/host.js'
import { digest } from './digest.js'

/**
 * A picture, a file, a font package or a look at the clock that a piece of work asked its surroundings for, and the answer or
 * a digest of it. Plain JSON.
 */
export interface Asked {
  /**
   * `picture` by its address and the place of its article; `file` by its path; `package` of fonts by its name; whether a
   * `moment` has passed by its milliseconds since 1970.
   */
  what: 'picture' | 'file' | 'package' | 'moment'
  name: string
  base?: string | undefined
  answer: string
}

/** What a piece of work took from its surroundings. */
export interface Recording {
  host: Host
  /** Every picture and file, in the order of their names, and of the moments the latest that has passed and the next to come. */
  asked(): Asked[]
  /** Whether the clock was looked at for more than whether a moment has passed. */
  usedClock(): boolean
}

/** Returns a host that answers as the given one does and remembers what it was asked. */
export function recordingHost(host: Host): Recording {
  const all = new Map<string, Asked>()
  let clock = false
  let latest = -Infinity
  let next = Infinity
  const note = (asked: Asked) => all.set(JSON.stringify([asked.what, asked.name, asked.base]), asked)
  const recording: Host = {
    ...host,
    now() {
      clock = true
      return host.now()
    },
    hasPassed(moment) {
      const passed = moment <= host.now().getTime()
      if (passed) latest = Math.max(latest, moment)
      else next = Math.min(next, moment)
      return passed
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
    async packageFonts(name) {
      const found = (await host.packageFonts?.(name)) ?? []
      note({ what: 'package', name, answer: digest(JSON.stringify(found)) })
      return found
    },
  }
  const moments = () =>
    [latest, next]
      .filter(Number.isFinite)
      .map((moment): Asked => ({ what: 'moment', name: String(moment), answer: String(moment === latest) }))
  const asked = () => [...[...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each), ...moments()]
  return { host: recording, asked, usedClock: () => clock }
}

/** Returns whether the surroundings would give all the answers again. */
export async function answersAgain(asked: readonly Asked[], host: Host): Promise<boolean> {
  for (const { what, name, base, answer } of asked) {
    if ((await answerOf(what, name, base, host)) !== answer) return false
  }
  return true
}

async function answerOf(what: Asked['what'], name: string, base: string | undefined, host: Host): Promise<string> {
  if (what === 'moment') return String(Number(name) <= host.now().getTime())
  if (what === 'package') return digest(JSON.stringify((await host.packageFonts?.(name)) ?? []))
  return digestOf(what === 'picture' ? await host.readAsset(name, base) : await host.readFile?.(name))
}

/** A refusal is an answer as well: a picture that was missing may have come since. */
function digestOf(found: AssetBytes | AssetRefusal | Uint8Array | undefined): string {
  if (found === undefined) return ''
  if (found instanceof Uint8Array) return digest(found)
  return digest('bytes' in found ? found.bytes : JSON.stringify(found))
}
