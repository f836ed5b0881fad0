import { escapeAttribute, escapeText } from '../xml.js'

/** What XML 1.0 (2.2) cannot hold, half surrogate pairs included. Everything else is the author's business. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu
/** A quick look: text without these needs no work. Any surrogate counts, so that half pairs are found. */
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** Returns character data for a `w:t`: what XML cannot hold is gone, markup is escaped. */
export function toText(value: string): string {
  return escapeText(withoutUnfit(value))
}

/** Returns an attribute's value: what XML cannot hold is gone, markup and white space are escaped. */
export function toAttribute(value: string): string {
  return escapeAttribute(withoutUnfit(value))
}

function withoutUnfit(value: string): string {
  return suspicious.test(value) ? value.replace(unfit, '') : value
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
