import path from 'node:path'
import { byPlace, createMessage, type Message } from '../diagnostics/message.js'
import { type RenderSetting, renderTo } from '../pipeline.js'
import { isOptionsError, type Output, type WholeOutput, wholeOutput } from '../renderers/renderer.js'
import { namesFile } from './config-paths.js'
import { isEnvironmentError } from './errors.js'
import type { DocumentResult, ExportedFile, ExportOptions } from './export-options.js'
import { type Manifest, unchanged } from './manifest.js'
import { outputPath } from './output-names.js'
import { programFault } from './program-fault.js'
import { type Entry, type Story, storyOf } from './read-inputs.js'
import { recordingHost } from './recording-host.js'
import type { ChosenFormat, Settings } from './settings.js'
import { writeTogether } from './write-together.js'

/** Makes and writes the outputs of one article in every format of one file per article: all of them or none. */
export async function exportDocument(
  entry: Entry,
  settings: Settings,
  options: ExportOptions,
  manifest?: Manifest,
): Promise<DocumentResult> {
  if (entry.made) return unchanged(entry.made)
  const recording = manifest && recordingHost(settings.host)
  const setting = { ...settings, ...(recording && { host: recording.host }) }
  const formats = (await settings.formats()).filter(format => format.renderer.scope === 'article')
  const story = formats.length === 0 ? undefined : await storyOf(entry, settings, options)
  const messages = [...entry.messages]
  const made: Made[] = []
  for (const format of story ? formats : []) {
    const output = await render(story!, format, entry, setting, messages)
    if (output) made.push({ format, output, path: outputPath(settings.destination, format.entry, entry.name) })
  }
  if (hasError(messages)) entry.failed = true
  const outputs = entry.failed || made.length === 0 ? noOutputs : await deliver(made, () => messages, options)
  const said = messages.length > 0 ? messages.sort(byPlace) : entry.messages
  const result = { file: entry.input.file, outputs, messages: said, failed: entry.failed }
  if (recording) manifest.keepDocument(entry, result, recording)
  return result
}

/** One for all: a feed of 100,000 articles has as many documents without outputs of their own. */
export const noOutputs: ExportedFile[] = []

/** An output that waits to be written. */
export interface Made {
  format: ChosenFormat
  output: Output
  path: string
}

async function render(
  story: Story,
  format: ChosenFormat,
  entry: Entry,
  settings: Settings,
  messages: Message[],
): Promise<Output | undefined> {
  const { name } = format.renderer
  const own = acceptedOptions(format, entry.options[name] ?? {})
  for (const reason of own.refused) {
    const position = story.article.data?.places?.[`format.${name}`]
    messages.push({ ...createMessage('format-options', reason, { position }), file: entry.input.file, format: name })
  }
  try {
    const result = await renderTo(format.renderer, story.article, {
      ...settingFor(settings),
      options: { ...format.options, ...own.options },
      sourceOf: () => story.place,
      other: name => renderOther(name, story, entry, settings),
    })
    messages.push(...result.messages)
    return result.output
  } catch (error) {
    messages.push({ ...faultOf(error, name), file: entry.input.file, format: name })
    return undefined
  }
}

/** Renders a story in another format as the run would; what there is to say of it, that format says where it is asked for. */
async function renderOther(
  name: string,
  story: Story,
  entry: Entry,
  settings: Settings,
): Promise<WholeOutput | undefined> {
  const format = await settings.format(name)
  if (!format) return undefined
  const { output } = await renderTo(format.renderer, story.article, {
    ...settingFor(settings),
    options: { ...format.options, ...acceptedOptions(format, entry.options[name] ?? {}).options },
    sourceOf: () => story.place,
  })
  return wholeOutput(output)
}

/**
 * Parts the options that an article's front matter has for a format into those that the format takes and words about the
 * rest: front matter written for another tool is no reason to refuse a story.
 */
function acceptedOptions(
  { renderer, options }: ChosenFormat,
  own: { readonly [option: string]: unknown },
): { options: { [option: string]: unknown }; refused: string[] } {
  const accepted: { [option: string]: unknown } = {}
  const refused: string[] = []
  for (const [option, value] of Object.entries(own)) {
    if (namesFile(renderer.name, option)) {
      refused.push(`\`${renderer.name}.${option}\` names a file: the configuration says it, not an article`)
      continue
    }
    try {
      renderer.options({ ...options, ...accepted, [option]: value })
      accepted[option] = value
    } catch (error) {
      if (!isOptionsError(error)) throw error
      refused.push(error.message)
    }
  }
  return { options: accepted, refused }
}

/** What every renderer of the run is given. */
export function settingFor(settings: Settings): RenderSetting {
  const { host, template, site, toolkit } = settings
  return { host, template, site, extensions: toolkit.extensions }
}

/** Returns the message for what a renderer threw; lets the surroundings' failures pass. */
export function faultOf(error: unknown, format: string): Message {
  if (isEnvironmentError(error)) throw error
  if (isOptionsError(error))
    return createMessage('format-options', error.message, {
      severity: 'error',
      hint: 'change it where it was given: on the command line, in the configuration or in the template',
    })
  return programFault(`rendering ${format}`, error)
}

/**
 * Writes what was made, or hands it to the standard output. `messages` is looked at once more when streams have been read to
 * their end: where an error came late, nothing is written.
 */
export async function deliver(
  made: readonly Made[],
  messages: () => readonly Message[],
  options: ExportOptions,
): Promise<ExportedFile[]> {
  if (options.write === false) {
    for (const { output } of made) await drain(output.body)
    return []
  }
  const toStdout = made.filter(each => each.path === '-')
  for (const { output } of toStdout) await options.writeOutput!(output.body, !isText(output.mediaType))
  if (toStdout.length > 0)
    return toStdout.map(({ format }) => ({ format: format.renderer.name, path: '-', bytes: 0, status: 'written' }))
  const files = made.flatMap(filesOf)
  const written = await writeTogether(files, () => !hasError(messages()))
  return (written ?? []).map((file, index) => ({ format: files[index]!.format, ...file }))
}

/** Returns an output's own file and those beside it. */
function filesOf({ format, path: target, output }: Made): { format: string; path: string; body: Output['body'] }[] {
  const name = format.renderer.name
  const beside = (output.beside ?? []).map(side => ({
    format: name,
    path: path.join(path.dirname(target), side.name),
    body: side.body,
  }))
  return [{ format: name, path: target, body: output.body }, ...beside]
}

async function drain(body: Output['body']): Promise<void> {
  if (typeof body === 'string' || body instanceof Uint8Array) return
  for await (const _chunk of body);
}

/** Returns whether a terminal can show a media type. */
function isText(mediaType: string): boolean {
  return /^text\/|[/+](?:json|xml|yaml)\b|ld\+json/.test(mediaType)
}

/** Returns whether any message keeps outputs from being written. */
export function hasError(messages: readonly Message[]): boolean {
  return messages.some(message => message.severity === 'error')
}
