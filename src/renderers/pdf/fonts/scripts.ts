/** A writing system: its name, its ISO 15924 tag for shaping, which characters are its own, and the Noto package that has them. */
export interface Script {
  name: string
  tag: string
  /** Matches a text that begins with one of its characters. Made on first use: most documents need one script. */
  readonly characters: RegExp
  package: string
}

const noto = (name: string) => `@expo-google-fonts/noto-sans-${name}`

/** `Name tag package`, the Unicode script's property name being the name without spaces. */
const rows = `Latin Latn sans
Greek Grek sans
Cyrillic Cyrl sans
Arabic Arab sans-arabic
Hebrew Hebr sans-hebrew
Devanagari Deva sans-devanagari
Bengali Beng sans-bengali
Gurmukhi Guru sans-gurmukhi
Gujarati Gujr sans-gujarati
Oriya Orya sans-oriya
Tamil Taml sans-tamil
Telugu Telu sans-telugu
Kannada Knda sans-kannada
Malayalam Mlym sans-malayalam
Sinhala Sinh sans-sinhala
Thai Thai sans-thai
Lao Laoo sans-lao
Khmer Khmr sans-khmer
Myanmar Mymr sans-myanmar
Tibetan Tibt serif-tibetan
Georgian Geor sans-georgian
Armenian Armn sans-armenian
Ethiopic Ethi sans-ethiopic
Cherokee Cher sans-cherokee
Canadian_Aboriginal Cans sans-canadian-aboriginal
Hangul Hang sans-kr
Hiragana Hira sans-jp
Katakana Kana sans-jp
Bopomofo Bopo sans-tc
Han Hani sans-sc
Syriac Syrc sans-syriac
Thaana Thaa sans-thaana
Nko Nkoo sans-n-ko
Mongolian Mong sans-mongolian
Gothic Goth sans-gothic
Coptic Copt sans-coptic
Runic Runr sans-runic
Ogham Ogam sans-ogham
Cuneiform Xsux sans-cuneiform
Egyptian_Hieroglyphs Egyp sans-egyptian-hieroglyphs
Tifinagh Tfng sans-tifinagh
Javanese Java sans-javanese
Balinese Bali sans-balinese
Vai Vaii sans-vai`

/** The scripts that the program can name; the list need not be whole, a script outside it is called "unknown". */
const scripts: readonly Script[] = rows.split('\n').map(row => {
  const [name = '', tag = '', face = ''] = row.split(' ')
  const unicode = name === 'Oriya' ? 'Orya' : name
  return {
    name: name.replaceAll('_', ' '),
    tag,
    get characters() {
      const made = new RegExp(`^\\p{Script=${unicode}}`, 'u')
      Object.defineProperty(this, 'characters', { value: made })
      return made
    },
    package: `@expo-google-fonts/noto-${face}`,
  }
})

/** Returns the script that a character belongs to; nothing for punctuation, digits, symbols and marks, which serve many. */
export function scriptOf(character: string): Script | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x250) return /\p{L}/u.test(character) ? scripts[0] : undefined
  return scripts.find(script => script.characters.test(character))
}

/** Returns a name for what a character is, and the package that most likely has it. */
export function describeCharacter(character: string): { kind: string; package: string } {
  const script = scriptOf(character)
  if (script) return { kind: script.name, package: script.package }
  if (/\p{Extended_Pictographic}/u.test(character)) return { kind: 'emoji', package: '@expo-google-fonts/noto-emoji' }
  if (/\p{Sm}/u.test(character)) return { kind: 'mathematics', package: noto('math') }
  if (/\p{S}/u.test(character)) return { kind: 'symbols', package: noto('symbols-2') }
  if (/\p{Co}/u.test(character)) return { kind: 'private use', package: 'a font of your own' }
  return { kind: 'unknown script', package: noto('symbols') }
}

/** Splits a text into runs of one script; characters that serve many scripts stay with the letters before them. */
export function scriptRuns(text: string): { end: number; tag: string }[] {
  if (!/[^\u0000-\u036f\u1e00-\u1eff\u2000-\u214f\u2190-\u22ff]/.test(text)) return [{ end: text.length, tag: 'Latn' }]
  const runs: { end: number; tag: string }[] = []
  let tag: string | undefined
  let at = 0
  for (const character of text) {
    const found = scriptOf(character)?.tag
    if (found && found !== tag) {
      if (tag !== undefined) runs.push({ end: at, tag })
      tag = found
    }
    at += character.length
  }
  runs.push({ end: text.length, tag: tag ?? 'Zyyy' })
  return runs
}
