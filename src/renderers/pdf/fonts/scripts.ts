import { isTraditionalChinese } from '../../../locale/traditional-chinese.js'

/** A writing system: its name, its ISO 15924 tag for shaping, which characters are its own, and the packages that have it. */
export interface Script {
  name: string
  tag: string
  /** Matches a text that begins with one of its characters. Made on first use: most documents need one script. */
  readonly characters: RegExp
  /** Matches a text that begins with a character that it shares with others: a danda, a tatweel, a corner bracket. */
  readonly shared: RegExp
  /** npm packages that hold a font for it, the one for running text first. */
  packages: readonly string[]
  /** The package to name to somebody who has none of them: the one that this program is tested with. */
  suggested: string
}

/** `Name tag packages…`: Unicode's name of the script, then Noto families, serif ones first; `*` marks the one to suggest. */
const rows = `Latin Latn sans*
Greek Grek sans*
Cyrillic Cyrl sans*
Arabic Arab arabic* naskh-arabic sans-arabic kufi-arabic
Hebrew Hebr serif-hebrew* sans-hebrew
Devanagari Deva serif-devanagari* sans-devanagari
Bengali Beng serif-bengali* sans-bengali
Gurmukhi Guru serif-gurmukhi sans-gurmukhi*
Gujarati Gujr serif-gujarati sans-gujarati*
Oriya Orya serif-oriya sans-oriya*
Tamil Taml serif-tamil sans-tamil*
Telugu Telu serif-telugu sans-telugu*
Kannada Knda serif-kannada sans-kannada*
Malayalam Mlym serif-malayalam sans-malayalam*
Sinhala Sinh serif-sinhala sans-sinhala*
Thai Thai serif-thai sans-thai*
Lao Laoo serif-lao sans-lao*
Khmer Khmr serif-khmer sans-khmer*
Myanmar Mymr serif-myanmar sans-myanmar*
Georgian Geor serif-georgian sans-georgian*
Armenian Armn serif-armenian sans-armenian*
Ethiopic Ethi serif-ethiopic sans-ethiopic*
Cherokee Cher sans-cherokee*
Canadian_Aboriginal Cans sans-canadian-aboriginal*
Hiragana Hira serif-jp sans-jp jp*
Katakana Kana serif-jp sans-jp jp*
Bopomofo Bopo serif-tc sans-tc tc*
Han Hani serif-sc sans-sc sc*
Hangul Hang serif-kr sans-kr kr*
Tibetan Tibt serif-tibetan*
Syriac Syrc sans-syriac*
Thaana Thaa sans-thaana*
Nko Nkoo sans-n-ko*
Adlam Adlm sans-adlam*
Mongolian Mong sans-mongolian*
Gothic Goth sans-gothic*
Coptic Copt sans-coptic*
Runic Runr sans-runic*
Ogham Ogam sans-ogham*
Cuneiform Xsux sans-cuneiform*
Egyptian_Hieroglyphs Egyp sans-egyptian-hieroglyphs*
Tifinagh Tfng sans-tifinagh*
Javanese Java sans-javanese*
Balinese Bali sans-balinese*
Vai Vaii sans-vai*`

/** Signs of currencies that Unicode gives to no script, and that fonts for one have: a text in any script may name the money. */
const currencies: { [tag: string]: string } = { Hebr: '₪', Thai: '฿' }

/**
 * Where a family's package lies. Fonts of East Asia come in a leaner package as well, with the weights of one sans, and so
 * does the Arabic Naskh: an older one, whose letters are not put together from strokes and dots.
 */
function packageOf(family: string): string {
  return /^(arabic|jp|kr|sc|tc)$/.test(family) ? `@embedpdf/fonts-${family}` : `@expo-google-fonts/noto-${family}`
}

/** The scripts that the program can name; the list need not be whole, a script outside it is called "unknown". */
export const scripts: readonly Script[] = rows.split('\n').map(row => {
  const [name = '', tag = '', ...families] = row.split(' ')
  const unicode = name === 'Oriya' ? 'Orya' : name
  return {
    name: name.replaceAll('_', ' '),
    tag,
    get characters() {
      return lasting(this, 'characters', new RegExp(`^\\p{Script=${unicode}}`, 'u'))
    },
    get shared() {
      return lasting(this, 'shared', new RegExp(`^[\\p{Script_Extensions=${unicode}}${currencies[tag] ?? ''}]`, 'u'))
    },
    packages: families.map(family => packageOf(family.replace('*', ''))),
    suggested: packageOf(families.find(family => family.endsWith('*'))!.slice(0, -1)),
  }
})

function lasting(script: object, name: string, made: RegExp): RegExp {
  Object.defineProperty(script, name, { value: made })
  return made
}

const byTag = new Map(scripts.map(script => [script.tag, script]))

/** Returns a script by its ISO 15924 tag, if the program knows it. */
export function scriptTagged(tag: string): Script | undefined {
  return byTag.get(tag)
}

/** Scripts set from the shipped text faces. */
export function isEuropean(tag: string): boolean {
  return tag === 'Latn' || tag === 'Grek' || tag === 'Cyrl' || tag === 'Zyyy'
}

/** Returns whether a script stands in squares, between any two of which a line may end. */
export function isIdeographic(tag: string): boolean {
  return tag === 'Hani' || tag === 'Hira' || tag === 'Kana' || tag === 'Bopo'
}

/** Returns the script that a character belongs to; nothing for punctuation, digits, symbols and marks, which serve many. */
export function scriptOf(character: string): Script | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x250) return /\p{L}/u.test(character) ? scripts[0] : undefined
  return scripts.find(script => script.characters.test(character))
}

const han = { SC: byTag.get('Hani')!, TC: byTag.get('Bopo')!, JP: byTag.get('Hira')!, KR: byTag.get('Hang')! }

/**
 * Returns whose form of Han characters a language takes: `JP`, `KR`, `TC` or `SC`; nothing for languages that are not
 * written with them.
 */
export function hanForm(language: string): keyof typeof han | undefined {
  if (/^ja\b/i.test(language)) return 'JP'
  if (/^ko\b/i.test(language)) return 'KR'
  if (isTraditionalChinese(language)) return 'TC'
  if (/^(zh|yue|nan|hak)\b/i.test(language)) return 'SC'
  return undefined
}

/** Returns the packages to look in for a script, most wanted first: Han characters as the language writes them, then as others do. */
export function packagesFor(script: Script, form: string | undefined): readonly string[] {
  if (!isIdeographic(script.tag) && script.tag !== 'Hang') return script.packages
  const own = script.tag === 'Hani' ? (han[form as keyof typeof han] ?? script) : script
  return [...new Set([own, han.SC, han.JP, han.TC, han.KR].flatMap(each => each.packages))]
}

/** Returns whether a package has Han characters in another form than a language writes them. */
export function isForeignForm(name: string, language: string): boolean {
  const form = hanForm(language)
  return form !== undefined && !han[form].packages.includes(name)
}

/** Returns a name for what a character is, and the package that most likely has it; none for private use and what is unassigned. */
export function describeCharacter(character: string, language = ''): { kind: string; package?: string } {
  if (/[\u0300-\u036f]/.test(character)) return { kind: 'combining marks', package: packageOf('sans') }
  const script = scriptOf(character) ?? scripts.find(each => each.shared.test(character))
  if (script) {
    const form = script.tag === 'Hani' ? hanForm(language) : undefined
    return { kind: script.name, package: (form ? han[form] : script).suggested }
  }
  if (/\p{Extended_Pictographic}/u.test(character)) return { kind: 'emoji', package: '@expo-google-fonts/noto-emoji' }
  if (/\p{Co}/u.test(character)) return { kind: 'private use' }
  if (/\p{Cn}/u.test(character)) return { kind: 'unassigned' }
  if (/\p{Sm}/u.test(character)) return { kind: 'mathematics', package: packageOf('sans-math') }
  if (/\p{M}/u.test(character)) return { kind: 'combining marks', package: packageOf('sans') }
  if (/\p{Sc}/u.test(character)) return { kind: 'signs of currencies', package: packageOf('sans') }
  if (/\p{P}/u.test(character)) return { kind: 'punctuation', package: packageOf('sans') }
  if (/\p{S}/u.test(character)) return { kind: 'symbols', package: packageOf('sans-symbols-2') }
  return { kind: 'unknown script' }
}

/** Characters to look ahead for a letter. */
const LOOK_AHEAD = 12
const closing: { [open: string]: string } = { '(': ')', '[': ']', '{': '}', '\u00ab': '\u00bb', '\u201c': '\u201d' }

/**
 * Splits a text into runs of one script (UAX #24 5). A character that many scripts use stays with the letters before it,
 * one that a few use with the nearest of those, a closing bracket with what its opening one stood with.
 */
export function scriptRuns(text: string): { end: number; tag: string }[] {
  if (!/[^\u0000-\u036f\u1e00-\u1eff\u2000-\u214f\u2190-\u22ff]/.test(text)) return [{ end: text.length, tag: 'Latn' }]
  const runs: { end: number; tag: string }[] = []
  let script: Script | undefined
  const open: { closing: string; script: Script | undefined }[] = []
  let at = 0
  for (const character of text) {
    const found = scriptAt(text, at, character, script, open)
    if (found && found !== script) {
      if (script !== undefined) runs.push({ end: at, tag: script.tag })
      script = found
    }
    if (closing[character] !== undefined) open.push({ closing: closing[character], script })
    at += character.length
  }
  runs.push({ end: text.length, tag: script?.tag ?? 'Zyyy' })
  return runs
}

function scriptAt(
  text: string,
  at: number,
  character: string,
  current: Script | undefined,
  open: { closing: string; script: Script | undefined }[],
): Script | undefined {
  const own = scriptOf(character)
  if (own) return own
  if (open.at(-1)?.closing === character) return open.pop()!.script
  if (character < '\u0250') return undefined
  if (current?.shared.test(character)) return undefined
  const sharing = scripts.filter(script => script.shared.test(character))
  if (sharing.length < 2) return sharing[0]
  // An opening bracket goes with the letters that it stands before.
  for (const next of text.slice(at, at + LOOK_AHEAD)) {
    const following = scriptOf(next)
    if (following) return sharing.includes(following) ? following : sharing[0]
  }
  return sharing[0]
}
