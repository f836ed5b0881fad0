/**
 * What a run made of what, kept in a file, so that the next one can leave alone whatever would come out the same. Nothing in
 * it is trusted further than a digest reaches: a file that is damaged, of another build or of another command counts as none.
 */
import { readFileSync, statSync } from 'node:fs'
import type { Message } from '../diagnostics/message.js'
import { buildId } from '../host/build-id.js'
import { packageVersion } from '../host/package-version.js'
import { digest, digestOfMany } from './digest.js'
import type { DocumentResult, ExportedFile } from './export-options.js'
import { type Input, pathOf } from './inputs.js'
import { readBriefly } from './read-briefly.js'
import { type Entry, nothing } from './read-inputs.js'
import { type Asked, answersAgain, type Recording } from './recording-host.js'
import type { Settings } from './settings.js'
import { turn } from './work.js'
import { writeTogether } from './write-together.js'

/** What was made last time, and what it depended on. Plain JSON. */
interface Made {
  result: Pick<DocumentResult, 'file' | 'outputs' | 'messages'>
  /** When each output was last changed, in milliseconds since 1970. */
  stamps: number[]
  asked: Asked[]
}

/** One article, and what a run must know of it without reading it. */
export interface MadeDocument extends Made {
  source: string
  entry: Pick<Entry, 'name' | 'time' | 'changed' | 'options' | 'size'>
}

/** One collection, and a digest over all articles that it was made of. */
interface MadeCollection extends Made {
  sources: string
}

interface Content {
  /** Digest of everything but the sources that decides what comes out. */
  key: string
  documents: { [file: string]: MadeDocument }
  collections: { [file: string]: MadeCollection }
  /** For feeds alone, in which a story is a part and never a file: what there was to say of each, where there was anything. */
  said: { [file: string]: Message[] }
}

/** What is known from the last run, and what this one adds. */
export interface Manifest {
  /** Returns what was made of a source, where it would come out the same. */
  document(input: Input): Promise<MadeDocument | undefined>
  /** For feeds alone: takes in what all sources hold, as one digest, and holds nothing of any. */
  takeIn(inputs: Iterable<Input>, signal?: AbortSignal): Promise<void>
  /** Returns what a collection was, where it would come out the same. After `takeIn` the entries are not asked for. */
  collection(file: string, entries: Iterable<Entry>): Promise<DocumentResult | undefined>
  /** Returns what there was to say of a story that is a part of feeds alone. */
  said(file: string): Message[]
  keepDocument(entry: Entry, result: DocumentResult, recording: Recording): void
  keepCollection(result: DocumentResult, entries: Iterable<Entry>, recording: Recording): void
  keepSaid(file: string, messages: Message[]): void
  /** Keeps no collection. */
  forget(): void
  /** Writes the file, where it has changed. Throws `EnvironmentError`. */
  save(): Promise<void>
}

/** Opens the manifest of a run. Undefined where none is wanted, or where plugins run, whose code no digest covers. */
export function openManifest(settings: Settings): Manifest | undefined {
  const { manifest: file, plugins, host } = settings
  if (file === undefined || plugins) return undefined
  const key = keyOf(settings)
  const before = read(file, key)
  const now: Content = { key, documents: {}, collections: {}, said: {} }
  const sources = new Map<string, string>()
  let all: string | undefined
  return {
    async document(input) {
      const path = pathOf(input)
      const source = path && digestOfFile(path)
      if (!source) return undefined
      sources.set(input.file, source)
      const known = before?.documents[input.file]
      if (known?.source !== source || !(await stands(known, host))) return undefined
      now.documents[input.file] = known
      return known
    },
    async takeIn(inputs, signal) {
      all = await digestOfAll(inputs, signal)
    },
    async collection(name, entries) {
      const known = before?.collections[name]
      if (!known || known.sources !== (all ?? sourcesOf(entries, sources)) || !(await stands(known, host)))
        return undefined
      now.collections[name] = known
      if (all !== undefined) now.said = before!.said
      return unchanged(known)
    },
    said: file => before?.said[file] ?? nothing,
    keepDocument({ input, name, time, changed, options, size }, result, { asked }) {
      const source = sources.get(input.file)
      const made = source === undefined ? undefined : madeOf(result, asked())
      if (made) now.documents[input.file] = { source: source!, entry: { name, time, changed, options, size }, ...made }
    },
    // Which articles a collection holds may depend on the moment itself; what an article becomes never does.
    keepCollection(result, entries, { asked, usedClock }) {
      const made = usedClock() || all === unknown ? undefined : madeOf(result, asked())
      if (made) now.collections[result.file] = { sources: all ?? sourcesOf(entries, sources), ...made }
    },
    keepSaid(file, messages) {
      now.said[file] = messages
    },
    forget() {
      now.collections = {}
    },
    async save() {
      await writeTogether([
        {
          path: file,
          body: sealed({ ...now, documents: inOrder(now.documents), collections: inOrder(now.collections) }),
        },
      ])
    },
  }
}

/** What was made last time, as the result of this run. */
export function unchanged({ result }: Made): DocumentResult {
  return { ...result, failed: false }
}

/** Everything but the sources and the clock that decides what comes out. */
function keyOf({ entries, config, destination, template, root, read, site, feed, cwd }: Settings): string {
  const formats = entries.map(entry => entry.name)
  const program = [packageVersion(), buildId()]
  return digest(JSON.stringify([program, formats, config, destination, template, root, read, site, feed, cwd]))
}

/** What is made ends in an order that depends on the jobs; the file does not. */
function inOrder<Made>(made: { [file: string]: Made }): { [file: string]: Made } {
  return Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The first line is a digest of the rest. */
function sealed(content: Content): string {
  const text = JSON.stringify(content)
  return `${digest(text)}\n${text}\n`
}

function read(file: string, key: string): Content | undefined {
  try {
    const [seal, text = ''] = readFileSync(file, 'utf8').split('\n', 2)
    if (seal !== digest(text)) return undefined
    const content = JSON.parse(text) as Content
    return content.key === key ? content : undefined
  } catch {
    return undefined
  }
}

/** The digest of names and contents of all sources; of none that was before where one cannot be read, or is no file. */
async function digestOfAll(inputs: Iterable<Input>, signal?: AbortSignal): Promise<string> {
  const hash = digestOfMany()
  let done = 0
  for (const input of inputs) {
    signal?.throwIfAborted()
    const path = pathOf(input)
    if (path === undefined) return unknown
    try {
      hash.add(input.file, readBriefly(path, Infinity).bytes!)
    } catch {
      return unknown
    }
    if (++done % 64 === 0) await turn()
  }
  return hash.end()
}

/** Stands for what is not known, and is no digest. */
const unknown = ''

function digestOfFile(file: string): string | undefined {
  try {
    return digest(readFileSync(file))
  } catch {
    return undefined
  }
}

/** Whether the outputs lie there as they were left, and the surroundings are what they were. */
async function stands({ result, stamps, asked }: Made, host: Settings['host']): Promise<boolean> {
  const left = result.outputs.every(({ path, bytes }, index) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat?.isFile() && stat.size === bytes && stat.mtimeMs === stamps[index]
  })
  return left && answersAgain(asked, host)
}

/** A failure is not kept: the next run tries again. */
function madeOf({ failed, file, outputs, messages }: DocumentResult, asked: Asked[]): Made | undefined {
  if (failed) return undefined
  const stamps = outputs.map(({ path }) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const kept = outputs.map((output): ExportedFile => ({ ...output, status: 'unchanged' }))
  return { result: { file, outputs: kept, messages }, stamps, asked }
}

function sourcesOf(entries: Iterable<Entry>, sources: ReadonlyMap<string, string>): string {
  return digest(
    JSON.stringify(Array.from(entries, ({ input, failed }) => [input.file, sources.get(input.file), failed])),
  )
}
