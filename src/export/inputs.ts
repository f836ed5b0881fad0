import path from 'node:path'
import { PackedNames } from './packed-names.js'

/** One source to be read. */
export interface Input {
  /** As the user named it, or below the folder that was named: what messages print. `-` for the standard input. */
  file: string
  /** Folder that it is named from, absolute; absent for the standard input. */
  folder?: string
}

/** Returns the absolute path of a source; undefined for the standard input. Not kept: a run may have 100,000 sources. */
export function pathOf({ file, folder }: Input): string | undefined {
  if (folder === undefined) return undefined
  const end = file.lastIndexOf('/')
  // Files of one folder follow one another, and each is asked for several times.
  if (end <= 0 || !isPlain(file.slice(end + 1))) return path.resolve(folder, file)
  const within = file.slice(0, end)
  if (within !== last.within || folder !== last.folder)
    last = { within, folder, path: path.join(path.resolve(folder, within), path.sep) }
  return last.path + file.slice(end + 1)
}

let last = { within: '', folder: '', path: '' }

/** Whether a name names a file of the folder before it, on any system. */
const isPlain = (name: string): boolean => /[^.]/.test(name) && !/[\\:]/.test(name)

/** The sources of a run in order: only their names are held. */
export class Inputs implements Iterable<Input> {
  readonly #files: PackedNames
  readonly #folder: string

  /** `files` as the user named them, from `folder`; `-` stands for the standard input. */
  constructor(files: readonly string[], folder: string) {
    this.#files = new PackedNames(files)
    this.#folder = folder
  }

  get length(): number {
    return this.#files.length
  }

  at(index: number): Input {
    const file = this.#files.at(index)
    return file === '-' ? { file } : { file, folder: this.#folder }
  }

  *[Symbol.iterator](): Generator<Input> {
    for (let index = 0; index < this.length; index++) yield this.at(index)
  }
}
