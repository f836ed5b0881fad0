import type { Host } from '../../../host/host.js'
import { OptionsError } from '../../renderer.js'
import { Face } from './face.js'
import type { Cut } from './font-name.js'
import { type Harfbuzz, startHarfbuzz } from './harfbuzz.js'
import { KNOWN_PAIRS, type KnownPairs, readKnownPairs } from './known-pairs.js'
import { type FontLibrary, type FontRecord, openLibrary } from './library.js'
import { FontError, openSfnt, readFacts } from './sfnt.js'
import { pairwiseFamilies } from './shipped.js'
import { type Subsetter, startSubsetter } from './subset.js'
import { unpackFont } from './unpack-font.js'

/** HarfBuzz, the fonts at hand and the faces opened so far, shared by all documents made where the same fonts are. */
export interface FontEngine {
  library: FontLibrary
  /** Opens the face of a family, once; nothing where there is no such family. Weight and slope give way before it does. */
  face(family: string, cut: Cut): Promise<Face | undefined>
  /** Opens a face, once. */
  open(record: FontRecord): Promise<Face>
  /** Returns the subsetter, started on the first call: few documents need it. */
  subsetter(): Promise<Subsetter>
}

/** Engines of this process, the latest first: opening fonts costs more than setting a story with them. */
const engines: { host: Host; engine: Promise<FontEngine> }[] = []
/** Kept at most. A process seldom has more than one set of fonts. */
const MOST_ENGINES = 3

/** Returns the engine for a host's fonts, started on the first call: WebAssembly compiles beside whatever else goes on. */
export function fontEngine(host: Host): Promise<FontEngine> {
  const known = engines.find(each => sameFonts(each.host, host))
  if (known) return known.engine
  const fresh = { host, engine: startEngine(host, () => forget(fresh)) }
  engines.unshift(fresh)
  engines.length = Math.min(engines.length, MOST_ENGINES)
  fresh.engine.catch(() => forget(fresh))
  return fresh.engine
}

/** What failed to start or broke down must not stay: the next document may try again. */
function forget(engine: (typeof engines)[number]): void {
  const at = engines.indexOf(engine)
  if (at >= 0) engines.splice(at, 1)
}

/** Whether two hosts have their fonts from the same place. */
function sameFonts(one: Host, other: Host): boolean {
  return (
    one === other ||
    ((['readShipped', 'readFile', 'packageFonts', 'compileWasm'] as const).every(way => one[way] === other[way]) &&
      JSON.stringify(one.fonts ?? []) === JSON.stringify(other.fonts ?? []))
  )
}

async function startEngine(host: Host, giveUp: () => void): Promise<FontEngine> {
  const [harfbuzz, library, known] = await Promise.all([shaping(host, giveUp), openLibrary(host), knownPairs(host)])
  let starting: Promise<Subsetter> | undefined
  const subsetter = () => {
    starting ??= compiler(host, 'wasm/harfbuzz-subset.wasm', 'briefly').then(compile => startSubsetter(compile()))
    return starting
  }
  const faces = new Map<string, Promise<Face>>()
  const open = (record: FontRecord) => {
    const key = [record.file, record.index, ...(record.axes ?? [])].join()
    let face = faces.get(key)
    if (!face) {
      face = openFace(key, record, host, { harfbuzz, known, subsetter })
      faces.set(key, face)
    }
    return face
  }
  return {
    library,
    subsetter,
    open,
    async face(family, cut) {
      const record = await library.named(family, cut)
      return record && open(record)
    },
  }
}

/** What faces are opened with. */
interface Openers {
  harfbuzz: () => Harfbuzz
  known: ReadonlyMap<number, KnownPairs>
  subsetter: FontEngine['subsetter']
}

async function openFace(
  key: string,
  record: FontRecord,
  host: Host,
  { harfbuzz, known, subsetter }: Openers,
): Promise<Face> {
  if (record.from === 'shipped') {
    const name = record.file.replace(/\.\w+$/, '')
    const names = { id: key, family: record.family, name, pairwise: pairwiseFamilies.has(record.family) }
    return new Face(harfbuzz, names, await host.readShipped(`fonts/${record.file}`), 0, known)
  }
  try {
    const read = await host.readFile?.(record.file)
    if (!read) throw new FontError('cannot be read')
    const bytes = await unpackFont(read)
    const { postScriptName, forbidden } = readFacts(openSfnt(bytes, record.index))
    if (forbidden) throw new FontError(`cannot be used: ${forbidden}`)
    const facts = { id: key, family: record.family, name: postScriptName || record.family }
    if (!record.axes) return new Face(harfbuzz, facts, bytes, record.index)
    const pinned = (await subsetter()).pin(bytes, record.index, record.axes)
    return new Face(harfbuzz, { ...facts, name: `${facts.name}-${record.weight}` }, pinned)
  } catch (error) {
    // A font is chosen by whoever runs the program: what is wrong with it is no fault of the article.
    if (error instanceof FontError)
      throw new OptionsError(`the font \`${record.from === 'given' ? record.file : record.from}\` ${error.message}`)
    throw error
  }
}

/** Returns what starts HarfBuzz when it is first asked. */
async function shaping(host: Host, giveUp: () => void): Promise<() => Harfbuzz> {
  const compile = await compiler(host, 'wasm/harfbuzz.wasm', 'long')
  let started: Harfbuzz | undefined
  return () => {
    started ??= startHarfbuzz(compile(), giveUp)
    return started
  }
}

/**
 * Reads what is known of pairs; nothing where a host has no such file, as one that was written before there was any, or
 * where HarfBuzz is compiled in any case.
 */
async function knownPairs(host: Host): Promise<ReadonlyMap<number, KnownPairs>> {
  if (!host.compileWasm) return new Map()
  try {
    return readKnownPairs(await host.readShipped(KNOWN_PAIRS))
  } catch {
    return new Map()
  }
}

/** Returns what compiles a shipped module. Where the host cannot do so at once, it is compiled before. */
async function compiler(host: Host, path: string, runs: 'briefly' | 'long'): Promise<() => WebAssembly.Module> {
  const bytes = toArrayBuffer(await host.readShipped(path))
  if (host.compileWasm) return () => host.compileWasm!(bytes, runs) as WebAssembly.Module
  const module = await WebAssembly.compile(bytes)
  return () => module
}

function toArrayBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}
