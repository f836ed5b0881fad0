import type { Message } from '../message.js'

/** What a reporter is told of one source, in the order in which things happen. */
export interface Reported {
  file: string
  messages: readonly Message[]
  outputs: readonly { format: string; path: string; bytes: number; status: 'written' | 'unchanged' }[]
  failed: boolean
}

export type SourceOf = (file: string) => Promise<string | undefined>

/** Turns what happened into text. Each method returns what is to be printed now, ending with a new line, or nothing. */
export interface Reporter {
  /** `sourceOf` gives the text of a source for code frames, where it can still be had. */
  document(reported: Reported, sourceOf: SourceOf): Promise<string> | string
  /** What stands at the end. */
  end(): string
}

/** Counts of messages by severity. */
export type Counts = { [severity in Message['severity']]: number }

/** Returns counts of nothing. */
export function noCounts(): Counts {
  return { error: 0, warning: 0, loss: 0, info: 0 }
}
