import { exitCode } from './exit-code.js'

const opened = new Map<'stdout' | 'stderr', NodeJS.WriteStream>()
let broken: NodeJS.ErrnoException | undefined

/** Returns the standard output. It is opened when it is asked for: a run that says nothing is not to pay for it. */
export const standardOutput = (): NodeJS.WriteStream => open('stdout')

/** Returns the standard error, opened when it is asked for. */
export const standardError = (): NodeJS.WriteStream => open('stderr')

/** A stream that closes early ends the command quietly; one that cannot be written sets the exit code. */
function open(name: 'stdout' | 'stderr'): NodeJS.WriteStream {
  const known = opened.get(name)
  if (known) return known
  const stream = process[name]
  opened.set(name, stream)
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has seen enough (`| head`): that is no failure.
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.fine)
    broken ??= error
    process.exitCode = exitCode.environment
  })
  return stream
}

/** Calls back with what went wrong, once everything that was written to the standard output has gone out. */
export function whenWritten(say: (error: NodeJS.ErrnoException | undefined) => void): void {
  const output = opened.get('stdout')
  if (output) output.write('', () => say(broken))
  else say(broken)
}
