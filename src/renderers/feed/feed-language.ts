/** Varieties of Chinese and Arabic that have a code of their own, and the language that RFC 5646 (2.2.2) has them extend. */
const extended: ReadonlyMap<string, string> = new Map([
  ...['yue', 'cmn', 'nan', 'hak', 'wuu', 'gan', 'hsn'].map(code => [code, 'zh'] as const),
  ...['arb', 'arz', 'apc', 'ary', 'acm'].map(code => [code, 'ar'] as const),
])

/**
 * Returns a language as the XML feeds write it: `yue` as `zh-yue`. Both are well-formed, and of the two only the longer is known
 * to feed validators and older readers.
 */
export function feedLanguage(tag: string): string {
  const macro = extended.get(tag.split('-')[0]!.toLowerCase())
  return macro === undefined ? tag : `${macro}-${tag}`
}
