/** What a source may hold, found in one look over its bytes: whoever wants what is not there need not look for it. */
export interface Signs {
  /** The signs that were seen, each of which says only that a closer look is worth while: see `sign`. */
  seen: number
  /** At least as many marks as may begin a container or a directive, wherever they stand. */
  openers: number
  /** The characters beyond ASCII, where the text is valid UTF-8 and was looked at. */
  wide?: WideCharacters | undefined
}

/** Where each character beyond ASCII begins, in bytes, and how many units of UTF-16 fewer than bytes there are behind it. */
export interface WideCharacters {
  places: number[]
  fewer: number[]
}

/** The signs, each a bit. */
export const sign = {
  /** A character that `cleanText` may change. */
  odd: 1,
  nul: 1 << 1,
  ampersand: 1 << 2,
  brace: 1 << 3,
  /** What may stand for any character in front matter. */
  backslash: 1 << 11,
  /** What begins a tag of HTML. */
  html: 1 << 4,
  /** A colon before what could be the name of a directive, or another colon. */
  directive: 1 << 5,
  /** `{++` and its like. */
  critic: 1 << 6,
  /** `]:` */
  definition: 1 << 7,
  /** `[^` */
  note: 1 << 8,
  /** What other programs may act on. */
  foreign: 1 << 9,
  /** Two spaces, or a tab. */
  gap: 1 << 10,
} as const

/** Of a source that nobody has looked at. */
export const anySigns: Signs = { seen: -1, openers: Infinity }

const all = Array.from({ length: 256 }, (_, byte) => byte)
const from = (first: number, last: number): number[] => all.slice(first, last + 1)
const of = (characters: string): number[] => [...characters].map(character => character.charCodeAt(0))
const except = (bytes: readonly number[]): number[] => all.filter(byte => !bytes.includes(byte))
const blank = of(' \t\n\r\v\f')

/** Two bytes that stand side by side. The first three are what opens something. */
const pairs: readonly (readonly [before: readonly number[], byte: readonly number[], sign: number])[] = [
  [all, of('>:'), 0],
  [of('-+*'), blank, 0],
  [of('0123456789'), of('.)'), 0],
  [of(':'), except([...blank, ...of('/')]), sign.directive],
  [of('<'), [...from(0x41, 0x5a), ...from(0x61, 0x7a), ...of('!/?')], sign.html | sign.foreign],
  [of('{'), of('+-~=>'), sign.critic],
  [of(']'), of(':'), sign.definition],
  [of('['), of('^'), sign.note],
  [of('{'), of('{%:'), sign.foreign],
  [of('[^*'), of('['), sign.foreign],
  [of('['), of('-@'), sign.foreign],
  [of(']'), of('{'), sign.foreign],
  [of('%'), of('%'), sign.foreign],
  [of('\\'), of('npc'), sign.foreign],
  [of('\n'), of(':'), sign.foreign],
  [of('+'), of('-'), sign.foreign],
  [of(' '), of(' '), sign.gap],
  // U+0080 to U+009F; from U+2000 on all but U+2010 to U+2027 and U+20AC.
  [[0xc2], from(0x80, 0x9f), sign.odd],
  [[0xe2], except([0x80, 0x82]), sign.odd],
  [[0x80], [...from(0x80, 0x8f), ...from(0xa8, 0xbf)], sign.odd],
  [[0x82], [...from(0x80, 0xab), ...from(0xad, 0xbf)], sign.odd],
]

const singles: readonly (readonly [byte: readonly number[], sign: number])[] = [
  [[0], sign.nul],
  [of('&'), sign.ampersand],
  [of('{'), sign.brace],
  [of('\\'), sign.backslash],
  [of('^$='), sign.foreign],
  [of('\t'), sign.gap],
  // Controls; U+0300 to U+1FFF and from U+3000 on.
  [[...from(0, 8), ...from(0x0b, 0x1f), 0x7f, ...from(0xcc, 0xe1), ...from(0xe3, 0xff)], sign.odd],
]

/** What a byte is as the first of each pair, and as a single one; and what it is as the second of each pair. Each a bit. */
const firsts = new Int32Array(256)
const seconds = new Int32Array(256)
pairs.forEach(([before, byte], pair) => {
  for (const each of before) firsts[each]! |= 1 << pair
  for (const each of byte) seconds[each]! |= 1 << pair
})
singles.forEach(([byte], single) => {
  for (const each of byte) firsts[each]! |= 1 << (pairs.length + single)
})
const signs = [...pairs.map(pair => pair[2]), ...singles.map(single => single[1])]
const openers = 0b111
const onlySingles = -1 << pairs.length

/** Looks at a text in UTF-8, from one byte to another. */
export function signsIn(text: Uint8Array, start = 0, end = text.length): Signs {
  let found = 0
  let count = 0
  let before = firsts[0x0a]!
  const places: number[] = []
  const fewer: number[] = []
  let saved = 0
  for (let at = start; at < end; at++) {
    const byte = text[at]!
    const pair = before & seconds[byte]!
    before = firsts[byte]!
    found |= before & onlySingles
    // Of most bytes it is none.
    if (pair !== 0) {
      found |= pair
      if ((pair & openers) !== 0) count++
    }
    if (byte > LAST_INSIDE) {
      places.push(at - start)
      // One unit for two bytes; one for three, and two for four.
      saved += byte < FIRST_OF_THREE ? 1 : 2
      fewer.push(saved)
    }
  }
  // A mark at the very end opens something too.
  return { seen: seenBy(found), openers: count + 1, wide: { places, fewer } }
}

/** A greater byte begins a character of several; from the second on it is one of three or four (RFC 3629, 3). */
const LAST_INSIDE = 0xbf
const FIRST_OF_THREE = 0xe0

function seenBy(found: number): number {
  let seen = 0
  for (let bit = 0; bit < signs.length; bit++) if ((found & (1 << bit)) !== 0) seen |= signs[bit]!
  return seen
}

/** Returns what stands in the front matter or in the text; of directives and openers only those of the text count. */
export function together(front: Signs, text: Signs): Signs {
  return { ...text, seen: (front.seen & ~sign.directive) | text.seen }
}
