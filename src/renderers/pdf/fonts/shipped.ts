/** A font file that ships with the program: what it is, how it is called in `dist/fonts`, and which package it comes from. */
export interface ShippedFont {
  file: string
  family: string
  weight: 300 | 400 | 600
  italic: boolean
  /** Path in `node_modules`. */
  source: string
}

const serif = '@expo-google-fonts/source-serif-4'
const sans = '@expo-google-fonts/source-sans-3'
const code = '@expo-google-fonts/source-code-pro'

/**
 * Every shipped font. The build copies `source` to `fonts/<file>`; in a checkout the host reads `source` itself.
 * All are under the SIL Open Font License 1.1, unmodified.
 */
export const shippedFonts: readonly ShippedFont[] = [
  face('SourceSerif4', 'Source Serif 4', 300, false, serif, '300Light'),
  face('SourceSerif4', 'Source Serif 4', 300, true, serif, '300Light_Italic'),
  face('SourceSerif4', 'Source Serif 4', 400, false, serif, '400Regular'),
  face('SourceSerif4', 'Source Serif 4', 400, true, serif, '400Regular_Italic'),
  face('SourceSerif4', 'Source Serif 4', 600, false, serif, '600SemiBold'),
  face('SourceSerif4', 'Source Serif 4', 600, true, serif, '600SemiBold_Italic'),
  face('SourceSans3', 'Source Sans 3', 400, false, sans, '400Regular'),
  face('SourceSans3', 'Source Sans 3', 400, true, sans, '400Regular_Italic'),
  face('SourceSans3', 'Source Sans 3', 600, false, sans, '600SemiBold'),
  face('SourceSans3', 'Source Sans 3', 600, true, sans, '600SemiBold_Italic'),
  face('SourceCodePro', 'Source Code Pro', 400, false, code, '400Regular'),
  face('SourceCodePro', 'Source Code Pro', 600, false, code, '600SemiBold'),
  face('NotoSansSymbols', 'Noto Sans Symbols', 400, false, '@expo-google-fonts/noto-sans-symbols', '400Regular'),
  face('NotoSansSymbols2', 'Noto Sans Symbols 2', 400, false, '@expo-google-fonts/noto-sans-symbols-2', '400Regular'),
  face('NotoSansMath', 'Noto Sans Math', 400, false, '@expo-google-fonts/noto-sans-math', '400Regular'),
  face('NotoEmoji', 'Noto Emoji', 400, false, '@expo-google-fonts/noto-emoji', '400Regular'),
]

/** Families whose tables look at no more than two neighbouring characters, as a test asks HarfBuzz of each face. */
export const pairwiseFamilies: ReadonlySet<string> = new Set(['Source Serif 4', 'Source Sans 3', 'Source Code Pro'])

/** Text families asked, in this order, for a character that the wanted face lacks. */
export const textFallbacks: readonly string[] = ['Source Serif 4', 'Source Sans 3']

/** The family of pictures in one colour. */
export const EMOJI = 'Noto Emoji'

/** Families asked after them, for signs alone: the letters of other scripts that stand in them lack what words need. */
export const symbolFallbacks: readonly string[] = ['Noto Sans Symbols', 'Noto Sans Math', 'Noto Sans Symbols 2', EMOJI]

function face(
  prefix: string,
  family: string,
  weight: ShippedFont['weight'],
  italic: boolean,
  from: string,
  cut: string,
): ShippedFont {
  return {
    file: `${prefix}-${cut.slice(3)}.ttf`,
    family,
    weight,
    italic,
    source: `${from}/${cut}/${prefix}_${cut}.ttf`,
  }
}
