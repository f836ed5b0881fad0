import { type ContentFacts, type FontUse, SHOWN } from '../content/content-facts.js'
import { isStream } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import type { PdfFont } from '../font/pdf-font.js'
import { predefinedCMaps } from '../font/predefined-cmaps.js'
import { checkGlyphs } from './glyphs.js'
import { checkUnicode } from './unicode.js'

const SYMBOLIC = 4
const subsetTag = /^[A-Z]{6}\+/
const subtypes = new Set(['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3'])
const trueTypeEncodings = ['MacRomanEncoding', 'WinAnsiEncoding']

/** Checks each font that the pages use: its program, its tables, and every code that is shown (ISO 14289-1 7.21, ISO 19005-2 6.2.11). */
export function checkFonts(file: PdfFile, facts: ContentFacts, report: ReportFinding): void {
  for (const use of facts.fonts.values()) {
    const { font } = use
    const path = `${font.object === undefined ? `page ${use.page}` : `object ${font.object}`} (font ${font.name})`
    const isShown = [...use.codes.values()].some(bits => (bits & SHOWN) !== 0)
    file.budget.spend(use.codes.size * 20)
    if (!subtypes.has(font.subtype)) {
      report('pdf-font-table', `\`${font.subtype}\` is no kind of font`, path)
      continue
    }
    if (isShown) checkProgram(use, path, report)
    if (font.isComposite) checkComposite(file, font, path, report)
    else checkSimple(file, font, path, report)
    if (use.isUndecoded)
      report(
        'pdf-not-judged',
        `the codes of its encoding \`${font.encodingName ?? '?'}\` are defined outside the file, and were not followed`,
        path,
      )
    checkGlyphs(file, use, path, report)
    checkUnicode(file, use, path, report)
  }
}

function checkProgram({ font }: FontUse, path: string, report: ReportFinding): void {
  if (font.subtype === 'Type3') return
  if (!font.hasProgram) report('pdf-font-embedded', 'the font is not embedded', path)
  else if (!font.program && font.descriptor?.has('FontFile'))
    report('pdf-not-judged', 'its Type 1 program was not read: widths and glyphs of it are not judged', path)
  else if (!font.program) report('pdf-font-table', 'the embedded font program cannot be read', path)
}

function checkComposite(file: PdfFile, font: PdfFont, path: string, report: ReportFinding): void {
  const { encodingName, encoding, inner } = font
  if (!encoding && !predefinedCMaps.has(encodingName ?? ''))
    report('pdf-font-table', `the encoding \`${encodingName ?? 'missing'}\` is neither a known one nor embedded`, path)
  if (encodingName?.startsWith('Identity-') !== true) checkCollections(file, font, path, report)
  const info = file.dict(inner.get('CIDSystemInfo'))
  if (!info || file.text(info.get('Registry')) === undefined || file.text(info.get('Ordering')) === undefined)
    report('pdf-font-table', '`CIDSystemInfo` with `Registry` and `Ordering` is missing', path)
  if (font.innerSubtype === 'CIDFontType2' && font.hasProgram) {
    const map = file.get(inner.get('CIDToGIDMap'))
    if (!isStream(map) && file.name(inner.get('CIDToGIDMap')) !== 'Identity')
      report('pdf-font-table', '`CIDToGIDMap` is missing: it must be `Identity` or a stream', path)
  }
}

/** The collection of the CMap and of the font must be one (ISO 14289-1 7.21.3.1). */
function checkCollections(file: PdfFile, font: PdfFont, path: string, report: ReportFinding): void {
  const map = file.dict(file.dict(font.dict.get('Encoding'))?.get('CIDSystemInfo'))
  const own = file.dict(font.inner.get('CIDSystemInfo'))
  if (!map || !own) return
  for (const key of ['Registry', 'Ordering'])
    if (file.text(map.get(key)) !== file.text(own.get(key)))
      report('pdf-font-table', `\`${key}\` of the font and of its encoding differ`, path)
}

function checkSimple(file: PdfFile, font: PdfFont, path: string, report: ReportFinding): void {
  const { dict, descriptor } = font
  const widths = file.array(dict.get('Widths'))
  const first = file.number(dict.get('FirstChar'))
  const last = file.number(dict.get('LastChar'))
  if (font.hasProgram && (!widths || first === undefined || last === undefined || widths.length !== last - first + 1))
    report('pdf-font-table', '`Widths` does not have one width for each code from `FirstChar` to `LastChar`', path)
  if (font.subtype !== 'TrueType' || !font.hasProgram) return
  const isSymbolic = ((file.number(descriptor?.get('Flags')) ?? 0) & SYMBOLIC) !== 0
  const encoding = dict.get('Encoding')
  const name = font.encodingName ?? file.name(file.dict(encoding)?.get('BaseEncoding'))
  if (isSymbolic && encoding !== undefined) report('pdf-font-table', 'a symbolic TrueType font has an `Encoding`', path)
  if (!isSymbolic && !trueTypeEncodings.includes(name ?? ''))
    report(
      'pdf-font-table',
      'a TrueType font that is not symbolic has neither `WinAnsiEncoding` nor `MacRomanEncoding`',
      path,
    )
}

/** Returns whether a font's name says that only some of its glyphs are embedded (ISO 32000-1 9.6.4). */
export function isSubset(font: PdfFont): boolean {
  return subsetTag.test(font.name)
}
