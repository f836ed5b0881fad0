import path from 'node:path'
import type { Article } from '../article/article.js'
import { byPlace, createMessage, type Message } from '../diagnostics/message.js'
import { collectionOf, renderTo } from '../pipeline.js'
import type { RendererEntry } from '../renderers/renderer.js'
import { deliver, faultOf, hasError, settingFor } from './export-documents.js'
import type { DocumentResult, ExportedFile, ExportOptions } from './export-options.js'
import { compareBytewise } from './find-inputs.js'
import type { Manifest } from './manifest.js'
import { NodeOwners } from './node-owners.js'
import { outputPath } from './output-names.js'
import { type Entry, storyOf } from './read-inputs.js'
import { recordingHost } from './recording-host.js'
import type { ChosenFormat, Settings } from './settings.js'

/**
 * Makes and writes one collection of all articles that did not fail, of which there is at least one. Where all of them are
 * left out on purpose, the renderer writes it and says so.
 */
export async function exportCollection(
  entry: RendererEntry,
  entries: readonly Entry[],
  settings: Settings,
  options: ExportOptions,
  manifest?: Manifest,
): Promise<DocumentResult> {
  const target = outputPath(settings.destination, entry, '')
  const file = target === '-' ? entry.extension : path.basename(target)
  const made = await manifest?.collection(file, entries)
  if (made) return made
  const recording = manifest && recordingHost(settings.host)
  const setting = { ...settings, ...(recording && { host: recording.host }) }
  const format = (await settings.formats()).find(each => each.entry === entry)!
  const good = entries.filter(entry => !entry.failed)
  const messages: Message[] = good.length < entries.length ? [leftOut(file, entries.length - good.length)] : []
  const outputs = await make(format, target, good, setting, options, messages)
  const located = messages.map(message => ({ file, ...message })).sort(byPlace)
  const result = { file, outputs, messages: located, failed: hasError(messages) }
  if (recording) manifest.keepCollection(result, entries, recording)
  return result
}

async function make(
  format: ChosenFormat,
  target: string,
  entries: readonly Entry[],
  settings: Settings,
  options: ExportOptions,
  messages: Message[],
): Promise<ExportedFile[]> {
  const owners = new NodeOwners()
  const ordered = [...entries].sort(byNewest)
  const first = await storyOf(ordered[0]!, settings, options)
  const articles = streamOf(ordered, settings, options, owners)
  const collection = { ...collectionOf(articles, settings.site, first?.article), ...settings.feed }
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
    messages.push({ ...faultOf(error, format.renderer.name), format: format.renderer.name })
    return []
  }
}

/** Articles in publishing order, read as they are asked for and not held. */
async function* streamOf(
  entries: readonly Entry[],
  settings: Settings,
  options: ExportOptions,
  owners: NodeOwners,
): AsyncGenerator<Article> {
  for (const entry of entries) {
    options.signal?.throwIfAborted()
    const story = await storyOf(entry, settings, options)
    if (!story) continue
    owners.add(story.article, story.place)
    yield story.article
  }
}

/** Newest first, those without a date last; of one moment by path, bytewise. */
function byNewest(a: Entry, b: Entry): number {
  return b.time - a.time || compareBytewise(a.input.file, b.input.file)
}

function leftOut(file: string, count: number): Message {
  const failed = count === 1 ? 'one article that failed is' : `${count} articles that failed are`
  return createMessage('collection-left-out', `${failed} not in \`${file}\``)
}
