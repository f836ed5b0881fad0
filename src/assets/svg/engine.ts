import type { Host } from '../../host/host.js'
import { fromRgba, type Raster } from '../raster.js'
import { withFallbackPaints } from './fallback-paints.js'
import { withShippedFamilies } from './families.js'
import { type DrawingFont, drawingFonts, withFontsNamed } from './fonts.js'
import { rasterCost } from './raster-cost.js'

/** An SVG that has been read: styles worked out, text turned into outlines, references followed. */
export interface ReadSvg {
  /** CSS px. */
  width: number
  height: number
  /** The same drawing in the few elements of plain SVG: groups, paths, gradients, patterns, masks, pictures. */
  plain: string
  /** Draws it `width` pixels wide, or less wide where it is costly; nothing where that would be a blur. */
  raster(width: number): Raster | undefined
}

type Resvg = typeof import('@resvg/resvg-wasm')

/** What drawing one may take: pixels, pixels of all copies kept at once, and work (some nanoseconds each). */
const MOST_PIXELS = 9_000_000
const MOST_COPIED = 60_000_000
const MOST_WORK = 1_000_000_000
/** Fewer pixels than these make no picture. */
const LEAST_PIXELS = 10_000

/**
 * Reads an SVG. Nothing outside it is fetched, scripts are not run, fonts are those that ship with the program and, for what
 * those lack, `more`. Returns nothing where it is broken, or larger than a drawing may be once its references are followed.
 */
export async function readSvg(
  bytes: Uint8Array,
  host: Host,
  more: readonly DrawingFont[] = [],
): Promise<ReadSvg | undefined> {
  const { Resvg } = await svgEngine(host)
  const source = withFallbackPaints(withFontsNamed(withShippedFamilies(new TextDecoder().decode(bytes)), more))
  const font = {
    defaultFontFamily: 'Source Sans 3',
    fontBuffers: [...(await drawingFonts(source, host)), ...more.map(({ program }) => program)],
  }
  const open = (width?: number) =>
    new Resvg(source, width === undefined ? { font } : { font, fitTo: { mode: 'width', value: width } })
  const read = guarded(() => freeing(open(), svg => ({ width: svg.width, height: svg.height, plain: svg.toString() })))
  return (
    read && {
      ...read,
      raster(wanted) {
        const across = affordable(wanted, read)
        return across === undefined ? undefined : guarded(() => drawn(open(across)))
      },
    }
  )
}

function drawn(svg: InstanceType<Resvg['Resvg']>): Raster {
  return freeing(svg, read =>
    freeing(read.render(), image => fromRgba(image.width, image.height, unmultiplied(image.pixels))),
  )
}

/** Its reader throws strings as well as errors, and a trap where it meets what nobody foresaw. */
function guarded<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Returns how many pixels wide a drawing can be drawn; its pixels are bounded, for it may be narrow and high. */
function affordable(wanted: number, { width, height, plain }: Omit<ReadSvg, 'raster'>): number | undefined {
  const { work, copies } = rasterCost(plain, wanted / width)
  const pixels = Math.min(MOST_PIXELS, MOST_COPIED / (copies + 1), MOST_WORK / (work + 1))
  const asked = (wanted * wanted * height) / width
  if (pixels < Math.min(LEAST_PIXELS, asked)) return undefined
  return Math.max(1, Math.floor(Math.min(wanted, Math.sqrt((pixels * width) / height))))
}

/** What WebAssembly gives must be given back. */
function freeing<Handle extends { free(): void }, Result>(handle: Handle, use: (handle: Handle) => Result): Result {
  try {
    return use(handle)
  } finally {
    handle.free()
  }
}

/** Colours come multiplied by their opacity. */
function unmultiplied(pixels: Uint8Array): Uint8Array {
  return pixels.map((value, index) => {
    const opacity = pixels[index | 3]!
    return (index & 3) === 3 || opacity === 0 ? value : Math.min(255, Math.round((value * 255) / opacity))
  })
}

let started: Promise<Resvg> | undefined

/** Its module can be started once in a process. */
function svgEngine(host: Host): Promise<Resvg> {
  started ??= start(host)
  // A failed start must not stay: the next drawing may try again.
  started.catch(() => {
    started = undefined
  })
  return started
}

async function start(host: Host): Promise<Resvg> {
  const [engine, bytes] = await Promise.all([import('@resvg/resvg-wasm'), host.readShipped('wasm/resvg.wasm')])
  const code = new Uint8Array(bytes)
  const module = host.compileWasm ? host.compileWasm(code, 'briefly') : await WebAssembly.compile(code)
  await engine.initWasm(module as WebAssembly.Module)
  return engine
}
