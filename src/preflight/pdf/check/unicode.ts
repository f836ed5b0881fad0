import { type FontUse, WITHOUT_ACTUAL_TEXT } from '../content/content-facts.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import type { PdfFont } from '../font/pdf-font.js'
import { differenceAt, named } from './glyphs.js'

const knownEncodings = ['WinAnsiEncoding', 'MacRomanEncoding', 'MacExpertEncoding', 'StandardEncoding']
const knownCollections = ['GB1', 'CNS1', 'Japan1', 'Korea1', 'KR']
/** Names that say which glyph and not which character: `g12`, `cid345`, `glyph7`. */
const meaningless = /^(g|G|cid|CID|glyph|index|c|C|a|x)\d+$|^\.notdef$/
const privateUse = /[\uE000-\uF8FF]|[\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u
// With the flag `u` a pair counts as one character, so only a lone half matches.
const loneSurrogate = /\p{Surrogate}/u

/** Checks that each code says which characters it stands for (ISO 14289-1 7.21.7; ISO 19005-2 6.2.11.7). */
export function checkUnicode(file: PdfFile, use: FontUse, path: string, report: ReportFinding): void {
  const { font } = use
  const unmapped: string[] = []
  for (const [code, bits] of use.codes) {
    const text = font.toUnicode?.text(code)
    if (!text) {
      if (!isKnownOtherwise(file, font, code)) unmapped.push(named(font, code))
      continue
    }
    const fault = faultIn(text)
    if (fault) report('pdf-unicode', `\`ToUnicode\` maps ${named(font, code)} to ${fault}`, path)
    if (privateUse.test(text) && (bits & WITHOUT_ACTUAL_TEXT) !== 0)
      report('pdf-unicode', `${named(font, code)} is shown as a private-use character without \`ActualText\``, path)
  }
  if (unmapped.length === 0) return
  const what = font.toUnicode
    ? '`ToUnicode` has nothing for'
    : 'there is no `ToUnicode`: nobody can tell which characters are'
  report(
    'pdf-unicode',
    `${what} ${unmapped.length} ${unmapped.length === 1 ? 'code' : 'codes'} in use: ${unmapped.slice(0, 4).join(', ')}${unmapped.length > 4 ? ', …' : ''}`,
    path,
  )
}

function faultIn(text: string): string | undefined {
  if (text.includes('\u0000')) return 'U+0000'
  if (text.includes('\uFEFF')) return 'U+FEFF'
  if (text.includes('\uFFFE')) return 'U+FFFE'
  return loneSurrogate.test(text) ? 'half of a surrogate pair' : undefined
}

/** An encoding of known characters serves as well as `ToUnicode` (ISO 32000-1 9.10.2). */
function isKnownOtherwise(file: PdfFile, font: PdfFont, code: number): boolean {
  if (font.isComposite) {
    const info = file.dict(font.inner.get('CIDSystemInfo'))
    return (
      file.text(info?.get('Registry')) === 'Adobe' && knownCollections.includes(file.text(info?.get('Ordering')) ?? '')
    )
  }
  const difference = differenceAt(file, font, code)
  if (difference !== undefined) return !meaningless.test(difference)
  const encoding = file.get(font.dict.get('Encoding'))
  const base = font.encodingName ?? file.name(file.dict(encoding)?.get('BaseEncoding'))
  if (base !== undefined) return knownEncodings.includes(base)
  // Without a base, a font that is not symbolic begins from the standard encoding (ISO 32000-1 Table 114).
  return encoding !== undefined && ((file.number(font.descriptor?.get('Flags')) ?? 4) & 4) === 0
}
