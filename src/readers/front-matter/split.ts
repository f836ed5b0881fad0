/** The block between two `---` at the very top of a source. */
export interface SplitSource {
  /** The YAML, and where it begins. Absent where the source has no front matter. */
  yaml?: { text: string; offset: number }
  /** Where the front matter ends. */
  bodyStart?: number
  /** A fence that opens front matter and is not closed, or front matter in another language. */
  trouble?: 'unclosed' | 'toml' | 'text'
}

const opening = /^---[ \t]*(?:\r\n|\n|\r)/
const closing = /^(?:---|\.\.\.)[ \t]*$/m
const field = /^[ \t]*(?:["'][^"'\n\r]*["']|[^\s#:[\]{}"'&*!|>%@`-][^:\n\r]*)[ \t]?:(?:[ \t]|$)/m

/**
 * Divides a source into front matter and body. A block without a single `key: value` is no front matter but text between
 * two rules, as CommonMark reads it.
 */
export function splitFrontMatter(source: string): SplitSource {
  if (/^\+\+\+[ \t]*[\r\n]/.test(source)) return { trouble: 'toml' }
  const open = opening.exec(source)
  if (!open) return {}
  const rest = source.slice(open[0].length)
  const close = closing.exec(rest.includes('\r') ? rest.replaceAll('\r', '\n') : rest)
  if (!close) return field.test(rest.slice(0, 200).split(/[\r\n]/)[0] ?? '') ? { trouble: 'unclosed' } : {}
  const text = rest.slice(0, close.index)
  if (text.trim() !== '' && !looksLikeYaml(text)) return { trouble: 'text' }
  const end = open[0].length + close.index + close[0].length
  return { yaml: { text, offset: open[0].length }, bodyStart: end }
}

/** Returns the source with spaces in place of the front matter: offsets, lines and columns stay what they were. */
export function blanked(source: string, bodyStart: number): string {
  if (bodyStart === 0) return source
  const front = source.slice(0, bodyStart)
  // Line by line without a pattern: every story has some, and most have no other line ends.
  const blank = front.includes('\r')
    ? front.replace(/[^\r\n]+/g, line => ' '.repeat(line.length))
    : front
        .split('\n')
        .map(line => ' '.repeat(line.length))
        .join('\n')
  return blank + source.slice(bodyStart)
}

/** A map in block or flow style, or nothing but comments. */
function looksLikeYaml(text: string): boolean {
  if (field.test(text)) return true
  const lines = text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '' && !line.trim().startsWith('#'))
  return lines.length === 0 || /^\s*[{[]/.test(lines[0]!)
}
