import { parse, parseFragment } from 'parse5'

/** Returns the parse errors that a browser would mend in silence (HTML 13.2.2), by name; none if the markup is right. */
export function htmlFaults(html: string, kind: 'document' | 'fragment'): string[] {
  const faults: string[] = []
  const read = kind === 'document' ? parse : parseFragment
  read(html, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) })
  return faults
}
