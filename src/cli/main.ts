import { packageVersion } from '../host/package-version.js'
import { complain } from './complain.js'
import { exitCode } from './exit-code.js'
import { growYoungSpace } from './grow-young-space.js'
import { standardOutput } from './streams.js'

/** Runs the command line and returns its exit code. Whatever is thrown is said on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    if (argv.includes('--version') && !argv.slice(0, argv.indexOf('--version')).includes('--'))
      return print(`${packageVersion()}\n`)
    const { parseArguments } = await import('./parse-arguments.js')
    const parsed = await parseArguments(argv)
    if ('print' in parsed) return print(parsed.print)
    growYoungSpace()
    const run = await parsed.command.load()
    return await run(parsed.args)
  } catch (error) {
    return complain(error, argv)
  }
}

function print(text: string): number {
  standardOutput().write(text)
  return exitCode.fine
}
