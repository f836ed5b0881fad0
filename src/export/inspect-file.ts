import { readFile } from 'node:fs/promises'
import type { Article } from '../article/article.js'
import { byPlace } from '../diagnostics/message.js'
import { UsageError } from './errors.js'
import type { DocumentResult, ExportOptions } from './export-options.js'
import { findInputs, folderEndings } from './find-inputs.js'
import { pathOf } from './inputs.js'
import { readInput } from './read-inputs.js'
import { settleReading } from './settle-reading.js'

/** Reads one file into an article, as an export would, and makes nothing of it. `source` is its text, for code frames. */
export async function inspectFile(
  options: ExportOptions,
): Promise<DocumentResult & { article?: Article; source?: string }> {
  const settings = await settleReading(options)
  const { inputs, messages } = await findInputs(options.inputs, folderEndings(settings.toolkit), settings.cwd)
  if (inputs.length > 1)
    throw new UsageError(`\`${options.inputs[0]}\` holds ${inputs.length} articles; one can be inspected at a time`)
  const [input] = inputs
  if (!input) return { file: options.inputs[0] ?? '', outputs: [], messages, failed: true }
  const entry = await readInput(input, settings, options)
  const path = pathOf(input)
  const source = path && (await readFile(path, 'utf8').catch(() => undefined))
  return {
    file: input.file,
    outputs: [],
    messages: entry.messages.sort(byPlace),
    failed: entry.failed,
    ...(entry.article && { article: entry.article }),
    ...(source !== undefined && { source }),
  }
}
