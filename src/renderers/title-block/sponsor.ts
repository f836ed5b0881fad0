import type { Meta } from '../../article/article.js'
import type { Labels } from '../../locale/labels.js'

/** Returns "Sponsored by Harbour Bank" in the article's language; nothing for what nobody paid for. */
export function sponsorLine({ sponsored }: Meta, labels: Labels): string | undefined {
  // A function, because a name may hold what a pattern of replacement would take for its own ("$&").
  return sponsored && labels.sponsoredBy.replace('{name}', () => sponsored.name)
}
