import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createMessage, type Message } from '../diagnostics/message.js'
import { findInputs } from '../export/find-inputs.js'
import { type Input, pathOf } from '../export/inputs.js'
import { judgeFile, judgeFor } from '../preflight/judges.js'
import type { ReporterChoice } from './create-reporter.js'

/** Endings of finished files that nothing here judges and that are no articles. */
const foreign = /\.(doc|odt|rtf|epub|pages|eml|opml|rdf|svg)$/i

/** Returns which of the files that the user named are finished ones to be judged, and which are articles or may hold some. */
export async function sortOut(
  named: readonly string[],
  cwd: string,
): Promise<{ finished: string[]; sources: string[] }> {
  const finished: string[] = []
  const sources: string[] = []
  for (const name of named) {
    const inputs = name === '-' ? [] : [...(await findInputs([name], [], cwd)).inputs]
    // A folder holds articles, and what is not there is complained of by whoever would have read it.
    const files = inputs.length > 0 ? inputs.map(({ file }) => file) : [name]
    for (const file of files) ((await isFinished(file, cwd)) ? finished : sources).push(file)
  }
  return { finished, sources }
}

async function isFinished(file: string, cwd: string): Promise<boolean> {
  if (foreign.test(file)) return true
  const judge = judgeFor(file)
  if (!judge?.knows) return judge !== undefined
  const text = await readFile(resolve(cwd, file), 'utf8').catch(() => '')
  return judge.knows(text)
}

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
    return (messages ?? [notJudged(file)]).map(message => ({ ...message, file }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ ...createMessage('input-unreadable', `\`${file}\` cannot be read: ${reason}`), file }]
  }
}

function notJudged(file: string): Message {
  const kinds = 'PDF, Word, feeds, sitemaps, JSON-LD, ninjs and web pages'
  return createMessage('file-not-judged', `\`${file}\` cannot be judged: check reads articles, ${kinds}`)
}
