import { readFile } from 'node:fs/promises'
import { createMessage, type Message } from '../diagnostics/message.js'
import { findInputs, type Input, pathOf } from '../export/find-inputs.js'
import { judgeFile } from '../preflight/judges.js'
import type { ReporterChoice } from './create-reporter.js'

/** What became of all files: enough for the exit code. */
export interface Verdict {
  failed: boolean
  warned: boolean
}

/** Judges finished files one after another (a large one holds much memory) and prints what is said of each. */
export async function judgeFiles(names: readonly string[], { reporter, print }: ReporterChoice): Promise<Verdict> {
  const { inputs, messages } = await findInputs(names, [], process.cwd())
  const verdict: Verdict = { failed: false, warned: false }
  for (const message of messages) await say(message.file ?? '', [message])
  for (const input of inputs) await say(input.file, await judge(input))
  return verdict

  async function say(file: string, said: Message[]): Promise<void> {
    const failed = said.some(message => message.severity === 'error')
    verdict.failed ||= failed
    verdict.warned ||= said.some(message => message.severity === 'warning')
    print(await reporter.document({ file, messages: said, outputs: [], failed }, async () => undefined))
  }
}

async function judge(input: Input): Promise<Message[]> {
  const { file } = input
  try {
    const messages = await judgeFile(file, new Uint8Array(await readFile(pathOf(input) ?? file)))
    return (messages ?? []).map(message => ({ ...message, file }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ ...createMessage('input-unreadable', `\`${file}\` cannot be read: ${reason}`), file }]
  }
}
