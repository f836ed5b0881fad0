import type { RuleId } from '../diagnostics/rules.js'

/**
 * What the surroundings supply: files, fonts, the clock, compression. The core asks only through this object, so that it
 * runs in a browser or a worker as well; `node.ts` holds the one for Node.
 */
export interface Host {
  /** The moment now. Decides which articles a collection holds, never a byte in one. */
  now(): Date
  /**
   * Returns whether a moment, in milliseconds since 1970, has passed: what is asked in place of `now` where no more is needed,
   * since the answer stays the same for long. Default: by `now`.
   */
  hasPassed?(moment: number): boolean
  /**
   * Fetches a picture named in an article. `base` is the path or address of the article.
   * Returns the bytes, or why they may not or cannot be had; never throws over content.
   */
  readAsset(url: string, base: string | undefined): Promise<AssetBytes | AssetRefusal>
  /** Bytes of a file that ships with the program ("fonts/SourceSerif4-Regular.ttf"). Throws where it is missing: a packaging bug. */
  readShipped(path: string): Promise<Uint8Array>
  /** Bytes of a file that the user named in an option, such as a letterhead; undefined where it cannot be read. */
  readFile?(path: string): Promise<Uint8Array | undefined>
  /** Fonts that the user gave, the most wanted first. */
  readonly fonts?: readonly GivenFont[]
  /** Paths, for `readFile`, of the font files in an installed npm package; none where it is not installed. */
  packageFonts?(name: string): Promise<readonly string[]>
  /** zlib (RFC 1950) compression; the same input gives the same bytes. */
  deflate(bytes: Uint8Array): Uint8Array
  /** Undoes zlib compression, to at most `size` bytes; undefined where the data are broken or more. */
  inflate?(bytes: Uint8Array, size: number): Uint8Array | undefined
  /** CRC-32 (ISO 3309), where the host has it at hand: a picture by whose checksums it is whole need not be inflated. */
  crc32?(bytes: Uint8Array): number
  /**
   * Compiles a shipped `WebAssembly.Module`, where the host knows better than `WebAssembly.compile`: `briefly` is for code
   * that an engine should not spend time on optimising.
   */
  compileWasm?(bytes: Uint8Array, runs: 'briefly' | 'long'): object
  /** Converts a picture to another format, where a converter is present. */
  convertImage?(bytes: Uint8Array, wish: ImageWish): Promise<ConvertedImage | undefined>
}

/** A font file as its user describes it. What is not said, the file says itself. */
export interface GivenFont {
  /** Path for `readFile`; of a collection one font by number or name: `songti.ttc#2`, `songti.ttc#Songti SC`. */
  file: string
  /** The path as the user wrote it, for messages. */
  shown?: string
  /** Name under which a template asks for it. */
  family?: string
  /** 100–900 */
  weight?: number
  italic?: boolean
  /** ISO 15924 tags of scripts (`Arab`) that it is to set; any that lack a font where there are none. */
  scripts?: readonly string[]
}

export interface AssetBytes {
  bytes: Uint8Array
}
export interface AssetRefusal {
  /** Why, as a sentence. */
  refused: string
  hint?: string
  /** Rule that it is reported under. Default `asset-missing`. */
  rule?: RuleId
}

/** `png` keeps alpha; `raw` is 8-bit RGBA, rows from the top. `maxWidth` in px scales down, never up. */
export interface ImageWish {
  format: 'png' | 'jpeg' | 'raw'
  maxWidth?: number
}
export interface ConvertedImage {
  bytes: Uint8Array
  width: number
  height: number
}

/** A picture ready for a renderer: its true type by its first bytes, sizes in px after EXIF orientation. */
export interface Asset {
  bytes: Uint8Array
  mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml'
  width: number
  height: number
  /** EXIF orientation 1–8; 1 when absent. */
  orientation: number
  /** It has more than one frame; formats that hold still show the first. */
  moves?: boolean
}

/** Returns whether a moment, in milliseconds since 1970, has passed for a host. */
export function hasPassed(host: Host, moment: number): boolean {
  return host.hasPassed?.(moment) ?? moment <= host.now().getTime()
}
