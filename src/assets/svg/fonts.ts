import type { Host } from '../../host/host.js'
import { drawingText, replaceDrawingText } from './drawing-text.js'

const textFonts = [
  'SourceSans3-Regular.ttf',
  'SourceSans3-Regular_Italic.ttf',
  'SourceSans3-SemiBold.ttf',
  'SourceSerif4-Regular.ttf',
  'SourceSerif4-Regular_Italic.ttf',
  'SourceSerif4-SemiBold.ttf',
  'SourceCodePro-Regular.ttf',
]
/** Asked for signs that those lack: arrows, mathematics, emoji. */
const signFonts = [
  'NotoSansSymbols-Regular.ttf',
  'NotoSansMath-Regular.ttf',
  'NotoSansSymbols2-Regular.ttf',
  'NotoEmoji-Regular.ttf',
]

/** Returns those of the shipped fonts that a drawing's text needs: none where it has no text. */
export async function drawingFonts(source: string, host: Host): Promise<Uint8Array[]> {
  const text = drawingText(source)
  if (text === '') return []
  const hasSigns = /[\u2030-\u{10ffff}]/u.test(text)
  return Promise.all(
    (hasSigns ? [...textFonts, ...signFonts] : textFonts).map(file => host.readShipped(`fonts/${file}`)),
  )
}

/** A font for what the shipped ones lack, with the name that it gives itself, and which characters of a drawing it sets. */
export interface DrawingFont {
  program: Uint8Array
  family: string
  characters: ReadonlySet<string>
  /**
   * Returns before which characters of a run what draws it stands too far back, by index, and by how much, in ems: of letters
   * that are shaped together it counts the widest alone.
   */
  lags(run: string): readonly (readonly [index: number, ems: number])[]
  /** Returns whether it puts letters of a text from the left together: beside another font they would come apart. */
  joins(text: string): boolean
  /** Returns whether it has every character of a text. */
  covers(text: string): boolean
}

/** A part of a text that is written in one go: in a font of its own, moved on by so many ems. */
interface Run {
  family: string | undefined
  run: string
  move?: number
}

/**
 * Returns an SVG whose runs of such characters name their font, and the distances between their letters: what draws it would
 * else look for each character by itself, and letters that are shaped together would come from no font, or not be joined.
 */
export function withFontsNamed(source: string, fonts: readonly DrawingFont[]): string {
  if (fonts.length === 0) return source
  const families = familiesOf(fonts)
  const byFamily = new Map(fonts.map(font => [font.family, font]))
  return replaceDrawingText(source, (text, { prefix, anchor }) => {
    const runs = runsByFamily(text, families)
    // Several such fonts in one line, with letters put together, are more than what draws it can part again.
    if (isMixed(runs)) return text
    const only = byFamily.get(runs.find(({ family }) => family)?.family ?? '')
    const whole = only?.joins(text) && only.covers(text) ? [{ family: only.family, run: text }] : runs
    const moved = movedRuns(whole, byFamily)
    const all = moved.reduce((sum, { move = 0 }) => sum + move, 0)
    // A centred text is placed by the widths that were counted.
    if (all > 0 && anchor !== 'start') moved.unshift({ ...moved.shift()!, move: anchor === 'end' ? -all : -all / 2 })
    return moved.map(run => written(run, prefix)).join('')
  })
}

/**
 * Returns the texts of a drawing of which letters may come apart or be boxes: those in several of these fonts, and those that
 * begin with letters of another script, which what draws it takes for the script of the whole.
 */
export function mixedTexts(source: string, fonts: readonly DrawingFont[]): string[] {
  if (fonts.length === 0) return []
  const families = familiesOf(fonts)
  const mixed: string[] = []
  replaceDrawingText(source, text => {
    const runs = runsByFamily(text, families)
    const first = runs.find(({ family, run }) => family || /\p{L}/u.test(run))
    const begins = first?.family === undefined && fonts.some(font => runs.some(isJoinedBy(font)))
    if (begins || isMixed(runs)) mixed.push(text.trim())
    return text
  })
  return mixed
}

const isJoinedBy = (font: DrawingFont) => (run: Run) => run.family === font.family && font.joins(run.run)

function familiesOf(fonts: readonly DrawingFont[]): ReadonlyMap<string, string> {
  return new Map(fonts.flatMap(({ family, characters }) => [...characters].map(each => [each, family] as const)))
}

function isMixed(runs: readonly Run[]): boolean {
  return new Set(runs.map(({ family }) => family).filter(Boolean)).size > 1
}

/** Cuts runs where what draws them must move on. */
function movedRuns(runs: readonly Run[], fonts: ReadonlyMap<string, DrawingFont>): Run[] {
  const moved: Run[] = []
  let move = 0
  for (const { family, run } of runs) {
    let start = 0
    const push = (end: number) => {
      if (end > start) moved.push({ family, run: run.slice(start, end), ...(move > 0 && { move }) })
    }
    for (const [index, ems] of fonts.get(family ?? '')?.lags(run) ?? []) {
      push(index)
      start = index
      move = ems
    }
    if (start === run.length) continue
    push(run.length)
    move = 0
  }
  return moved
}

function written({ family, run, move }: Run, prefix: string): string {
  if (!family && !move) return run
  const dx = move ? ` dx="${Math.round(move * 1000) / 1000}em"` : ''
  return `<${prefix}tspan${family ? ` style="font-family:'${family}'"` : ''}${dx}>${run}</${prefix}tspan>`
}

/** Joiners, marks and spaces go with the letters before them. */
function runsByFamily(text: string, families: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = []
  for (const piece of text) {
    const family = families.get(piece)
    const last = runs.at(-1)
    const joins = last?.family !== undefined && /[ \p{Join_Control}\p{M}]/u.test(piece)
    if (last && (last.family === family || joins)) last.run += piece
    else runs.push({ family, run: piece })
  }
  return runs
}
