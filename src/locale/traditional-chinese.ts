/**
 * Returns whether a BCP 47 tag asks for Chinese in the traditional characters: by its script, or where it names none by
 * its region (Taiwan, Hong Kong, Macau) or by a language that is written so.
 */
export function isTraditionalChinese(tag: string): boolean {
  if (!/^(?:zh|yue|nan|hak)\b/i.test(tag) || /\bhans\b/i.test(tag)) return false
  return /\b(?:hant|tw|hk|mo)\b|^(?:yue|nan|hak)\b/i.test(tag)
}
