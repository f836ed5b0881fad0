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
}

/**
 * Returns an SVG whose runs of such characters name their font: what draws it would else look for each character by itself,
 * and letters that are shaped together would come from no font, or not be joined.
 */
export function withFontsNamed(source: string, fonts: readonly DrawingFont[]): string {
  if (fonts.length === 0) return source
  const families = new Map(
    fonts.flatMap(({ family, characters }) => [...characters].map(each => [each, family] as const)),
  )
  return replaceDrawingText(source, (text, prefix) => {
    const runs = runsByFamily(text, families)
    // Several such fonts in one line, with letters put together, are more than what draws it can part again.
    if (new Set(runs.map(({ family }) => family).filter(Boolean)).size > 1) return text
    let written = ''
    for (const { family, run } of runs)
      written += family ? `<${prefix}tspan style="font-family:'${family}'">${run}</${prefix}tspan>` : run
    return written
  })
}

/** Joiners, marks and spaces go with the letters before them. */
function runsByFamily(
  text: string,
  families: ReadonlyMap<string, string>,
): { family: string | undefined; run: string }[] {
  const runs: { family: string | undefined; run: string }[] = []
  for (const piece of text) {
    const family = families.get(piece)
    const last = runs.at(-1)
    const joins = last?.family !== undefined && /[ \p{Join_Control}\p{M}]/u.test(piece)
    if (last && (last.family === family || joins)) last.run += piece
    else runs.push({ family, run: piece })
  }
  return runs
}
