import { exitCode } from './exit-code.js'
import { main } from './main.js'

/** Runs the command line in this process: streams that close early end it quietly, and the exit code is set. */
export async function run(argv: readonly string[]): Promise<void> {
  let broken: NodeJS.ErrnoException | undefined
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader of a pipe has seen enough (`| head`): that is no failure.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.fine)
      broken ??= error
      process.exitCode = exitCode.environment
    })
  }
  const code = await main(argv)
  process.exitCode ||= code
  // What was written last may fail after the work is done.
  process.stdout.write('', () => {
    if (broken && code === exitCode.fine)
      process.stderr.write(`error  the standard output cannot be written (${broken.code})\n`)
  })
}
