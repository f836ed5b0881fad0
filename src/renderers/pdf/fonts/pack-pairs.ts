/**
 * Asks HarfBuzz, when the program is built, for what `known-pairs.ts` reads: of each shipped text face the glyph of every
 * character under every set of features, and what each pair of glyphs does. Faces have few classes of letters by what stands
 * before and behind them, so that a pair's distance stands in a table of classes.
 */
import { GlyphColumns, type Glyphs } from './glyphs.js'
import { type Harfbuzz, startHarfbuzz } from './harfbuzz.js'
import { featureSets, JOINED, knownCharacters, NONE, VERSION } from './known-pairs.js'
import { openSfnt } from './sfnt.js'
import { pairwiseFamilies, shippedFonts } from './shipped.js'

/** A glyph of a face, and a text that it stands for under a set of features. */
interface Local {
  gid: number
  advance: number
  text: string
  /** The sets under which its text is this glyph, the first of them its own. */
  sets: number[]
}

const faces = shippedFonts.filter(({ family }) => pairwiseFamilies.has(family))

/** The faces' files, in the table's order. */
export const pairSources: readonly string[] = faces.map(({ source }) => source)

/** Returns the table of every face, of whose files the bytes are given. */
export async function packPairs(wasm: Uint8Array<ArrayBuffer>, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const harfbuzz = startHarfbuzz(await WebAssembly.compile(wasm), () => undefined)
  const numbers = [VERSION, fonts.length]
  for (const bytes of fonts) for (const number of packFace(harfbuzz, bytes)) numbers.push(number)
  return new Uint8Array(Uint16Array.from(numbers).buffer)
}

function packFace(harfbuzz: Harfbuzz, bytes: Uint8Array): number[] {
  const { font } = harfbuzz.openFont(bytes)
  const shape = (texts: string[], set: number) => {
    const features = featureSets[set]!.split(',').filter(Boolean)
    return harfbuzz.shapeWords(
      font,
      texts,
      { rtl: false, script: 'Latn', language: 'en', features },
      new GlyphColumns(),
    )
  }
  const locals: Local[] = []
  const sets = featureSets.map((_, set) =>
    shape(
      knownCharacters.map(code => String.fromCharCode(code)),
      set,
    ).map(glyphs => noteGlyph(glyphs, set, locals)),
  )
  const { kerning, ligatures } = askPairs(locals, shape)
  const rows = classesOf(kerning)
  const columns = classesOf(locals.map((_, after) => rows.kept.map(row => row[after]!)))
  const sum = openSfnt(bytes)
  const check = sum.view.getUint32(sum.tables.get('head')!.offset + 8)
  return [
    ...[check & 0xffff, check >>> 16, locals.length, rows.kept.length, columns.kept.length, ligatures.length],
    ...knownCharacters.map(code => harfbuzz.glyphOf(font, code)),
    ...locals.map(({ gid }) => gid),
    ...locals.map(({ advance }) => advance),
    ...rows.classOf,
    ...columns.classOf,
    ...rows.kept.flatMap((_, row) => columns.kept.map(column => column[row]!)),
    ...ligatures.flat(),
    ...sets.flat(),
  ]
}

/** Returns the number of a text's only glyph, which is added where it is new; `NONE` where it is not one glyph in its place. */
function noteGlyph(glyphs: Glyphs, set: number, locals: Local[]): number {
  if (glyphs.count !== 1 || !glyphs.inRow || glyphs.gid(0) === 0) return NONE
  const [gid, advance] = [glyphs.gid(0), glyphs.advance(0)]
  const known = locals.find(each => each.gid === gid && each.advance === advance)
  if (known && known.text === glyphs.text) known.sets.push(set)
  if (known) return locals.indexOf(known)
  return locals.push({ gid, advance, text: glyphs.text, sets: [set] }) - 1
}

/** Asks what every glyph does before every other, those of ligatures included, which are met on the way. */
function askPairs(locals: Local[], shape: (texts: string[], set: number) => Glyphs[]) {
  const kerning: number[][] = []
  const ligatures: [number, number, number][] = []
  for (let done = 0; done < locals.length; ) {
    // All that is new, with all that there is.
    const total = locals.length
    for (let set = 0; set < featureSets.length; set++) {
      const pairs: [number, number][] = []
      for (let before = 0; before < total; before++)
        for (let after = 0; after < total; after++)
          if ((before >= done || after >= done) && commonSet(locals[before]!, locals[after]!) === set)
            pairs.push([before, after])
      const shaped = shape(
        pairs.map(([before, after]) => locals[before]!.text + locals[after]!.text),
        set,
      )
      pairs.forEach(([before, after], index) => {
        const between = distance(shaped[index]!, locals[before]!, locals[after]!)
        kerning[before] ??= []
        kerning[before][after] = between
        if (between !== JOINED || locals[after]!.text.length > 1) return
        const made = noteGlyph(shaped[index]!, set, locals)
        if (made === NONE) return
        ligatures.push([before, after, made])
        // It is made wherever both stand; where it is another there, its pairs will not be those of this one.
        const { sets } = locals[after]!
        locals[made]!.sets = locals[before]!.sets.filter(each => sets.includes(each))
      })
    }
    done = total
  }
  return {
    // Those that never stand side by side may be in whatever class.
    kerning: locals.map((_, before) => locals.map((_, after) => kerning[before]?.[after] ?? 0)),
    ligatures,
  }
}

function commonSet(one: Local, other: Local): number | undefined {
  return one.sets.find(set => other.sets.includes(set))
}

/** Returns what is added to a glyph's advance before another; `JOINED` where they do not stand as each does alone. */
function distance(glyphs: Glyphs, before: Local, after: Local): number {
  if (glyphs.count !== 2 || !glyphs.inRow) return JOINED
  const same = glyphs.gid(0) === before.gid && glyphs.gid(1) === after.gid && glyphs.advance(1) === after.advance
  return same ? glyphs.advance(0) - before.advance : JOINED
}

/** Returns rows that are the same once, and which of them each is. */
function classesOf(rows: readonly number[][]): { kept: number[][]; classOf: number[] } {
  const numbers = new Map<string, number>()
  const kept: number[][] = []
  const classOf = rows.map(row => {
    const key = row.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, kept.length)
    return kept.push(row) - 1
  })
  return { kept, classOf }
}
