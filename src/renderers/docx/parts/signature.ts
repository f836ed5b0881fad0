/** Longest name that Word lets an editor have: the Open XML SDK knows it. */
const longest = 255

/** Returns the name that signs a change or a remark. One without an author is the desk's: Word demands a name. */
export function signature(author: string | undefined): string {
  const name = author?.trim() || 'Desk'
  return name.length > longest ? name.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '') : name
}
