import type { Host } from '../../../host/host.js'
import { Face } from './face.js'
import { type Harfbuzz, startHarfbuzz } from './harfbuzz.js'
import { nearestShipped } from './shipped.js'
import { type Subsetter, startSubsetter } from './subset.js'

/** HarfBuzz and the faces opened so far, shared by all documents that one host makes. */
export interface FontEngine {
  /** Opens a face, once. Weight and slope give way before the family does; an unknown family gives the serif. */
  face(family: string, weight: number, italic: boolean): Promise<Face>
  /** The subsetter, whose module compiles while pages are laid out. */
  subsetter: Promise<Subsetter>
}

const engines = new WeakMap<Host, Promise<FontEngine>>()

/** Returns the host's engine, started on the first call: WebAssembly compiles beside whatever else goes on. */
export function fontEngine(host: Host): Promise<FontEngine> {
  let engine = engines.get(host)
  if (!engine) {
    engine = startEngine(host)
    engines.set(host, engine)
    // A failed start must not stay: the next document may try again.
    engine.catch(() => engines.delete(host))
  }
  return engine
}

async function startEngine(host: Host): Promise<FontEngine> {
  const subsetter = compile(host, 'wasm/harfbuzz-subset.wasm', 'briefly').then(startSubsetter)
  subsetter.catch(() => undefined)
  const harfbuzz = await startHarfbuzz(await compile(host, 'wasm/harfbuzz.wasm', 'long'))
  const faces = new Map<string, Promise<Face>>()
  return {
    subsetter,
    face(family, weight, italic) {
      const font = nearestShipped(family, weight, italic) ?? nearestShipped('Source Serif 4', weight, italic)
      if (!font) throw new Error('no font ships with the program')
      let face = faces.get(font.file)
      if (!face) {
        face = openFace(host, harfbuzz, font.file, font.family)
        faces.set(font.file, face)
      }
      return face
    },
  }
}

async function openFace(host: Host, harfbuzz: Harfbuzz, file: string, family: string): Promise<Face> {
  return new Face(harfbuzz, file, family, await host.readShipped(`fonts/${file}`))
}

async function compile(host: Host, path: string, runs: 'briefly' | 'long'): Promise<WebAssembly.Module> {
  const bytes = toArrayBuffer(await host.readShipped(path))
  return host.compileWasm ? (host.compileWasm(bytes, runs) as WebAssembly.Module) : WebAssembly.compile(bytes)
}

function toArrayBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}
