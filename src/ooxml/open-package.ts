import { unzipSync } from 'fflate'
import { PackageError } from './package-error.js'
import { parseXml, type XmlElement } from './xml-tree.js'

/** What a package may hold, so that a small file cannot fill the memory. Sizes in bytes. */
export interface PackageLimits {
  entries: number
  /** All parts together, unpacked. */
  size: number
  /** One part of XML, unpacked. */
  xml: number
  /** Unpacked to packed, of parts larger than a megabyte. Text packs about 20 to 1. */
  ratio: number
}

export const packageLimits: PackageLimits = { entries: 10_000, size: 400_000_000, xml: 100_000_000, ratio: 500 }

/** The parts of a package by their path, and where each part's relationships lead. */
export interface Package {
  /** Returns the root element of a part of XML; undefined where the package has none of that name. */
  xml(path: string): XmlElement | undefined
  bytes(path: string): Uint8Array | undefined
  relationships(path: string): Map<string, Relationship>
}

/** `target`: a path in the package, or an address outside it. */
export interface Relationship {
  type: string
  target: string
  external: boolean
}

/**
 * Opens the package of an Office file. Throws `PackageError` for what is none, or may not be opened. The strict form is opened
 * where it is only read: what is copied out of it would not fit into a file of the usual one.
 */
export function openPackage(
  bytes: Uint8Array,
  { strict = false, limits = packageLimits }: { strict?: boolean; limits?: PackageLimits } = {},
): Package {
  refuseOtherKinds(bytes)
  const parts = unpack(bytes, limits)
  const trees = new Map<string, XmlElement | undefined>()
  const xml = (path: string): XmlElement | undefined => {
    const part = parts.get(path.toLowerCase())
    if (!part) return undefined
    if (!trees.has(path)) trees.set(path, parseXml(part, path, limits.xml, strict))
    return trees.get(path)
  }
  return { xml, bytes: path => parts.get(path.toLowerCase()), relationships: path => relationshipsOf(path, xml) }
}

/** What the first bytes say about a file that is no zip archive. */
function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new PackageError(
      'the file is encrypted, or of the kind that Word wrote before 2007',
      'open it in Word or LibreOffice, take the password off, and save it as .docx',
    )
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74]))
    throw new PackageError('the file is RTF under another name', 'open it in Word or LibreOffice and save it as .docx')
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    throw new PackageError('the file is no Word file: it is no zip archive')
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

function unpack(bytes: Uint8Array, limits: PackageLimits): Map<string, Uint8Array> {
  let entries = 0
  let total = 0
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }): boolean => {
    total += originalSize
    if (++entries > limits.entries) throw new PackageError(`the file holds more than ${limits.entries} parts`)
    if (total > limits.size) throw new PackageError(`the file unpacks to more than ${limits.size / 1_000_000} MB`)
    if (originalSize > 1_000_000 && originalSize > size * limits.ratio)
      throw new PackageError(`the part \`${name}\` unpacks to more than ${limits.ratio} times its size`)
    return !name.endsWith('/')
  }
  try {
    // Each part is unpacked into as much room as its entry says, and no more.
    return new Map(Object.entries(unzipSync(bytes, { filter })).map(([name, part]) => [name.toLowerCase(), part]))
  } catch (error) {
    if (error instanceof PackageError) throw error
    throw new PackageError(`the zip archive is broken (${(error as Error).message})`)
  }
}

/** ISO/IEC 29500-2, 9.3: `word/document.xml` has its relationships in `word/_rels/document.xml.rels`. */
function relationshipsOf(path: string, xml: Package['xml']): Map<string, Relationship> {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const root = xml(`${folder}_rels/${path.slice(slash + 1)}.rels`)
  const found = new Map<string, Relationship>()
  for (const child of root?.children ?? []) {
    if (typeof child === 'string' || !child.name.endsWith('Relationship')) continue
    const { Id = '', Type = '', Target = '', TargetMode } = child.attributes
    const external = TargetMode === 'External'
    found.set(Id, {
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: external ? Target : partAt(folder, Target),
      external,
    })
  }
  return found
}

/** Returns the part that a target names from a folder of the package (ECMA-376-2, 8.3), without a slash before it. */
export function partAt(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
