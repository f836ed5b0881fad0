import { UsageError } from './errors.js'
import { EventQueue } from './event-queue.js'
import { exportCollection } from './export-collection.js'
import { exportDocument } from './export-documents.js'
import type { DocumentResult, ExportEvent, ExportOptions, ExportReport } from './export-options.js'
import { findInputs, folderEndings, type Input } from './find-inputs.js'
import { type Manifest, openManifest } from './manifest.js'
import { mapOrdered } from './map-ordered.js'
import { type Claim, outputPath, refuseClashes } from './output-names.js'
import { type Entry, readInput, recalledInput } from './read-inputs.js'
import { type Settings, settle } from './settings.js'

/** A running export: its events as they come, and the whole when it is done. */
export interface ExportRun extends AsyncIterable<ExportEvent> {
  /** Rejects with `UsageError` before anything was attempted, with `EnvironmentError` where the system fails, with the
   * signal's reason where it was ended. Content never rejects it: see `failed` of each document. */
  readonly done: Promise<ExportReport>
}

/**
 * Exports files: finds the sources, reads them, and writes every format of each, all together or not at all. Two articles
 * for one output are refused before anything is written. The run begins at once; its events need not be listened to.
 */
export function exportFiles(options: ExportOptions): ExportRun {
  const queue = new EventQueue<ExportEvent>()
  const done = run(options, queue).then(
    report => {
      queue.end()
      return report
    },
    error => {
      queue.fail(error)
      throw error
    },
  )
  // Whoever only listens to the events hears of a failure there.
  done.catch(() => undefined)
  return { done, [Symbol.asyncIterator]: () => queue.listen() }
}

const DEFAULT_JOBS = 4

/** What all steps of a run share. */
interface Work {
  settings: Settings
  options: ExportOptions
  queue: EventQueue<ExportEvent>
  manifest: Manifest | undefined
}

async function run(options: ExportOptions, queue: EventQueue<ExportEvent>): Promise<ExportReport> {
  const settings = await settle(options)
  const manifest = options.write === false ? undefined : openManifest(settings)
  // Without a manifest there is something to make: wrong options are said before anything is read.
  if (!manifest) await settings.formats()
  const endings = folderEndings(settings.toolkit)
  const found = await findInputs(options.inputs, endings, settings.cwd)
  if (options.inputs.length === 0)
    throw new UsageError('nothing to export', 'name a file, a folder, or `-` for the standard input')
  queue.push({ type: 'start', documents: found.inputs.length })
  const missing = found.messages.map<DocumentResult>(message => ({
    file: message.file!,
    outputs: [],
    messages: [message],
    failed: true,
  }))
  for (const each of missing) queue.push({ type: 'document', ...each })
  const work: Work = { settings, options, queue, manifest }
  const entries = await readAll(found.inputs, work)
  refuseClashes(claimsOf(entries, settings), found.inputs)
  const documents = await writeDocuments(entries, work)
  const collections = await writeCollections(entries, work)
  await manifest?.save()
  const all = [...missing, ...documents, ...collections]
  return { documents: [...missing, ...documents], collections, ok: all.every(each => !each.failed) }
}

/**
 * Articles are kept until their turn comes as long as their sources add up to fewer bytes; else all are read again. Reading a
 * saved article again costs little and its JSON is long, so it counts more.
 */
const ROOM = 8_000_000
const SAVED_WEIGHT = 4

async function readAll(inputs: readonly Input[], { settings, options, manifest }: Work): Promise<Entry[]> {
  const entries: Entry[] = []
  let total = 0
  let held = 0
  const read = async (input: Input): Promise<Entry> => {
    const made = await manifest?.document(input)
    return made ? recalledInput(input, made) : readInput(input, settings, options)
  }
  for await (const entry of mapOrdered(inputs, jobsOf(options), read)) {
    options.signal?.throwIfAborted()
    entries.push(entry)
    total += entry.input.file.endsWith('.json') ? entry.size * SAVED_WEIGHT : entry.size
    if (total > ROOM) for (; held < entries.length; held++) release(entries[held]!)
    if (entries.length % 64 === 0) await turn()
  }
  return entries
}

/** Forgets an article; what came from the standard input cannot be read again. */
function release(entry: Entry): void {
  if (entry.input.folder !== undefined) Object.assign(entry, { article: undefined, assets: undefined })
}

/** Lets signals and timers in. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function claimsOf(entries: readonly Entry[], { destination, entries: formats, manifest }: Settings): Claim[] {
  const claims = formats.flatMap(format =>
    format.scope === 'collection'
      ? [{ path: outputPath(destination, format, ''), from: format.extension }]
      : entries
          .filter(entry => !entry.failed)
          .map(entry => ({ path: outputPath(destination, format, entry.name), from: entry.input.file })),
  )
  return manifest === undefined ? claims : [...claims, { path: manifest, from: 'the manifest' }]
}

async function writeDocuments(
  entries: readonly Entry[],
  { settings, options, queue, manifest }: Work,
): Promise<DocumentResult[]> {
  const results: DocumentResult[] = []
  const make = (entry: Entry) => {
    options.signal?.throwIfAborted()
    return exportDocument(entry, settings, options, manifest)
  }
  const step = Math.ceil(entries.length / 1_000)
  for await (const result of mapOrdered(entries, jobsOf(options), make)) {
    // One object for both, and told of a step in a thousand: a run may have 100,000 documents, and the queue keeps events.
    const { file, outputs, messages, failed } = result
    const event = { type: 'document' as const, file, outputs, messages, failed }
    results.push(event)
    queue.push(event)
    const done = results.length
    if (done % step === 0 || done === entries.length)
      queue.push({ type: 'progress', done, documents: entries.length, file })
    options.signal?.throwIfAborted()
    // A turn of the loop costs more than a document without outputs.
    if (result.outputs.length > 0 || results.length % 64 === 0) await turn()
  }
  return results
}

async function writeCollections(
  entries: readonly Entry[],
  { settings, options, queue, manifest }: Work,
): Promise<DocumentResult[]> {
  const results: DocumentResult[] = []
  // Where every article failed, their errors say all there is to say.
  if (entries.every(entry => entry.failed)) return results
  for (const format of settings.entries.filter(each => each.scope === 'collection')) {
    const result = await exportCollection(format, entries, settings, options, manifest)
    results.push(result)
    queue.push({ type: 'collection', ...result })
  }
  return results
}

function jobsOf({ jobs = DEFAULT_JOBS }: ExportOptions): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`\`jobs\` is ${jobs}; a whole number from 1 is needed`)
  return jobs
}
