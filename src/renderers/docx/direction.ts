import type { Article } from '../../article/article.js'

/** Languages and scripts written from right to left. */
const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)\b|-(arab|hebr|syrc|thaa|nkoo|adlm)\b/i

/** Returns whether an article runs from right to left: as it says, else as its language is written. */
export function isRightToLeft({ meta }: Article): boolean {
  return meta.direction === undefined ? rightToLeft.test(meta.language) : meta.direction === 'rtl'
}
