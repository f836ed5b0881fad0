import { byPlace, type Message } from '../diagnostics/message.js'
import type { Entries } from './entries.js'
import { exportCollections, placeOf } from './export-collection.js'
import { noOutputs } from './export-documents.js'
import type { DocumentResult } from './export-options.js'
import type { Inputs } from './inputs.js'
import type { Manifest } from './manifest.js'
import { mergeAlike } from './merge-alike.js'
import { progressOf } from './progress.js'
import { storyOf } from './read-inputs.js'
import { isFeedsAlone, turn, type Whole, type Work } from './work.js'

/** Returns what was made of feeds alone, where all of them would come out the same: no story is read then. */
export async function recallFeeds(inputs: Inputs, work: Work): Promise<Whole | undefined> {
  const { settings, options, queue, manifest } = work
  if (!manifest || !isFeedsAlone(work)) return undefined
  await manifest.takeIn(inputs, options.signal)
  const collections: DocumentResult[] = []
  for (const format of settings.entries) {
    const { file } = placeOf(format, settings)
    const made = await manifest.collection(file, [])
    if (!made) return undefined
    collections.push(made)
  }
  const tell = progressOf(inputs, queue)
  for (const { file } of inputs) tell(file)
  const documents = {
    *[Symbol.iterator]() {
      for (const { file } of inputs)
        yield { type: 'document' as const, file, outputs: noOutputs, messages: manifest.said(file), failed: false }
    },
  }
  queue.pushAll(documents)
  return { documents, collections: mergeAlike(collections), ok: true }
}

/**
 * Writes feeds, of which a story is a part and never a file: it is read whole when a feed comes to it. Only then is known
 * what there is to say of each, so that they are told of after the feeds.
 */
export async function writeFeeds(
  entries: Entries,
  work: Work,
): Promise<{ documents: Iterable<DocumentResult>; collections: DocumentResult[] }> {
  const { settings, options, queue, manifest } = work
  const tell = progressOf(entries, queue)
  const collections = await exportCollections(entries, work, ({ input }) => tell(input.file))
  for (let index = 0; index < entries.length; index++) {
    options.signal?.throwIfAborted()
    if (index % 64 === 0) await turn()
    const entry = entries.at(index)
    // No feed has asked for it.
    if (entry.unread) {
      await storyOf(entry, settings, options)
      entries.put(index, entry)
      tell(entry.input.file)
    }
  }
  const documents = { [Symbol.iterator]: () => documentsOf(entries) }
  if (manifest) keepSaid(documents, manifest)
  queue.pushAll(documents)
  return { documents, collections }
}

/** Stories that failed are tried again: the next run makes the feeds anew. */
function keepSaid(documents: Iterable<DocumentResult>, manifest: Manifest): void {
  for (const { file, messages, failed } of documents) {
    if (failed) return manifest.forget()
    if (messages.length > 0) manifest.keepSaid(file, messages)
  }
}

const inOrder = (messages: Message[]): Message[] => (messages.length > 1 ? messages.toSorted(byPlace) : messages)

function* documentsOf(entries: Entries): Generator<{ type: 'document' } & DocumentResult> {
  for (const { input, messages, failed } of entries)
    yield { type: 'document', file: input.file, outputs: noOutputs, messages: inOrder(messages), failed }
}
