import { createMessage } from '../diagnostics/message.js'
import type { Entries } from './entries.js'
import { UsageError } from './errors.js'
import { EventQueue } from './event-queue.js'
import { exportCollections } from './export-collection.js'
import { exportDocument } from './export-documents.js'
import type { DocumentResult, ExportEvent, ExportOptions, ExportReport } from './export-options.js'
import { recallFeeds, writeFeeds } from './feeds-alone.js'
import { findInputs, folderEndings } from './find-inputs.js'
import type { Inputs } from './inputs.js'
import { openManifest } from './manifest.js'
import { mapOrdered } from './map-ordered.js'
import { type Claim, findClash, outputPath, refuseClashes } from './output-names.js'
import { progressOf } from './progress.js'
import { readAll } from './read-all.js'
import type { Entry } from './read-inputs.js'
import { type Settings, settle } from './settings.js'
import { isFeedsAlone, jobsOf, turn, type Whole, type Work } from './work.js'

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
    failed: message.severity === 'error',
  }))
  for (const each of missing) queue.push({ type: 'document', ...each })
  const work: Work = { settings, options, queue, manifest }
  const {
    documents,
    collections,
    ok: allMade,
  } = (await recallFeeds(found.inputs, work)) ?? (await make(found.inputs, work))
  for (const each of collections) queue.push({ type: 'collection', ...each })
  await manifest?.save()
  const ok = [...missing, ...collections].every(each => !each.failed) && allMade
  return {
    get documents() {
      return [...missing, ...documents]
    },
    collections,
    ok,
  }
}

async function make(inputs: Inputs, work: Work): Promise<Whole> {
  const entries = await readAll(inputs, work)
  const clash = settleNames(entries, inputs, work)
  const { documents, collections } = isFeedsAlone(work)
    ? await writeFeeds(entries, work)
    : { documents: await writeDocuments(entries, work), collections: await exportCollections(entries, work) }
  return { documents: clash ? [clash, ...documents] : documents, collections, ok: entries.failed() === 0 }
}

/** Two articles for one output are refused; where nothing is written, that is told and all are looked at. */
function settleNames(entries: Entries, inputs: Inputs, { settings, options, queue }: Work): DocumentResult | undefined {
  const claims = claimsOf(entries, settings)
  if (options.write !== false) {
    refuseClashes(claims, inputs)
    return undefined
  }
  const found = findClash(claims, inputs)
  if (!found) return undefined
  const { file, reason, hint } = found
  const message = { ...createMessage('output-name', reason, { hint }), file }
  const result = { file, outputs: [], messages: [message], failed: false }
  queue.push({ type: 'document', ...result })
  return result
}

function claimsOf(entries: Entries, { destination, entries: formats, manifest }: Settings): Claim[] {
  const claims = formats.flatMap(format =>
    format.scope === 'collection'
      ? [{ path: outputPath(destination, format, ''), from: format.extension }]
      : [...entries]
          .filter(entry => !entry.failed)
          .map(entry => ({ path: outputPath(destination, format, entry.name), from: entry.input.file })),
  )
  return manifest === undefined ? claims : [...claims, { path: manifest, from: 'the manifest' }]
}

async function writeDocuments(entries: Entries, work: Work): Promise<DocumentResult[]> {
  const { settings, options, queue, manifest } = work
  const results: DocumentResult[] = []
  const make = (entry: Entry) => {
    options.signal?.throwIfAborted()
    return exportDocument(entry, settings, options, manifest)
  }
  const tell = progressOf(entries, queue)
  for await (const result of mapOrdered(entries, jobsOf(options), make)) {
    // One object for both, and told of a step in a thousand: a run may have 100,000 documents, and the queue keeps events.
    const { file, outputs, messages, failed } = result
    const event = { type: 'document' as const, file, outputs, messages, failed }
    results.push(event)
    queue.push(event)
    tell(file)
    options.signal?.throwIfAborted()
    // A turn of the loop costs more than a document without outputs.
    if (result.outputs.length > 0 || results.length % 64 === 0) await turn()
  }
  return results
}
