/** The end of an HTML element, by which feed readers and validators tell markup from words. */
export const closingTag = /<\/(\w+)>/

/**
 * Returns plain text that nobody takes for markup: `<b>so</b>` becomes `‹b›so‹/b›`. However a title is escaped, readers that
 * look for HTML in it would drop the words otherwise (W3C feed validator, ContainsHTML).
 */
export function plainWords(text: string): string {
  if (!text.includes('</')) return text
  const ended = new Set([...text.matchAll(/<\/(\w+)>/g)].map(([, name]) => name))
  return text.replace(/<(\/?(\w+)(?:\s[^<>]*)?)>/g, (tag, words: string, name: string) =>
    ended.has(name) ? `‹${words}›` : tag,
  )
}
