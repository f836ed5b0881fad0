import type { ParseError } from 'toml-eslint-parser'
import type { Report } from '../../diagnostics/message.js'
import type { FrontMatterBlock } from './split.js'

/** What the parser's words mean to a person who is no programmer, and what to do. */
const advice: { readonly [words: string]: { reason: string; hint: string } } = {
  'Unterminated string constant': {
    reason: 'a closing quotation mark is missing',
    hint: 'close it on the same line; longer texts stand between `"""`',
  },
  'Unterminated array': { reason: 'a closing bracket is missing', hint: 'close the list with `]`' },
  'Unterminated table-key': { reason: 'a closing bracket is missing', hint: 'write `[name]` on a line of its own' },
  'The key, equals sign, and value must be on the same line': {
    reason: 'what the line before begins does not end there',
    hint: 'look for a bracket that is left open: write `[name]` on a line of its own',
  },
  'Unterminated inline table': { reason: 'a closing brace is missing', hint: 'close it with `}`, on the same line' },
  'Expected equal (=) token': { reason: 'a `=` is missing', hint: 'write `key = "value"`' },
  'Unspecified values are invalid': { reason: 'a value is missing', hint: 'write `key = "value"`' },
  'Unexpected character': { reason: 'a value needs quotation marks', hint: 'write `key = "value"`' },
  'Unexpected token': { reason: 'this does not belong here', hint: 'write `key = "value"`, one a line' },
  'Must be a newline': { reason: 'more stands behind the value', hint: 'write one `key = "value"` a line' },
  'Expected comma (,) token': { reason: 'a comma is missing', hint: 'write `["one", "two"]`' },
  'Defining a key multiple times is invalid': { reason: 'this key stands twice', hint: 'keep one of them' },
  'Invalid character in escape sequence': {
    reason: 'a backslash stands before a letter that it gives no meaning',
    hint: "write it twice, or put the value between `'`",
  },
  'Unexpected invalid date': { reason: 'there is no such day', hint: 'write 2026-11-23' },
  'Unexpected invalid time': { reason: 'there is no such time', hint: 'write 2026-11-23T08:00:00+01:00' },
}

/** Reports at its place what keeps a block from being TOML, in words that say what to do. */
export function reportTomlFault(error: ParseError, block: FrontMatterBlock, report: Report): void {
  const line = block.text.split(/\r\n|\n|\r/)[error.lineNumber - 1] ?? ''
  const shown = line.trim().length > 60 ? `${line.trim().slice(0, 57)}…` : line.trim()
  const { reason, hint } = adviceFor(error, line)
  const start = { line: error.lineNumber + 1, column: error.column + 1, offset: block.offset + error.index }
  report('front-matter-toml', `the front matter cannot be read${shown && ` at \`${shown}\``}: ${reason}`, {
    position: { start, end: start },
    ...(hint && { hint }),
  })
}

/** `title: Talks` is YAML, between the marks of TOML. */
function adviceFor({ message }: ParseError, line: string): { reason: string; hint?: string } {
  if (/^\s*[\w-]+:(?:\s|$)/.test(line))
    return { reason: 'that is YAML', hint: 'write `key = "value"`, or put `---` in place of both lines of `+++`' }
  return advice[message] ?? { reason: `it is no TOML (${message})` }
}
