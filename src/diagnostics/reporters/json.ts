import { noCounts, type Reported, type Reporter } from './reporter.js'

/** One JSON object at the end, for programs: every document with its outputs and messages, and the counts. */
export function jsonReporter(version: string): Reporter {
  const documents: Reported[] = []
  const counts = noCounts()
  return {
    async document(reported) {
      documents.push(reported)
      for (const message of reported.messages) counts[message.severity]++
      return ''
    },
    end: () =>
      `${JSON.stringify({ version, ok: documents.every(each => !each.failed), counts, documents }, undefined, 2)}\n`,
  }
}
