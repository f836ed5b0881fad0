import type { Article, Direction } from './article.js'

/** Languages that are written from right to left in the script that they usually have. */
const languages = new Set('ar arc ckb dv fa he iw ji ks nqo ps sd syr ug ur yi'.split(' '))

/** Scripts that run from right to left, as a language tag names them. */
const scripts = new Set('adlm arab hebr mand nkoo rohg samr syrc thaa'.split(' '))

/** The language, and the script right behind it or its extension: further on four letters may say another thing (`-u-nu-latn`). */
const parts = /^([a-z]+)(?:(?:-[a-z]{3})*-([a-z]{4})(?![^-]))?/

/** What tags say, each looked at once, since every story asks several times: as many as cost nothing to keep. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 100

/** Returns whether a language, as its tag says it (BCP 47), is written from right to left: `ar`, `az-Arab`, not `ks-Deva`. */
export function isRightToLeft(language: string): boolean {
  const before = known.get(language)
  if (before !== undefined) return before
  const isSo = runsFromTheRight(language)
  if (known.size < MOST_KNOWN) known.set(language, isSo)
  return isSo
}

function runsFromTheRight(language: string): boolean {
  const [, primary = '', script] = parts.exec(language.toLowerCase()) ?? []
  return script === undefined ? languages.has(primary) : scripts.has(script)
}

/** Returns the direction of an article: as it says, else as its language is written. */
export function directionOf({ meta }: Pick<Article, 'meta'>): Direction {
  return meta.direction ?? (isRightToLeft(meta.language) ? 'rtl' : 'ltr')
}
