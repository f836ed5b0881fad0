import { createMessage, type Message } from '../diagnostics/message.js'

/** Returns a message for an exception where content should have been reported: a fault of the program, not of the text. */
export function programFault(doing: string, error: unknown): Message {
  const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)
  const where =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .find(line => /^\s+at /.test(line))
          ?.trim()
      : undefined
  return createMessage('program-fault', `${doing} failed: ${reason}${where ? ` (${where})` : ''}`)
}
