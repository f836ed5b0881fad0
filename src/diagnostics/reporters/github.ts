import type { Message, Severity } from '../message.js'
import type { Reporter } from './reporter.js'

const commands: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  loss: 'warning',
  info: 'notice',
}

/** Workflow commands of GitHub Actions: messages become annotations at their lines. */
export const githubReporter: Reporter = {
  document: async ({ messages, file }) => messages.map(message => annotation(message, file)).join(''),
  end: () => '',
}

function annotation(message: Message, file: string): string {
  const { start, end } = message.position ?? {}
  const fields = {
    file: message.file ?? file,
    ...(start && { line: start.line, col: start.column }),
    ...(end && { endLine: end.line, ...(end.line === start?.line && { endColumn: end.column }) }),
    title: message.format ? `${message.rule} (${message.format})` : message.rule,
  }
  const properties = Object.entries(fields).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const text = message.hint ? `${message.reason}\n${message.hint}` : message.reason
  return `::${commands[message.severity]} ${properties.join(',')}::${escapeData(text)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
