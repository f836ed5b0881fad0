import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readPictureFile } from '../assets/read-picture-file.js'
import { compileWasm } from './compile-wasm.js'
import { convertImage } from './convert-image.js'
import { findPackageFonts } from './find-package-fonts.js'
import type { GivenFont, Host } from './host.js'
import { inflate } from './inflate.js'
import { packageFolder } from './package-folder.js'

/** How the Node host is set up. */
export interface NodeHostOptions {
  /** Folder that pictures may not come from outside of. Default: the folder of the article. */
  root?: string | undefined
  /** The moment to go by. Default: the system's clock. */
  now?: Date | undefined
  /** Font files to use, in order of preference. */
  fonts?: readonly GivenFont[] | undefined
  /** Folders from which font packages are looked for, upwards. Default: the current one; the program's own comes last. */
  packagesFrom?: readonly string[] | undefined
}

/** In bytes; with what zlib keeps free in its window of 16 KiB (its MIN_LOOKAHEAD). */
const SHORT = 16_384 - 262

/** Returns the host for Node: files below the root, no network, shipped fonts, pictures converted by sharp where installed. */
export function nodeHost(options: NodeHostOptions = {}): Host {
  return {
    now: () => options.now ?? new Date(),
    readAsset: (url, base) => readPictureFile(url, base, options.root),
    readShipped,
    readFile: readAnyFile,
    ...(options.fonts && { fonts: options.fonts }),
    packageFonts: packageFontsFrom(options.packagesFrom ?? ['.']),
    // Node's own zlib costs a quarter of a portable one in a cold process. Its bytes are the same for one build of Node;
    // who must compare files made on different processors supplies a host with a portable `deflate`.
    deflate,
    inflate,
    crc32: bytes => process.getBuiltinModule('node:zlib').crc32(bytes),
    convertImage,
    compileWasm,
  }
}

/**
 * zlib asks for 268 kB for each text that it compresses, however short: with a smaller window and tables a page's costs a
 * sixth less. A window of 16 KiB holds such a text whole (RFC 1950, section 2.2), so it packs as small. And it is looked
 * through quickly: half the time, for a twelfth more of a page, which is a seventieth of a report with pictures. `chunkSize`
 * is room for all that comes out, in nearly every case: each further piece would be fetched by a turn of its own.
 */
function deflate(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  const chunkSize = Math.max(1024, length >> 1)
  const { deflateSync } = process.getBuiltinModule('node:zlib')
  return deflateSync(
    bytes,
    length <= SHORT ? { chunkSize, level: 3, windowBits: 14, memLevel: 7 } : { chunkSize, level: 5 },
  )
}

function readAnyFile(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch(() => undefined)
}

const finders = new Map<string, NonNullable<Host['packageFonts']>>()

/** Returns the same function for the same folders, by which the PDF renderer knows that it may go on with the fonts it has. */
function packageFontsFrom(folders: readonly string[]): NonNullable<Host['packageFonts']> {
  const absolute = folders.map(folder => path.resolve(folder))
  const key = absolute.join('\0')
  let finder = finders.get(key)
  if (!finder) {
    finder = name => findPackageFonts(name, absolute)
    finders.set(key, finder)
  }
  return finder
}

async function readShipped(file: string): Promise<Uint8Array> {
  const folder = packageFolder()
  try {
    return await readFile(path.join(folder, 'dist', file))
  } catch (error) {
    throw new Error(`the package is incomplete: \`dist/${file}\` is missing; install it again, or run its build`, {
      cause: error,
    })
  }
}
