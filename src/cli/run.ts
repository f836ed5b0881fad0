import { exitCode } from './exit-code.js'
import { main } from './main.js'

/** Runs the command line in this process: streams that close early end it quietly, and the exit code is set. */
export async function run(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader of a pipe has seen enough (`| head`): that is no failure.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.fine)
      process.exitCode = exitCode.environment
      if (stream === process.stdout)
        process.stderr.write(`error  the standard output cannot be written (${error.code})\n`)
    })
  }
  const code = await main(argv)
  process.exitCode ||= code
}
