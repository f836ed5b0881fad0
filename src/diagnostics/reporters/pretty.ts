import { codeFrame } from '../code-frame.js'
import type { Message, Severity } from '../message.js'
import { printable } from '../printable.js'
import { noCounts, type Reported, type Reporter, type SourceOf } from './reporter.js'

/** Puts colour around text, or leaves it as it is where there is none. */
export interface Colours {
  red(text: string): string
  yellow(text: string): string
  magenta(text: string): string
  blue(text: string): string
  dim(text: string): string
  bold(text: string): string
}

/** How much is printed. */
export interface PrettyOptions {
  colours: Colours
  /** Least severity that is shown, and whether outputs and the summary are. */
  quiet: boolean
  strict: boolean
  /** Lists what was written; `check` writes nothing. */
  writes: boolean
  /** Returns a path as the user would write it. */
  shown(path: string): string
}

/** For people: messages by file with the source line and what to do, then what was written. */
export function prettyReporter(options: PrettyOptions): Reporter {
  const counts = noCounts()
  const total = { documents: 0, failed: 0, written: 0, unchanged: 0 }
  return {
    document(reported, sourceOf) {
      total.documents++
      if (reported.failed) total.failed++
      for (const { severity } of reported.messages) counts[severity]++
      for (const { path, status } of reported.outputs) if (path !== '-') total[status]++
      const messages = reported.messages.filter(message => isShown(message.severity, options))
      const written = options.writes && !options.quiet ? outputLines(reported, options) : ''
      // Of most of the stories of a feed there is nothing to say.
      return messages.length === 0
        ? written
        : said(messages, reported.file, sourceOf, options).then(text => text + written)
    },
    end: () => (options.quiet ? '' : summary(total, counts, options)),
  }
}

async function said(
  messages: readonly Message[],
  document: string,
  sourceOf: SourceOf,
  options: PrettyOptions,
): Promise<string> {
  const parts: string[] = []
  for (const [file, group] of byFile(merged(messages), document)) {
    const source = group.some(message => message.position) ? await sourceOf(file) : undefined
    parts.push(`${options.colours.bold(printable(file))}\n${group.map(each => block(each, source, options)).join('')}`)
  }
  return parts.join('')
}

function isShown(severity: Severity, { quiet, strict }: PrettyOptions): boolean {
  return !quiet || severity === 'error' || (strict && severity === 'warning')
}

/** What several formats say of the same place in the same words is said once. */
function merged(messages: readonly Message[]): Message[] {
  const seen = new Map<string, Message>()
  for (const message of messages) {
    const { rule, reason, file, position } = message
    const key = JSON.stringify([rule, reason, file, position?.start])
    const first = seen.get(key)
    if (!first) seen.set(key, { ...message })
    else if (message.format && first.format && !first.format.split(', ').includes(message.format))
      first.format += `, ${message.format}`
  }
  return [...seen.values()]
}

function byFile(messages: readonly Message[], fallback: string): Map<string, Message[]> {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const file = message.file ?? fallback
    groups.set(file, [...(groups.get(file) ?? []), message])
  }
  return groups
}

function block(message: Message, source: string | undefined, { colours }: PrettyOptions): string {
  const { severity, rule, position, path, format, reason, hint } = message
  const colour = { error: colours.red, warning: colours.yellow, loss: colours.magenta, info: colours.blue }[severity]
  const place = position ? `${position.start.line}:${position.start.column}` : path
  const said = `${format ? `${format}: ` : ''}${printable(reason)}`
  const head = ['', colour(severity.padEnd(7)), colours.dim(rule), ...(place ? [colours.dim(place)] : []), said].join(
    '  ',
  )
  const frame = source !== undefined && position ? codeFrame(source, position).map(colours.dim) : []
  const advice = hint ? [`${' '.repeat(8)}${printable(hint)}`] : []
  return `${[head, ...frame, ...advice].join('\n')}\n`
}

function outputLines(reported: Reported, { colours, shown }: PrettyOptions): string {
  return reported.outputs
    .filter(output => output.path !== '-')
    .map(({ path, bytes, status }) =>
      colours.dim(`${status === 'written' ? 'wrote' : 'as is'}  ${printable(shown(path))}  ${size(bytes)}\n`),
    )
    .join('')
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(bytes < 1e4 ? 1 : 0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

function summary(
  total: { documents: number; failed: number; written: number; unchanged: number },
  counts: { [severity in Severity]: number },
  { colours, writes }: PrettyOptions,
): string {
  const parts = [
    ...(total.failed > 0 ? [colours.red(`${total.failed} failed`)] : []),
    ...(writes && total.written + total.unchanged > 0 ? [`${plural(total.written, 'file')} written`] : []),
    ...(writes && total.unchanged > 0 ? [`${total.unchanged} unchanged`] : []),
    ...(counts.warning > 0 ? [colours.yellow(plural(counts.warning, 'warning'))] : []),
    ...(counts.loss > 0 ? [colours.magenta(plural(counts.loss, 'loss', 'losses'))] : []),
  ]
  const fine = counts.info > 0 ? 'nothing wrong' : 'nothing to report'
  if (parts.length === 0) return writes ? '' : `${plural(total.documents, 'document')}, ${fine}\n`
  return `${parts.join(', ')}\n`
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
