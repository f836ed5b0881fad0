/**
 * What begins a block where it stands first on a line (CommonMark 4 and 5, GFM tables and tasks, directives). Each pattern
 * ends before the sign to be escaped.
 */
const beginsBlock: readonly RegExp[] = [
  // Headings, quotes, rules, bullets, underlines of headings and tables, directives.
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=>)/,
  /^(?=[-+*](?:\s|$))/,
  /^(?=-[-:| ]*$)/,
  /^(?=--)/,
  /^(?==+\s*$)/,
  /^(?=:{2,})/,
  /^(?=:?-+:?\s*(?:\||$))/,
  /^(?=\|)/,
  /^(?=~~~)/,
  /^\d{1,9}(?=[.)](?:\s|$))/,
  // `[^1]: …` would define the note.
  /^\[\^\d+\](?=:)/,
]

/** Returns lines of which none begins a block of its own. */
export function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map(line => {
      for (const pattern of beginsBlock) {
        const found = pattern.exec(line)
        if (found) return `${found[0]}\\${line.slice(found[0].length)}`
      }
      return line
    })
    .join('\n')
}

/** Spaces at the ends of a line would be dropped, or make code of it: they are written as character references. */
export function encodeEdges(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/^[ \t]+|[ \t]+$/g, spaces => '&#32;'.repeat(spaces.length)))
    .join('\n')
}
