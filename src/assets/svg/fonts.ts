import type { Host } from '../../host/host.js'
import { drawingText } from './drawing-text.js'

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
