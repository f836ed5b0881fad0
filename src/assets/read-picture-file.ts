import { constants } from 'node:fs'
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { nearest } from '../diagnostics/nearest.js'
import type { AssetBytes, AssetRefusal } from '../host/host.js'
import { assetLimits } from './limits.js'

/**
 * Reads a picture that an article names by a relative path, or by one that begins with `/` at the root. `base` is the
 * article's path; `root` the folder that the file must lie in once every symbolic link is resolved (default: the article's
 * own folder). Fetches nothing from the network. Returns the bytes or why they cannot be had.
 */
export async function readPictureFile(
  url: string,
  base: string | undefined,
  root?: string,
): Promise<AssetBytes | AssetRefusal> {
  if (/^(?:https?:)?\/\//i.test(url))
    return { rule: 'asset-network', refused: `the picture \`${url}\` was not fetched` }
  if (/^[a-z][a-z0-9+.-]+:/i.test(url))
    return { rule: 'asset-type', refused: `the address \`${shortened(url)}\` names no file` }
  const folder = base === undefined ? process.cwd() : path.dirname(path.resolve(base))
  const jail = path.resolve(root ?? folder)
  const names = [...new Set([url, withoutQuery(url)].map(decoded))].filter(name => !name.includes('\0'))
  for (const name of names) {
    const wanted = name.startsWith('/') ? path.join(jail, name) : path.resolve(folder, name)
    const read = await readInside(wanted, jail, url)
    if (read) return read
  }
  return missing(url, names[0] ?? url, folder)
}

/** Returns undefined where there is no such file. */
async function readInside(wanted: string, jail: string, url: string): Promise<AssetBytes | AssetRefusal | undefined> {
  try {
    const [real, realJail] = await Promise.all([realpath(wanted), realpath(jail)])
    // Judged on real paths: `..` and links are gone from them.
    if (!isInside(real, realJail)) return outside(url, jail)
    const file = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      return await readBounded(file, url)
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // What does not exist outside may not be told from what does.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
      return isInside(path.normalize(wanted), jail) ? undefined : outside(url, jail)
    if (code) return { rule: 'asset-missing', refused: `the picture \`${url}\` cannot be read (${code})` }
    throw error
  }
}

async function readBounded(file: FileHandle, url: string): Promise<AssetBytes | AssetRefusal> {
  const stat = await file.stat()
  if (!stat.isFile()) return { rule: 'asset-type', refused: `\`${url}\` is no file` }
  if (stat.size > assetLimits.bytes)
    return {
      rule: 'asset-size',
      refused: `the picture \`${url}\` has ${megabytes(stat.size)}; ${megabytes(assetLimits.bytes)} is the most`,
    }
  const bytes = await file.readFile()
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) }
}

/** Returns whether a path is the folder or lies in it. */
function isInside(file: string, folder: string): boolean {
  const between = path.relative(folder, file)
  return between === '' || !(between === '..' || between.startsWith(`..${path.sep}`) || path.isAbsolute(between))
}

function outside(url: string, jail: string): AssetRefusal {
  return {
    rule: 'asset-outside-root',
    refused: `the picture \`${url}\` lies outside the root \`${path.basename(jail) || jail}\` and was not read`,
  }
}

/** Says that there is no such file, and which neighbour may have been meant: `Chart.PNG` for `chart.png`. */
async function missing(url: string, name: string, folder: string): Promise<AssetRefusal> {
  const wanted = path.resolve(folder, name)
  const refused = `there is no picture \`${shortened(url)}\``
  const near = await neighbour(wanted)
  return near
    ? { rule: 'asset-missing', refused, hint: `did you mean \`${near}\`?` }
    : { rule: 'asset-missing', refused }
}

async function neighbour(wanted: string): Promise<string | undefined> {
  try {
    const names = await readdir(path.dirname(wanted))
    return nearest(path.basename(wanted), names.sort().slice(0, 2000))
  } catch {
    return undefined
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 77)}…` : url
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
