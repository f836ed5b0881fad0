/** The end of an HTML element, by which feed readers and validators tell markup from words. */
export const closingTag = /<\/(\w+)>/

/**
 * Returns plain text that nobody takes for markup: `</b>` becomes `‹/b›`. However a title is escaped, readers that look for
 * HTML in it would drop the words otherwise (W3C feed validator, ContainsHTML).
 */
export function plainWords(text: string): string {
  return text.includes('</') ? text.replace(/<\/(\w+)>/g, '‹/$1›') : text
}
