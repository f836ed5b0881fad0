import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { suggestion } from '../diagnostics/nearest.js'
import { UsageError } from '../export/errors.js'
import { exportFiles } from '../export/export-files.js'
import type { ExportOptions } from '../export/export-options.js'
import { beforeWriting, removeTemporaryFiles } from '../export/write-together.js'
import { createReporter, type ReporterChoice } from './create-reporter.js'
import { exitCode } from './exit-code.js'
import { exportOptions } from './export-options.js'
import type { Arguments } from './flags.js'
import { judgeFiles, sortOut } from './judge-files.js'
import { createProgress } from './progress.js'
import { readInput, writeOutput } from './standard-output.js'

/** `standfirst export`: writes articles in other formats. */
export async function exportCommand(args: Arguments): Promise<number> {
  return run(exportOptions(args), createReporter(args, { writes: true }))
}

/** `standfirst check`: says what an export would say, judges finished files whoever made them, and writes nothing. */
export async function checkCommand(args: Arguments): Promise<number> {
  const { finished, sources } = await sortOut(args.files, process.cwd())
  const options = withProfiles(exportOptions({ ...args, files: sources }), args)
  const choice = createReporter(args, { writes: false })
  const verdict = await judgeFiles(finished, choice)
  const code = verdict.failed || (choice.strict && verdict.warned) ? exitCode.document : exitCode.fine
  if (sources.length === 0) {
    choice.print(choice.reporter.end())
    return code
  }
  return (await run({ ...options, to: options.to ?? 'pdf,docx,rss,jsonld', write: false }, choice)) || code
}

/** Rules that outputs are judged by while they are made: the format that is judged, and the option that asks for it. */
const profiles: { readonly [name: string]: { to: string; set: string } } = {
  rss: { to: 'rss', set: 'rss.lint=true' },
  atom: { to: 'atom', set: 'atom.lint=true' },
  jsonld: { to: 'jsonld', set: 'jsonld.lint=true' },
  google: { to: 'jsonld', set: 'jsonld.lint=true' },
}

/** Adds what the profiles ask for: their formats alone, where no others are named. */
function withProfiles(options: ExportOptions, { values }: Arguments): ExportOptions {
  const names = typeof values.profile === 'string' ? values.profile.split(',').map(name => name.trim()) : []
  const chosen = names.map(name => {
    const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined
    if (!profile) throw new UsageError(`there is no profile \`${name}\``, suggestion(name, Object.keys(profiles)))
    return profile
  })
  if (chosen.length === 0) return options
  const to = options.to ?? [...new Set(chosen.map(profile => profile.to))].join(',')
  return { ...options, to, set: [...(options.set ?? []), ...chosen.map(profile => profile.set)] }
}

async function run(options: ExportOptions, { reporter, print, strict, quiet }: ReporterChoice): Promise<number> {
  const interruption = listenForInterruption()
  const progress = createProgress(!quiet)
  const input = rememberInput()
  let failed = false
  let warned = false
  try {
    const running = exportFiles({ ...options, readInput: input.read, writeOutput, signal: interruption.signal })
    for await (const event of running) {
      if (event.type === 'start' && event.documents > MANY) (await import('./save-memory.js')).saveMemory()
      if (event.type === 'progress') progress.show(event.done, event.documents, event.file)
      if (event.type !== 'document' && event.type !== 'collection') continue
      failed ||= event.failed
      warned ||= event.messages.some(message => message.severity === 'warning')
      const said = reporter.document(event, file => sourceOf(file, input, options))
      const text = typeof said === 'string' ? said : await said
      if (text) {
        progress.clear()
        print(text)
      }
    }
    progress.clear()
    print(reporter.end())
    return failed || (strict && warned) ? exitCode.document : exitCode.fine
  } finally {
    progress.clear()
    interruption.stop()
  }
}

/** With more documents than this a run is long, and what it holds counts for more than a few per cent of its time. */
const MANY = 3_000

/**
 * Before anything is written an interruption ends the process as the system does, at once, though it be in the midst of a long
 * page. From then on the first ends the run between two documents, the second at once; temporary files go in either case.
 */
function listenForInterruption(): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(exitCode.interrupted)
    controller.abort()
  }
  const signals = ['SIGINT', 'SIGTERM']
  // Whoever stopped to listen behind each file would lose what comes at that moment.
  beforeWriting(() => {
    for (const name of signals) process.on(name, interrupt)
  })
  process.on('exit', removeTemporaryFiles)
  return {
    signal: controller.signal,
    stop() {
      for (const name of signals) process.off(name, interrupt)
    },
  }
}

/** The standard input can be read once; code frames want it again. */
function rememberInput() {
  let text: string | undefined
  return {
    async read(): Promise<Uint8Array> {
      const bytes = await readInput()
      text = new TextDecoder().decode(bytes)
      return bytes
    },
    get: () => text,
  }
}

async function sourceOf(
  file: string,
  input: { get(): string | undefined },
  options: ExportOptions,
): Promise<string | undefined> {
  if (file === '-') return input.get()
  const text = await readFile(resolve(options.cwd ?? '.', file), 'utf8').catch(() => undefined)
  return text?.replace(/^\uFEFF/, '')
}
