/**
 * The one place that knows what makes the mdast tree. Two parsers stand behind it: satteri, native and linear on hostile
 * input, where its binding loads; unified with remark-parse elsewhere, as the portable parser and the reference. Both give
 * the same tree with the same positions; `parser-differences.json` beside the test names the places where they do not.
 */
import type { Root } from 'mdast'
import type {} from 'mdast-util-directive'
import type { Signs } from './signs.js'

/**
 * Makes an mdast tree of a source from a character on, behind its front matter: GFM, footnotes, block directives; no directives
 * in running text. Places are those in the source. `signs` says what that text may hold.
 */
export type Parse = (source: string, from?: number, signs?: Signs) => Root

export type ParserName = 'satteri' | 'remark'

/** The parser that was found, and its name. */
export interface LoadedParser {
  name: ParserName
  parse: Parse
}

const loaded = new Map<ParserName, Promise<LoadedParser>>()

/**
 * Loads a parser, once; each is imported only when asked for. Without a wish, or where satteri's binding does not load on
 * this machine, remark steps in.
 */
export function loadParser(wish: ParserName = 'satteri'): Promise<LoadedParser> {
  const parser = loaded.get(wish) ?? load(wish)
  loaded.set(wish, parser)
  return parser
}

async function load(wish: ParserName): Promise<LoadedParser> {
  if (wish !== 'remark') {
    const { loadSatteri } = await import('./parse-satteri.js')
    const parse = await loadSatteri()
    if (parse) return { name: 'satteri', parse }
  }
  const { parseWithRemark } = await import('./parse-remark.js')
  return { name: 'remark', parse: parseWithRemark }
}
