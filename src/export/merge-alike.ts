import type { Message } from '../diagnostics/message.js'
import type { DocumentResult } from './export-options.js'

/**
 * Returns the results of a run's collections with what several of them say of a story alike said once, with the formats that
 * say it.
 */
export function mergeAlike(results: readonly DocumentResult[]): DocumentResult[] {
  if (results.length < 2) return [...results]
  const formats = new Map<string, Set<string>>()
  for (const { messages } of results) {
    for (const message of messages) {
      const key = keyOf(message)
      const known = formats.get(key)
      if (message.format !== undefined)
        if (known) known.add(message.format)
        else formats.set(key, new Set([message.format]))
    }
  }
  const said = new Set<string>()
  return results.map(result => ({
    ...result,
    messages: result.messages.flatMap(message => {
      const key = keyOf(message)
      const all = formats.get(key)
      if (!all || all.size < 2) return [message]
      if (said.has(key)) return []
      said.add(key)
      return [{ ...message, format: [...all].join(', ') }]
    }),
  }))
}

function keyOf({ format: _format, ...message }: Message): string {
  return JSON.stringify(message)
}
