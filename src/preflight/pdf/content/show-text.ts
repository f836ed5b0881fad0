import type { PdfFont } from '../font/pdf-font.js'
import { SHOWN, WITHOUT_ACTUAL_TEXT } from './content-facts.js'
import { INVISIBLE } from './graphics-state.js'
import { apply, type Matrix, multiply } from './matrix.js'
import type { PageRun, Scope } from './page-run.js'

/** How far, in points, a glyph may stick out of the page: rounding, not a fault. */
const TOLERANCE = 1
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
  for (const code of codes) {
    use.codes.set(code, (use.codes.get(code) ?? 0) | bits)
    advance(run, font, code, bytes.length === codes.length)
  }
}

function useDefaultColours(run: PageRun, scope: Scope): void {
  const { mode, hasFill, hasStroke } = run.state
  const fills = mode % 4 === 0 || mode % 4 === 2
  const strokes = mode % 4 === 1 || mode % 4 === 2
  if ((fills && !hasFill) || (strokes && !hasStroke))
    run.useColour({ kind: 'name', name: 'DeviceGray' }, scope.resources)
}

function advance(run: PageRun, font: PdfFont, code: number, isOneByte: boolean): void {
  const { size, scale, rise, charSpace, wordSpace, matrix } = run.state
  const width = font.width(code)
  const spacing = charSpace + (isOneByte && code === 32 ? wordSpace : 0)
  if (width === undefined || font.isVertical || font.subtype === 'Type3') {
    move(
      run,
      font.isVertical
        ? [1, 0, 0, 1, 0, -size + spacing]
        : [1, 0, 0, 1, (((width ?? 500) / 1000) * size + spacing) * scale, 0],
    )
    return
  }
  const along = (width / 1000) * size * scale
  const place = multiply([1, 0, 0, 1, 0, rise], multiply(run.textMatrix, matrix))
  if (run.state.mode !== INVISIBLE && isOff(run, place, along, size)) noteOffPage(run, font, code)
  move(run, [1, 0, 0, 1, along + spacing * scale, 0])
}

function move(run: PageRun, by: Matrix): void {
  run.textMatrix = multiply(by, run.textMatrix)
}

/** Returns whether the line on which a glyph stands, or its body above that line, leaves the media box. */
function isOff(run: PageRun, place: Matrix, along: number, size: number): boolean {
  const [left, bottom, right, top] = run.page.mediaBox
  for (const [x, y] of [apply(place, 0, 0), apply(place, along, size * X_HEIGHT)])
    if (!(x >= left - TOLERANCE && x <= right + TOLERANCE && y >= bottom - TOLERANCE && y <= top + TOLERANCE))
      return true
  return false
}

function noteOffPage(run: PageRun, font: PdfFont, code: number): void {
  const text = font.toUnicode?.text(code) ?? ''
  if (font.toUnicode && text.replace(unseen, '') === '') return
  run.offPage.count += 1
  if (run.offPage.sample.length < SAMPLE) run.offPage.sample += text || '?'
}
