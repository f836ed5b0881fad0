import { printable } from '../diagnostics/printable.js'
import { isEnvironmentError, isUsageError, type UsageError } from '../export/errors.js'
import { packageVersion } from '../host/package-version.js'
import { exitCode } from './exit-code.js'
import { shortPath } from './short-path.js'
import { standardError, standardOutput } from './streams.js'
import { coloursFor } from './terminal.js'

/** Says what kept a command from being tried or from going on, and returns its exit code. */
export function complain(error: unknown, argv: readonly string[]): number {
  const code = codeOf(error)
  if (code === exitCode.interrupted) return code
  if (wantsJson(argv)) sayInJson(error, writers.has(argv[0]!) ? standardError() : standardOutput())
  else sayInWords(error)
  return code
}

function codeOf(error: unknown): number {
  if (isUsageError(error)) return exitCode.usage
  return error instanceof Error && error.name === 'AbortError' ? exitCode.interrupted : exitCode.environment
}

/** Commands whose output is not their report, which so stands on the standard error. */
const writers: ReadonlySet<string> = new Set(['export', 'inspect'])

/** Looked for among the bare words: what is wrong may be the command line itself. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some((word, at) => word === '--reporter=json' || (word === '--reporter' && argv[at + 1] === 'json'))
}

/** One object, where the report of a run would have stood and of its shape, with what kept the run from being made. */
function sayInJson(error: unknown, stream: NodeJS.WriteStream): void {
  const { reason, hint, messages } = wordsOf(error)
  const report = { version: packageVersion(), ok: false, refused: { reason, hint, messages }, documents: [] }
  stream.write(`${JSON.stringify(report, undefined, 2)}\n`)
}

function sayInWords(error: unknown): void {
  const { reason, hint, messages } = wordsOf(error)
  const stream = standardError()
  const colours = coloursFor(stream)
  const after = hint ? `\n       ${printable(hint)}` : ''
  stream.write(`${colours.red('error')}  ${printable(reason)}${after}\n`)
  for (const { file, path, position, reason, hint } of messages) {
    const line = position && `${position.start.line}:${position.start.column}`
    const place = [file && shortPath(file), line, path].filter(Boolean).join('  ')
    stream.write(
      `  ${printable(place ? `${place}  ` : '')}${printable(reason)}\n${hint ? `        ${printable(hint)}\n` : ''}`,
    )
  }
  if (isFault(error) && error instanceof Error && error.stack) stream.write(`${colours.dim(error.stack)}\n`)
}

function wordsOf(error: unknown): Pick<UsageError, 'hint' | 'messages'> & { reason: string } {
  const reason = error instanceof Error ? error.message : String(error)
  if (isUsageError(error)) return { reason, hint: error.hint, messages: error.messages }
  if (isEnvironmentError(error)) return { reason, hint: error.hint, messages: [] }
  return { reason: `a fault in the program: ${reason}`, hint: 'please report it', messages: [] }
}

function isFault(error: unknown): boolean {
  return !(isUsageError(error) || isEnvironmentError(error))
}
