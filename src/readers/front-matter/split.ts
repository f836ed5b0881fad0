/** The front matter between its fences: it begins on the second line of the source, `offset` characters from its start. */
export interface FrontMatterBlock {
  text: string
  offset: number
}

/** The block between two lines of `---` (YAML) or `+++` (TOML, as Hugo has it) at the very top of a source. */
export interface SplitSource {
  yaml?: FrontMatterBlock
  toml?: FrontMatterBlock
  /** Where the front matter ends. */
  bodyStart?: number
  /** A fence that opens front matter and is not closed, or one that opens none. */
  trouble?: 'unclosed' | 'text' | 'json' | 'script'
  /** The fence that opens it. */
  fence?: '---' | '+++'
}

/** Closing fences not with `^` and `$`, for which U+2028 ends a line too: places count none there. */
const languages = [
  {
    name: 'yaml',
    fence: '---',
    // Eleventy and others may name the language; JSON is YAML.
    opening: /^---[ \t]*(?:ya?ml|json)?[ \t]*(?:\r\n|\n|\r)/i,
    closing: /(?<![^\n])(?:---|\.\.\.)[ \t]*(?![^\n])/,
    field: /^[ \t]*(?:["'][^"'\n\r]*["']|[^\s#:[\]{}"'&*!|>%@`-][^:\n\r]*)[ \t]?:(?:[ \t]|$)/m,
  },
  {
    name: 'toml',
    fence: '+++',
    opening: /^\+\+\+[ \t]*(?:\r\n|\n|\r)/,
    closing: /(?<![^\n])\+\+\+[ \t]*(?![^\n])/,
    field: /^[ \t]*(?:["'][^"'\n\r]*["']|[\w.-]+)[ \t]*[=:]|^[ \t]*\[/m,
  },
] as const

/**
 * Divides a source into front matter and body. A block without a single `key: value` is no front matter but text between
 * two rules, as CommonMark reads it.
 */
export function splitFrontMatter(source: string): SplitSource {
  for (const { name, fence, opening, closing, field } of languages) {
    const open = opening.exec(source)
    if (!open) continue
    const rest = source.slice(open[0].length)
    const close = closing.exec(rest.includes('\r') ? rest.replaceAll('\r', '\n') : rest)
    if (!close) return field.test(rest.slice(0, 200).split(/[\r\n]/)[0] ?? '') ? { trouble: 'unclosed', fence } : {}
    const text = rest.slice(0, close.index)
    if (text.trim() !== '' && !looksLikeData(text, field)) return { trouble: 'text', fence }
    const bodyStart = open[0].length + close.index + close[0].length
    const block = { text, offset: open[0].length }
    return name === 'yaml' ? { yaml: block, bodyStart } : { toml: block, bodyStart }
  }
  return json.test(source) ? { trouble: 'json' } : script.test(source) ? { trouble: 'script' } : {}
}

/** Hugo reads such a beginning as front matter too. */
const json = /^\{[ \t]*[\r\n]+[ \t]*"[\w-]+"[ \t]*:/

/** Eleventy runs such a beginning. */
const script = /^---[ \t]*(?:js|javascript|coffee(?:script)?)[ \t]*[\r\n]/i

const hyphen = 0x2d
const plus = 0x2b
const brace = 0x7b
const dot = 0x2e
const newline = 0x0a

/**
 * Returns the beginning of a source, in UTF-8, in which `splitFrontMatter` finds the same front matter as in all of it, up to
 * the end of a line.
 */
export function frontMatterIn(source: Uint8Array): Uint8Array {
  let start = 0
  while (isByteOrderMark(source, start)) start += 3
  const mark = source[start] === plus ? plus : hyphen
  if (!isFence(source, start, mark)) return source[start] === brace ? source : source.subarray(0, start)
  for (let line = endOfLine(source, start) + 1; line < source.length; line = endOfLine(source, line) + 1) {
    if (!isFence(source, line, mark) && !(mark === hyphen && isFence(source, line, dot))) continue
    const end = endOfLine(source, line)
    if (isBlank(source, line + 3, end)) return source.subarray(0, end)
  }
  return source
}

/** Not by `indexOf`, which takes longer to call than most lines to go through. */
function endOfLine(source: Uint8Array, from: number): number {
  let at = from
  while (at < source.length && source[at] !== newline) at++
  return at
}

function isByteOrderMark(source: Uint8Array, at: number): boolean {
  return source[at] === 0xef && source[at + 1] === 0xbb && source[at + 2] === 0xbf
}

function isFence(source: Uint8Array, at: number, mark: number): boolean {
  return source[at] === mark && source[at + 1] === mark && source[at + 2] === mark
}

function isBlank(source: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (source[at] !== 0x20 && source[at] !== 0x09 && source[at] !== 0x0d) return false
  return true
}

/** Returns the source with spaces in place of the front matter: offsets, lines and columns stay what they were. */
export function blanked(source: string, bodyStart: number): string {
  if (bodyStart === 0) return source
  return source.slice(0, bodyStart).replace(/[^\r\n]/g, ' ') + source.slice(bodyStart)
}

/** Pairs, a map in flow style, or nothing but comments. */
function looksLikeData(text: string, field: RegExp): boolean {
  if (field.test(text)) return true
  const lines = text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '' && !line.trim().startsWith('#'))
  return lines.length === 0 || /^\s*[{[]/.test(lines[0]!)
}
