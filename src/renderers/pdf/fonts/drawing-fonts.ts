import { isRightToLeft } from '../../../article/direction.js'
import { drawingText } from '../../../assets/svg/drawing-text.js'
import type { DrawingFont } from '../../../assets/svg/fonts.js'
import type { Host } from '../../../host/host.js'
import type { Template } from '../../../templates/template.js'
import { faceKey, StyleSheet, type TextStyle } from '../text/text-style.js'
import { fontEngine } from './engine.js'
import type { Face } from './face.js'
import { FontNeeds, openFaces } from './font-set.js'
import type { Glyphs } from './glyphs.js'
import { isEuropean, scriptOf } from './scripts.js'
import { openSfnt, readFacts } from './sfnt.js'

/** Fonts for a drawing's text, beside those that ship, and the characters that no font at hand has. */
export interface DrawingFonts {
  fonts: DrawingFont[]
  missing: string[]
}

/** Finds fonts for the text of an SVG as for that of the article: by script, the user's own before those of packages. */
export async function findDrawingFonts(
  source: string,
  language: string,
  template: Template,
  host: Host,
): Promise<DrawingFonts> {
  const text = drawingText(source)
  // The text families have all of this.
  if (!/[^\u0000-\u024f\u2010-\u2026\u20ac]/.test(text)) return { fonts: [], missing: [] }
  const sheet = new StyleSheet(template)
  const plain: TextStyle = { ...sheet.text(sheet.style('caption'), language), font: 'sans', weight: 400, italic: false }
  const isBold = /font-weight\W+(?:bold|[6-9]00)/.test(source)
  const styles = isBold ? [plain, { ...plain, weight: 700 }] : [plain]
  const needs = new FontNeeds()
  for (const style of styles) needs.add(text, style)
  const engine = await fontEngine(host)
  const faces = await openFaces(engine, sheet, needs)
  const ships = new Set(engine.library.shipped.map(({ family }) => family))
  const found = new Map<Face, Set<string>>()
  const missing = new Set<string>()
  for (const style of styles)
    for (const code of needs.characters(faceKey(style))) {
      const character = String.fromCodePoint(code)
      const face = faces.covering(style, [code], scriptOf(character)?.tag ?? 'Zyyy')
      if (!face) missing.add(character)
      else if (!ships.has(face.family)) found.set(face, (found.get(face) ?? new Set()).add(character))
    }
  const fonts = [...found].map(([face, characters]) => ({
    program: face.bytes,
    family: readFacts(openSfnt(face.bytes, face.index)).family,
    characters,
    lags: (run: string) => lagsOf(face, run, language),
    joins: (text: string) => joins(face, text, language),
    covers: (text: string) => [...text].every(each => face.glyphOf(each.codePointAt(0)!) !== 0),
  }))
  return { fonts, missing: [...missing] }
}

function shapedRun(face: Face, text: string, language: string): Glyphs {
  const letter = [...text].find(each => !isEuropean(scriptOf(each)?.tag ?? 'Zyyy'))
  const script = scriptOf(letter ?? text)?.tag ?? 'Zyyy'
  const rtl = isRightToLeft(`und-${script}`)
  return face.shape({ text, rtl, script, language, features: [] }, `drawing ${script} ${language}`)
}

/** Returns where letters that are shaped together are wider than the widest of them: before which character, and by how many ems. */
function lagsOf(face: Face, run: string, language: string): [index: number, ems: number][] {
  const glyphs = shapedRun(face, run, language)
  const lags: [number, number][] = []
  for (let at = 0; !glyphs.rtl && at < glyphs.count; ) {
    let width = 0
    let widest = 0
    const cluster = glyphs.cluster(at)
    for (; at < glyphs.count && glyphs.cluster(at) === cluster; at++) {
      width += glyphs.advance(at)
      widest = Math.max(widest, glyphs.advance(at))
    }
    const next = at < glyphs.count ? glyphs.cluster(at) : run.length
    if (width > widest) lags.push([next, (width - widest) / face.upem])
  }
  return lags
}

function joins(face: Face, text: string, language: string): boolean {
  const glyphs = shapedRun(face, text, language)
  return !glyphs.rtl && glyphs.count !== [...text].length
}
