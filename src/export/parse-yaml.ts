import { parse } from 'yaml'
import { prescan } from '../readers/front-matter/prescan.js'

/** More than any configuration needs; what is deeper could kill the process in the parser. */
const limits = { frontMatterSize: 1_000_000, frontMatterKeys: 5_000, frontMatterDepth: 32 }

/** Returns the value in a YAML text. Throws where it is none, or nested beyond reason. */
export function parseYaml(text: string): unknown {
  const refusal = prescan(text, limits)
  if (refusal) throw new Error(`its ${refusal.what} goes beyond ${refusal.limit}`)
  return parse(text, { maxAliasCount: 0, uniqueKeys: true })
}
