import { exitCode } from './exit-code.js'
import { main } from './main.js'
import { standardError, whenWritten } from './streams.js'

/** Runs the command line in this process and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  const code = await main(argv)
  process.exitCode ||= code
  // What was written last may fail after the work is done.
  whenWritten(broken => {
    if (broken && code === exitCode.fine)
      standardError().write(`error  the standard output cannot be written (${broken.code})\n`)
  })
}
