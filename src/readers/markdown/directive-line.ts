import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'

const label = /^\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]/
const attributes = /^\{(?:"[^"]*"|'[^']*'|[^{}"'])*\}/
/** From a bracket to a bracket, whatever stands between: quotation marks and escapes are the parser's to read. */
const bracketed = /^[[{].*[\]}]$/
const restOfLine = /[^\r\n]*/y

/**
 * Returns the words on the line that opens a directive which are neither its name nor its label nor its attributes:
 * `:::note Title`, as other programs write it. One of the parsers leaves them out, the other takes no such line for a
 * directive.
 */
export function wordsAfter({ name, position }: ContainerDirective | LeafDirective, source: string): string {
  const start = position?.start.offset
  if (start === undefined) return ''
  restOfLine.lastIndex = start
  const rest = restOfLine
    .exec(source)![0]
    .replace(/^:+[ \t]*/, '')
    .slice(name.length)
    .trimEnd()
  const words = rest.replace(label, '').replace(attributes, '')
  // Behind a blank nothing is a label any more.
  if (bracketed.test(rest) && !/^\s/.test(words)) return ''
  return words.trim().replace(/^\[([^[\]]*)\]$/, '$1')
}

/**
 * Returns the words on the line that closes a container, `::: and more`, which no child holds: one of the parsers takes it for
 * the end, and the other for text.
 */
export function wordsAtEnd({ children, position }: ContainerDirective, source: string): string {
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (start === undefined || end === undefined) return ''
  const whole = source.slice(start, end)
  const line = start + lastLineIn(whole)
  const inside = children.at(-1)?.position?.end.offset ?? start
  if (line <= start || inside > line) return ''
  return /^[\s>]*:{3,}[ \t]+(\S.*)$/.exec(source.slice(line, end).trimEnd())?.[1] ?? ''
}

/** Returns where the last line of a text begins; a carriage return alone ends lines too. */
export function lastLineIn(text: string): number {
  const last = text.endsWith('\r') ? text.length - 2 : text.length - 1
  return Math.max(text.lastIndexOf('\n', last), text.lastIndexOf('\r', last)) + 1
}
