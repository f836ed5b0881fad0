import path from 'node:path'
import type { RendererEntry } from '../renderers/renderer.js'
import { UsageError } from './errors.js'
import { type Input, pathOf } from './inputs.js'

/** Where outputs go: to the standard output, to one file, or into a folder, where they lie flat. Paths are absolute. */
export type Destination = { kind: 'stdout' } | { kind: 'file'; path: string } | { kind: 'folder'; path: string }

/**
 * Returns where `--out` leads. It is a file only with one format and that format's ending; otherwise a folder, by default
 * the current one. `known` are all formats there are: a name that ends as a file of theirs is meant as a file. `isFolder` says
 * whether a folder of that name is there already. Throws `UsageError`.
 */
export function destinationOf(
  out: string | undefined,
  formats: readonly RendererEntry[],
  known: readonly RendererEntry[],
  cwd: string,
  isFolder: (path: string) => boolean,
): Destination {
  if (out === undefined) return { kind: 'folder', path: cwd }
  if (out === '-') {
    if (formats.length > 1)
      throw new UsageError('the standard output takes one format', `name one with \`--to\`, or a folder with \`--out\``)
    return { kind: 'stdout' }
  }
  const absolute = path.resolve(cwd, out)
  if (/[/\\]$/.test(out) || isFolder(absolute)) return { kind: 'folder', path: absolute }
  if (formats.length === 1 && hasEnding(out, formats[0]!)) return { kind: 'file', path: absolute }
  const meant = known.find(format => hasEnding(path.basename(out).slice(1), format))
  if (meant) throw noFolder(out, meant, formats)
  return { kind: 'folder', path: absolute }
}

function noFolder(out: string, meant: RendererEntry, formats: readonly RendererEntry[]): UsageError {
  const names = formats.map(format => `\`${format.name}\``).join(' and ')
  const folder = out.slice(0, -endingOfFormat(meant).length)
  return new UsageError(
    `\`--out ${out}\` names one file, and ${names} ${formats.length === 1 ? 'ends otherwise' : 'make several'}`,
    `name a folder, \`--out ${folder}\`, or make that file alone: \`--to ${meant.name}\``,
  )
}

/** Endings that servers and people give such files beside the usual one. */
const otherEndings: { readonly [format: string]: string } = { rss: '.rss', atom: '.atom' }

/** A collection's extension is its whole name, `feed.xml`; a file named for it shares the part after the dot. */
export function hasEnding(file: string, format: RendererEntry): boolean {
  return [endingOfFormat(format), otherEndings[format.name]].some(
    ending => ending !== undefined && file.toLowerCase().endsWith(ending.toLowerCase()),
  )
}

function endingOfFormat(format: RendererEntry): string {
  return format.extension.slice(Math.max(0, format.extension.indexOf('.')))
}

/** Returns the file that a format makes of an article, or of the whole collection. */
export function outputPath(destination: Destination, format: RendererEntry, name: string): string {
  if (destination.kind === 'stdout') return '-'
  if (destination.kind === 'file') return destination.path
  return path.join(destination.path, format.scope === 'collection' ? format.extension : name + format.extension)
}

/** Returns an article's name among outputs: its slug as given where a file can be called that, else its file's stem. */
export function nameOf(slug: string | undefined, input: Input): string {
  return slug !== undefined && isFileName(slug) ? slug : stemOf(input)
}

/**
 * Returns a file's name without folder and ending; `article` for the standard input. An `index.md` in a folder that the user
 * named, or below one, goes by its folder's name, an `index.de.md` by that and its language: Hugo has a folder for each story.
 */
export function stemOf(input: Input): string {
  if (input.folder === undefined) return 'article'
  const base = path.basename(input.file)
  const stem = base.replace(/\.(?:ninjs\.json|[^.]+)$/, '')
  return byFolder(stem, input.file) || base
}

const index = /^_?index(?=$|\.[a-z]{2,3}(?:-[a-z]{2,4})?$)/i

/** The stem of an index with its folder's name in place of its own, where its path says one; of any other file as it is. */
function byFolder(stem: string, file: string): string {
  const name = path.basename(path.dirname(file))
  return name === '.' || name === '..' ? stem : stem.replace(index, own => name || own)
}

/**
 * Returns what a story without a slug is called in its address: its file's stem without the day that Jekyll puts before it, or,
 * of an `index.md`, the name of its folder, as Hugo has it. The standard input has no name.
 */
export function addressNameOf(input: Input): string | undefined {
  const file = pathOf(input)
  if (file === undefined) return undefined
  const stem = stemOf(input)
  return byFolder(stem, file).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '')
}

/**
 * Returns the name of the folder that a story lies in, for its address: of an `index.md` that of the folder above its own.
 * Undefined where there is none.
 */
export function folderNameOf(input: Input): string | undefined {
  const file = pathOf(input)
  if (file === undefined) return undefined
  const folder = path.dirname(file)
  const isIndex = index.test(path.basename(file, path.extname(file)))
  return path.basename(isIndex ? path.dirname(folder) : folder) || undefined
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Returns whether a name can be a file's on any system: no path, no reserved name, not too long. */
export function isFileName(name: string): boolean {
  if (name === '' || name.startsWith('.') || /[. ]$/.test(name) || RESERVED.test(name)) return false
  return !/[\u0000-\u001F\u007F/\\:*?"<>|]/.test(name) && Buffer.byteLength(name) <= 200
}

/** An output that is going to be written, and what it is made from. */
export interface Claim {
  path: string
  /** File of the article, or the collection's name. */
  from: string
}

/** Two claims to one output: what is wrong, and the source that comes second. */
export interface Clash {
  file: string
  reason: string
  hint: string
}

/**
 * Refuses two articles for one output before anything is written. Throws `UsageError`.
 */
export function refuseClashes(claims: readonly Claim[], inputs: Iterable<Input>): void {
  const found = findClash(claims, inputs)
  if (found) throw new UsageError(found.reason, found.hint)
}

/**
 * Returns the first two articles that claim one output, names compared without case and Unicode form, since some systems keep
 * them apart and some do not; also an output in the place of an input.
 */
export function findClash(claims: readonly Claim[], inputs: Iterable<Input>): Clash | undefined {
  const seen = new Map<string, Claim>()
  for (const claim of claims) {
    const key = folded(claim.path)
    const other = seen.get(key)
    if (other) return clash(claim, other)
    seen.set(key, claim)
  }
  for (const input of inputs) {
    const source = pathOf(input)
    const claim = source && seen.get(folded(source))
    if (claim)
      return {
        file: input.file,
        reason: `the output \`${claim.path}\` would take the place of \`${input.file}\``,
        hint: 'name another folder with `--out`',
      }
  }
  return undefined
}

function clash({ from: file, path: output }: Claim, other: Claim): Clash {
  const both = `\`${other.from}\` and \`${file}\` would both`
  return output === '-'
    ? { file, reason: `${both} go to the standard output`, hint: 'name one article, or a folder with `--out`' }
    : {
        file,
        reason: `${both} be written to \`${path.basename(output)}\``,
        hint: 'give one of them a `slug` of its own, or export them into different folders',
      }
}

function folded(file: string): string {
  return file.normalize('NFC').toLowerCase()
}
