/** Returns whether a text is a BCP 47 tag of a language; Word's `x-none` is none. */
export function isLanguage(tag: string | undefined): tag is string {
  if (!tag || /^(?:x-none|zxx|und)/i.test(tag)) return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
