/** Families that ship with the program, by the kind that each stands for. */
const shipped = { sans: 'Source Sans 3', serif: 'Source Serif 4', code: 'Source Code Pro' } as const
type Kind = keyof typeof shipped

const generic: { readonly [name: string]: Kind } = { 'sans-serif': 'sans', serif: 'serif', monospace: 'code' }

/** Families that are not there, by words in their names. Whatever else there is counts as sans. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/sans/, 'sans'],
  [/mono|code|courier|consol|menlo|typewriter/, 'code'],
  [/serif|times|georgia|garamond|palatino|cambria|caslon|baskerville|bodoni|didot|century|antiqua|roman|slab/, 'serif'],
]

/** One family of a list: quoted by itself, or bare. In an attribute the quotes may be entities. */
const family = String.raw`\s*(?:"[^"]*"|'[^']*'|(?:&\w+;|[^;,}<>"'&])+)`
const inStyle = new RegExp(`(font-family\\s*:)(${family}(?:,${family})*)`, 'g')
const inAttribute = /(\bfont-family\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

/** Returns an SVG whose text is set in the families that ship, each for those of its kind: no others are there. */
export function withShippedFamilies(source: string): string {
  return source
    .replace(inAttribute, (_, name: string, one?: string, other?: string) => `${name}"${nearest(one ?? other ?? '')}"`)
    .replace(inStyle, (_, name: string, list: string) => `${name}${nearest(list)}`)
}

function nearest(list: string): string {
  const names = list.split(',').map(name => name.replace(/&\w+;|["']/g, '').trim())
  const known = names.find(name => Object.values<string>(shipped).includes(name))
  if (known) return known
  const lower = names.map(name => name.toLowerCase())
  const named = lower.map(name => generic[name]).find(kind => kind !== undefined)
  return shipped[named ?? kinds.find(([words]) => words.test(lower[0] ?? ''))?.[1] ?? 'sans']
}
