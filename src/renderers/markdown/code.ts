import type { CodeBlock } from '../../article/article.js'

/** Returns words in backticks: as many as no run inside has, and padded where they begin or end with one (CommonMark 6.1). */
export function codeSpan(value: string, cell: boolean): string {
  if (value === '') return ''
  const line = value.replace(/\n/g, ' ')
  const fence = '`'.repeat(shortestAbsent(line))
  const padded = /^`|`$/.test(line) || (/^ .* $/.test(line) && line.trim() !== '') ? ` ${line} ` : line
  // GFM 4.10: a cell ends at a bare `|`, even in code.
  return fence + (cell ? padded.replace(/\|/g, '\\|') : padded) + fence
}

/** Length of the shortest run of backticks that does not stand in the words. */
function shortestAbsent(words: string): number {
  const runs = new Set((words.match(/`+/g) ?? []).map(run => run.length))
  let length = 1
  while (runs.has(length)) length++
  return length
}

/** Returns a fenced code block; the fence is longer than any run inside it (CommonMark 4.5). */
export function fencedCode({ value, lang }: Pick<CodeBlock, 'value' | 'lang'>): string {
  // An info string after backticks may hold none.
  const sign = lang?.includes('`') ? '~' : '`'
  const longest = Math.max(2, ...(value.match(sign === '`' ? /`+/g : /~+/g) ?? []).map(run => run.length))
  const fence = sign.repeat(longest + 1)
  const info = (lang ?? '').replace(/[\\&]/g, '\\$&')
  return `${fence}${info}\n${value}${value === '' ? '' : '\n'}${fence}`
}
