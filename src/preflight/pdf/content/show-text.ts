import type { PdfFont } from '../font/pdf-font.js'
import { SHOWN, WITHOUT_ACTUAL_TEXT } from './content-facts.js'
import { INVISIBLE } from './graphics-state.js'
import { type Matrix, multiply } from './matrix.js'
import type { PageRun, Scope } from './page-run.js'

/** How far, in points, a glyph may stick out of the page: rounding, not a fault. */
const TOLERANCE = 1
/** For a glyph of which no width is known, in thousandths of the em. */
const USUAL_WIDTH = 500
/** Part of the font size that a letter without ascender rises over its line, roughly. */
const X_HEIGHT = 0.45
const SAMPLE = 24
/** White space, joiners and other characters that draw nothing. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/gu

/** Shows a string: marks, fonts and places are written down, the text matrix moves on (ISO 32000-1 9.4.4). */
export function showText(run: PageRun, scope: Scope, bytes: Uint8Array): void {
  const { font } = run.state
  if (bytes.length === 0) return
  run.paint('piece of text')
  const id = run.marks.id()
  if (id !== undefined && !run.marks.hasLanguage()) scope.marked.idsWithText.add(id)
  if (!run.isInText) run.findings('pdf-content', 'text is shown outside `BT` and `ET`', run.path)
  if (!font) return run.findings('pdf-content', 'text is shown before a font was chosen', run.path)
  useDefaultColours(run, scope)
  const use = run.fontUse(font.dict)
  const codes = font.codes(bytes)
  run.file.budget.spend(bytes.length * 4)
  if (!codes) {
    use.isUndecoded = true
    return
  }
  const bits = (run.state.mode === INVISIBLE ? 0 : SHOWN) | (run.marks.hasActualText() ? 0 : WITHOUT_ACTUAL_TEXT)
  for (const code of codes) use.codes.set(code, (use.codes.get(code) ?? 0) | bits)
  advance(run, font, codes, bytes.length === codes.length)
}

function useDefaultColours(run: PageRun, scope: Scope): void {
  const { mode, hasFill, hasStroke } = run.state
  const fills = mode % 4 === 0 || mode % 4 === 2
  const strokes = mode % 4 === 1 || mode % 4 === 2
  if ((fills && !hasFill) || (strokes && !hasStroke))
    run.useColour({ kind: 'name', name: 'DeviceGray' }, scope.resources)
}

/** Moves along the line, glyph by glyph, and looks where each lands. */
function advance(run: PageRun, font: PdfFont, codes: readonly number[], isOneByte: boolean): void {
  const { size, scale, charSpace, wordSpace, mode } = run.state
  const isJudged = mode !== INVISIBLE && !font.isVertical && font.subtype !== 'Type3'
  const place = multiply(run.textMatrix, run.state.matrix)
  let along = 0
  for (const code of codes) {
    const spacing = charSpace + (isOneByte && code === 32 ? wordSpace : 0)
    const width = font.width(code)
    const own = font.isVertical ? -size : ((width ?? USUAL_WIDTH) / 1000) * size * scale
    if (isJudged && width !== undefined && isOff(run, place, along, own)) noteOffPage(run, font, code)
    along += own + spacing * (font.isVertical ? 1 : scale)
  }
  run.textMatrix = multiply(font.isVertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along, 0], run.textMatrix)
}

/** Returns whether the line on which a glyph stands, or its body above that line, leaves the media box. */
function isOff(run: PageRun, place: Matrix, from: number, width: number): boolean {
  const { rise, size } = run.state
  return isOutside(run, place, from, rise) || isOutside(run, place, from + width, rise + size * X_HEIGHT)
}

function isOutside({ page }: PageRun, [a, b, c, d, e, f]: Matrix, x: number, y: number): boolean {
  const [left, bottom, right, top] = page.mediaBox
  const across = a * x + c * y + e
  const up = b * x + d * y + f
  return !(
    across >= left - TOLERANCE &&
    across <= right + TOLERANCE &&
    up >= bottom - TOLERANCE &&
    up <= top + TOLERANCE
  )
}

function noteOffPage(run: PageRun, font: PdfFont, code: number): void {
  const text = font.toUnicode?.text(code) ?? ''
  if (font.toUnicode && text.replace(unseen, '') === '') return
  run.offPage.count += 1
  if (run.offPage.sample.length < SAMPLE) run.offPage.sample += text || '?'
}
