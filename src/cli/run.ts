import { EnvironmentError } from '../export/errors.js'
import { complain } from './complain.js'
import { exitCode } from './exit-code.js'
import { main } from './main.js'
import { standardError, whenWritten } from './streams.js'

/** Runs the command line in this process and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  const stuck = () => {
    process.exitCode = complain(neverDone(), argv)
  }
  process.once('beforeExit', stuck)
  const code = await main(argv)
  process.off('beforeExit', stuck)
  process.exitCode ||= code
  // What was written last may fail after the work is done.
  whenWritten(broken => {
    if (broken && code === exitCode.fine)
      standardError().write(`error  the standard output cannot be written (${broken.code})\n`)
  })
}

/** Where nothing is left that could settle a promise, Node ends a script as if all were done. */
const neverDone = (): EnvironmentError =>
  new EnvironmentError(
    'nothing is left to do, but the work is not done: something waits for what cannot come any more',
    'look in the plugins for a promise that is never settled',
  )
