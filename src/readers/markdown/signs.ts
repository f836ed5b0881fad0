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
  tab: 1 << 10,
} as const

/** Of a source that nobody has looked at. */
export const anySigns: Signs = { seen: -1, openers: Infinity }

const all = Array.from({ length: 256 }, (_, byte) => byte)
const from = (first: number, last: number): number[] => all.slice(first, last + 1)
const of = (characters: string): number[] => [...characters].map(character => character.charCodeAt(0))
const except = (bytes: readonly number[]): number[] => all.filter(byte => !bytes.includes(byte))
const blank = of(' \t\n\r\v\f')

/** Two bytes that stand side by side. The first two are what opens something. */
const pairs: readonly (readonly [byte: readonly number[], next: readonly number[], sign: number])[] = [
  [of('-+*'), blank, 0],
  [of('0123456789'), of('.)'), 0],
  [of(':'), except([...blank, ...of('/')]), sign.directive],
  [of('<'), [...from(0x41, 0x5a), ...from(0x61, 0x7a), ...of('!/?')], sign.html | sign.foreign],
  [of('{'), of('+-~=>'), sign.critic],
  [of(']'), of(':'), sign.definition],
  [of('['), of('^'), sign.note],
  [of('{'), of('{%:'), sign.foreign],
  [of('[^*'), of('['), sign.foreign],
  // The letters begin what WordPress writes without a value: `[gallery]`.
  [of('['), of('-@egp'), sign.foreign],
  [of(']'), of('{'), sign.foreign],
  [of('%'), of('%'), sign.foreign],
  [of('\\'), of('npc'), sign.foreign],
  [of('\n'), of(':'), sign.foreign],
  [of('+'), of('-'), sign.foreign],
  // U+0080 to U+009F; from U+2000 on all but U+2010 to U+2027 and U+20AC.
  [[0xc2], from(0x80, 0x9f), sign.odd],
  [[0xe2], except([0x80, 0x82]), sign.odd],
  [[0x80], [...from(0x80, 0x8f), ...from(0xa8, 0xbf)], sign.odd],
  [[0x82], [...from(0x80, 0xab), ...from(0xad, 0xbf)], sign.odd],
]

/** The first opens something. */
const singles: readonly (readonly [byte: readonly number[], sign: number])[] = [
  [of('>:'), 0],
  [[0], sign.nul],
  [of('&'), sign.ampersand],
  [of('{'), sign.brace],
  [of('\\'), sign.backslash],
  [of('^$='), sign.foreign],
  [of('\t'), sign.tab],
  // Controls; U+0300 to U+1FFF and from U+3000 on.
  [[...from(0, 8), ...from(0x0b, 0x1f), 0x7f, ...from(0xcc, 0xe1), ...from(0xe3, 0xff)], sign.odd],
]

/** What a byte is as the first of each pair, and as a single one; and what it is as the second of each pair. Each a bit. */
const firsts = new Int32Array(256)
const seconds = new Int32Array(256)
pairs.forEach(([byte, next], pair) => {
  for (const each of byte) firsts[each]! |= 1 << pair
  for (const each of next) seconds[each]! |= 1 << pair
})
const onlySingles = -1 << pairs.length
singles.forEach(([byte], single) => {
  for (const each of byte) firsts[each]! |= 1 << (pairs.length + single)
})
const signs = [...pairs.map(pair => pair[2]), ...singles.map(single => single[1])]
const openers = 0b11 | (1 << pairs.length)

/** A greater byte begins a character of several; from the second on it is one of three or four (RFC 3629, 3). */
const LAST_INSIDE = 0xbf
const FIRST_OF_THREE = 0xe0

/** Whether anything can begin at a byte: at nineteen of twenty in prose nothing does. */
const telling = Uint8Array.from(firsts, (first, byte) => (first !== 0 || byte > LAST_INSIDE ? 1 : 0))

/** Returns the next such place. By itself: with nothing else in it the engine makes this loop twice as fast. */
function nextTelling(text: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && telling[text[at]!] === 0) at++
  return at
}

/** Looks at a text in UTF-8, from one byte to another, before which a line ends. */
export function signsIn(text: Uint8Array, start = 0, end = text.length): Signs {
  let found = start < end ? firsts[0x0a]! & seconds[text[start]!]! : 0
  let count = 0
  const places: number[] = []
  const fewer: number[] = []
  let saved = 0
  for (let at = nextTelling(text, start, end); at < end; at = nextTelling(text, at + 1, end)) {
    const byte = text[at]!
    const next = at + 1 < end ? seconds[text[at + 1]!]! : 0
    const told = firsts[byte]! & (next | onlySingles)
    found |= told
    if ((told & openers) !== 0) count++
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

function seenBy(found: number): number {
  let seen = 0
  for (let bit = 0; bit < signs.length; bit++) if ((found & (1 << bit)) !== 0) seen |= signs[bit]!
  return seen
}

/** Returns what stands in the front matter or in the text; of directives and openers only those of the text count. */
export function together(front: Signs, text: Signs): Signs {
  return { ...text, seen: (front.seen & ~sign.directive) | text.seen }
}
