import { once } from 'node:events'
import { environmentError, UsageError } from '../export/errors.js'
import type { Output } from '../renderers/renderer.js'
import { standardOutput } from './streams.js'

/** Writes an output to the standard output, as fast as the other end takes it. Throws where a terminal cannot show it. */
export async function writeOutput(body: Output['body'], binary: boolean): Promise<void> {
  if (binary && standardOutput().isTTY)
    throw new UsageError(
      'a terminal cannot show this format',
      'send it into a file: `> story.pdf`, or name one with `--out`',
    )
  for await (const chunk of typeof body === 'string' || body instanceof Uint8Array ? [body] : body) await write(chunk)
}

async function write(chunk: string | Uint8Array): Promise<void> {
  try {
    if (!standardOutput().write(chunk)) await once(standardOutput(), 'drain')
  } catch (error) {
    throw environmentError(error, 'the standard output cannot be written')
  }
}

/** Reads the standard input to its end. */
export async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
