import { createColors } from 'picocolors'
import { printable } from '../diagnostics/printable.js'
import { EnvironmentError, UsageError } from '../export/errors.js'
import { packageVersion } from '../host/package-version.js'
import { exitCode } from './exit-code.js'
import { shortPath } from './short-path.js'
import { useColour } from './terminal.js'

/** Runs the command line and returns its exit code. Whatever is thrown is said on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    if (argv.includes('--version') && !argv.slice(0, argv.indexOf('--version')).includes('--'))
      return print(`${packageVersion()}\n`)
    const { parseArguments } = await import('./parse-arguments.js')
    const parsed = await parseArguments(argv)
    if ('print' in parsed) return print(parsed.print)
    const run = await parsed.command.load()
    return await run(parsed.args)
  } catch (error) {
    return complain(error)
  }
}

function print(text: string): number {
  process.stdout.write(text)
  return exitCode.fine
}

function complain(error: unknown): number {
  const colours = createColors(useColour(process.stderr))
  const say = (reason: string, hint?: string) =>
    process.stderr.write(`${colours.red('error')}  ${printable(reason)}${hint ? `\n       ${printable(hint)}` : ''}\n`)
  if (error instanceof UsageError) {
    say(error.message, error.hint)
    for (const { file, path, reason, hint } of error.messages) {
      const place = [file && shortPath(file), path].filter(Boolean).join('  ')
      process.stderr.write(
        `  ${printable(place ? `${place}  ` : '')}${printable(reason)}\n${hint ? `        ${printable(hint)}\n` : ''}`,
      )
    }
    return exitCode.usage
  }
  if (error instanceof EnvironmentError) {
    say(error.message, error.hint)
    return exitCode.environment
  }
  if (error instanceof Error && error.name === 'AbortError') return exitCode.interrupted
  say(`a fault in the program: ${error instanceof Error ? error.message : String(error)}`, 'please report it')
  if (error instanceof Error && error.stack) process.stderr.write(`${colours.dim(error.stack)}\n`)
  return exitCode.environment
}
