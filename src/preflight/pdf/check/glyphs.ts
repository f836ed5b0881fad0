import { type FontUse, SHOWN } from '../content/content-facts.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import type { PdfFont } from '../font/pdf-font.js'
import { isSubset } from './fonts.js'

/** How far, in thousandths of the em, the PDF's width may be from the font's (ISO 14289-1 7.21.5). */
const TOLERANCE = 1

/** Checks that each code that is shown has a glyph, of the width that the PDF says (ISO 14289-1 7.21.4.1, 7.21.5, 7.21.8). */
export function checkGlyphs(file: PdfFile, use: FontUse, path: string, report: ReportFinding): void {
  const { font } = use
  const wrongWidths: string[] = []
  const missing: string[] = []
  const blank: string[] = []
  for (const [code, bits] of use.codes) {
    if (isNotdef(file, font, code))
      report('pdf-notdef', `${named(font, code)} shows \`.notdef\`, the sign for a missing character`, path)
    const glyph = font.program ? font.glyph(code) : undefined
    if ((bits & SHOWN) === 0 || glyph === undefined || !font.program) continue
    if (glyph >= font.program.glyphCount) {
      missing.push(named(font, code))
      continue
    }
    const said = font.width(code)
    const real = font.program.width(glyph)
    if (said !== undefined && real !== undefined && Math.abs(said - real) > TOLERANCE)
      wrongWidths.push(`${named(font, code)} ${round(said)}, in the font ${round(real)}`)
    if (glyph !== 0 && font.program.hasOutline(glyph) === false && drawsInk(font.toUnicode?.text(code)))
      blank.push(named(font, code))
  }
  summarise('pdf-font-width', 'widths differ from the embedded font’s', wrongWidths, path, report)
  summarise('pdf-glyph', 'glyphs are not in the embedded font', missing, path, report)
  summarise('pdf-glyph', 'letters are empty in the embedded font', blank, path, report)
  checkCidSet(file, use, path, report)
}

function isNotdef(file: PdfFile, font: PdfFont, code: number): boolean {
  if (font.isComposite) return font.cid(code) === 0 || (font.program !== undefined && font.glyph(code) === 0)
  if (font.subtype === 'TrueType') return font.program !== undefined && font.glyph(code) === 0
  return differenceAt(file, font, code) === '.notdef'
}

/** Returns the glyph name that a simple font's encoding gives a code by `Differences` (ISO 32000-1 9.6.6.1). */
export function differenceAt(file: PdfFile, font: PdfFont, code: number): string | undefined {
  let at = 0
  for (const item of file.array(file.dict(font.dict.get('Encoding'))?.get('Differences')) ?? []) {
    const number = file.number(item)
    if (number !== undefined) at = number
    else if (at++ === code) return file.name(item)
  }
  return undefined
}

/** Letters and digits are never blank; fillers and marks may be. */
function drawsInk(text: string | undefined): boolean {
  return text !== undefined && /^[\p{L}\p{N}]+$/u.test(text) && !/\p{Default_Ignorable_Code_Point}/u.test(text)
}

/** A subset's list of CIDs, where there is one, must be complete (ISO 14289-1 7.21.4.2). */
function checkCidSet(file: PdfFile, { font, codes }: FontUse, path: string, report: ReportFinding): void {
  const stream = file.stream(font.descriptor?.get('CIDSet'))
  if (!stream || !isSubset(font)) return
  const { bytes } = file.data(stream)
  const absent = [...codes.keys()].filter(code => {
    const cid = font.cid(code)
    return cid !== undefined && ((bytes[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) === 0
  })
  if (absent.length > 0) report('pdf-font-table', `\`CIDSet\` leaves out ${absent.length} glyphs that are used`, path)
}

/** Says what a code is, for a message. */
export function named(font: PdfFont, code: number): string {
  const hex = code
    .toString(16)
    .toUpperCase()
    .padStart(font.isComposite ? 4 : 2, '0')
  const text = font.toUnicode?.text(code)
  return text && /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(text) ? `code ${hex} ("${text}")` : `code ${hex}`
}

function summarise(
  rule: 'pdf-font-width' | 'pdf-glyph',
  what: string,
  found: string[],
  path: string,
  report: ReportFinding,
): void {
  if (found.length === 0) return
  const shown = found.slice(0, 3).join('; ')
  report(rule, `${found.length} ${what}: ${shown}${found.length > 3 ? '; …' : ''}`, path)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
