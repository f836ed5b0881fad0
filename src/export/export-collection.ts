import path from 'node:path'
import type { Article } from '../article/article.js'
import type { Collection } from '../article/collection.js'
import { byPlace, createMessage, type Message } from '../diagnostics/message.js'
import { hasPassed } from '../host/host.js'
import { collectionOf, renderTo } from '../pipeline.js'
import type { RendererEntry } from '../renderers/renderer.js'
import type { Entries } from './entries.js'
import { deliver, faultOf, hasError, settingFor } from './export-documents.js'
import type { DocumentResult, ExportedFile, ExportOptions } from './export-options.js'
import { inStep } from './in-step.js'
import { mergeAlike } from './merge-alike.js'
import { NodeOwners } from './node-owners.js'
import { outputPath } from './output-names.js'
import { type Entry, type Story, storyOf } from './read-inputs.js'
import { recordingHost } from './recording-host.js'
import type { ChosenFormat, Settings } from './settings.js'
import { turn, type Work } from './work.js'

/**
 * Makes and writes all collections of a run, in one pass over its stories. `passed` is told of each entry once, when it has
 * been read.
 */
export async function exportCollections(
  entries: Entries,
  work: Work,
  passed?: (entry: Entry) => void,
): Promise<DocumentResult[]> {
  const formats = work.settings.entries.filter(each => each.scope === 'collection')
  const recalled = new Map<RendererEntry, DocumentResult>()
  for (const format of formats) {
    const made = await work.manifest?.collection(placeOf(format, work.settings).file, entries)
    if (made) recalled.set(format, made)
  }
  const others = formats.filter(format => !recalled.has(format))
  const stories = storiesOf(entries, work, passed)
  // One alone need not wait for others.
  const readers = others.length === 1 ? [stories] : inStep(stories, others.length)
  const results = await Promise.allSettled(
    others.map((format, index) => exportCollection(format, readers[index]!, entries, work)),
  )
  const made = new Map(others.map((format, index) => [format, outcomeOf(results[index]!)]))
  // Where every article failed, their errors say all there is to say.
  return mergeAlike(formats.flatMap(format => recalled.get(format) ?? made.get(format) ?? []))
}

/** Every collection has come to its end by now, so that nothing goes on behind the failure of one. */
function outcomeOf<Value>(result: PromiseSettledResult<Value>): Value {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/**
 * Makes and writes one collection of all articles that did not fail; undefined where there is none. Where all of them are
 * left out on purpose, the renderer writes it and says so.
 */
async function exportCollection(
  entry: RendererEntry,
  stories: AsyncIterableIterator<Story>,
  entries: Entries,
  work: Work,
): Promise<DocumentResult | undefined> {
  try {
    return await exportStories(entry, stories, entries, work)
  } finally {
    // The others must not wait for one that has failed.
    await stories.return!()
  }
}

async function exportStories(
  entry: RendererEntry,
  stories: AsyncIterableIterator<Story>,
  entries: Entries,
  { settings, options, manifest }: Work,
): Promise<DocumentResult | undefined> {
  const { target, file } = placeOf(entry, settings)
  const recording = manifest && recordingHost(settings.host)
  const setting = { ...settings, ...(recording && { host: recording.host }) }
  const format = (await settings.formats()).find(each => each.entry === entry)!
  const first = await stories.next()
  if (first.done) return undefined
  const messages: Message[] = []
  const articles = { first: first.value, rest: stories, newestChange: entries.newestChange }
  const outputs = await make(format, target, articles, setting, options, messages)
  const failed = entries.failed()
  if (failed > 0) messages.push(leftOut(file, failed))
  const located = messages.map(message => ({ file, ...message })).sort(byPlace)
  const result = { file, outputs, messages: located, failed: hasError(messages) }
  if (recording) manifest.keepCollection(result, entries, recording)
  return result
}

/** Where a collection is written, and what messages call it. */
export function placeOf(entry: RendererEntry, { destination }: Settings): { target: string; file: string } {
  const target = outputPath(destination, entry, '')
  return { target, file: target === '-' ? entry.extension : path.basename(target) }
}

async function make(
  format: ChosenFormat,
  target: string,
  { first, rest, newestChange }: { first: Story; rest: AsyncIterable<Story>; newestChange: number },
  settings: Settings,
  options: ExportOptions,
  messages: Message[],
): Promise<ExportedFile[]> {
  const owners = new NodeOwners()
  const articles = articlesOf(first, rest, owners)
  const collection = {
    ...collectionOf(articles, settings.site, first.article),
    ...updatedOf(newestChange, format, settings),
    ...settings.feed,
  }
  try {
    const result = await renderTo(format.renderer, collection, {
      ...settingFor(settings),
      options: format.options,
      sourceOf: from => owners.of(from),
      about: article => owners.about(article),
    })
    const made = [{ format, output: result.output, path: target }]
    const outputs = await deliver(made, () => result.messages, options)
    messages.push(...result.messages)
    return outputs
  } catch (error) {
    // Who ended the run does not hear that rendering failed.
    options.signal?.throwIfAborted()
    messages.push({ ...faultOf(error, format.renderer.name), format: format.renderer.name })
    return []
  }
}

/** Of a feed of all stories the newest change is that of the newest, though it be to come; where those wait, it is none yet. */
function updatedOf(newest: number, { options }: ChosenFormat, { host }: Settings): Pick<Collection, 'updated'> {
  const { limit, archives, future } = options as { limit?: unknown; archives?: unknown; future?: unknown }
  if (limit !== 'all' || archives !== undefined || newest === -Infinity) return {}
  if (future === 'hold' && !hasPassed(host, newest)) return {}
  return { updated: new Date(newest).toISOString() }
}

/** Stories in publishing order, each read when it is asked for and not held. */
async function* storiesOf(
  entries: Entries,
  { settings, options }: Work,
  passed: ((entry: Entry) => void) | undefined,
): AsyncGenerator<Story> {
  let count = 0
  for (const index of entries.newestFirst()) {
    options.signal?.throwIfAborted()
    // Nothing else waits where nothing is written.
    if (++count % 64 === 0) await turn()
    const entry = entries.at(index)
    const { unread } = entry
    const story = await storyOf(entry, settings, options)
    if (unread) entries.put(index, entry)
    passed?.(entry)
    if (story) yield story
  }
}

async function* articlesOf(first: Story, rest: AsyncIterable<Story>, owners: NodeOwners): AsyncGenerator<Article> {
  owners.add(first.article, first.place)
  yield first.article
  for await (const { article, place } of rest) {
    owners.add(article, place)
    yield article
  }
}

function leftOut(file: string, count: number): Message {
  const failed = count === 1 ? 'one article that failed is' : `${count} articles that failed are`
  return createMessage('collection-left-out', `${failed} not in \`${file}\``)
}
