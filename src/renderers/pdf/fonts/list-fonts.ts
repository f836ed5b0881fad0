import type { Host } from '../../../host/host.js'
import { fontEngine } from './engine.js'
import type { Face } from './face.js'
import { type Cut, nearestCut } from './font-name.js'
import { type Script, scriptOf, scripts } from './scripts.js'
import { symbolFallbacks } from './shipped.js'

/** A family that PDFs can be set in: its weights and slopes, the scripts that it covers, and who brought it. */
export interface ListedFamily {
  family: string
  cuts: string
  covers: string[]
  from: string
}

/** The fonts at hand, and for each script without one the package that would bring it. */
export interface FontList {
  families: ListedFamily[]
  missing: { script: string; packageName: string }[]
}

/** Characters of a script from which on a font is made for it: a few letters stand in many fonts. */
const ENOUGH = 24
const ENOUGH_OF = new Map([
  ['Hani', 3000],
  ['Hang', 2350],
])
const signs: { readonly [family: string]: string } = {
  'Noto Sans Symbols': 'symbols',
  'Noto Sans Symbols 2': 'symbols',
  'Noto Sans Math': 'mathematics',
  'Noto Emoji': 'emoji',
}

/** Lists what a host has: fonts that the user gave, those that ship, those of installed packages. */
export async function listFonts(host: Host): Promise<FontList> {
  const engine = await fontEngine(host)
  const families: ListedFamily[] = []
  const covered = new Set<Script>()
  const list = async (family: string, cuts: readonly Cut[], from: string, open: () => Promise<Face>) => {
    const found = symbolFallbacks.includes(family) ? [] : scriptsOf(await open())
    for (const script of found) covered.add(script)
    const covers = signs[family] ? [signs[family]] : found.map(script => script.name)
    families.push({ family, cuts: describeCuts(cuts), covers, from })
  }
  const regular: Cut = { weight: 400, italic: false }
  for (const [family, faces] of grouped(engine.library.given))
    await list(family, faces, faces[0]!.shown, () => engine.open(faces[0]!.record(regular)))
  for (const [family, records] of grouped(engine.library.shipped))
    await list(family, records, 'shipped', () => engine.open(nearestCut(records, regular)!))
  for (const name of new Set(scripts.flatMap(script => script.packages)))
    for (const [family, records] of grouped(await engine.library.inPackage(name)))
      await list(family, records, name, () => engine.open(records[0]!))
  const missing = scripts
    .filter(script => !covered.has(script))
    .map(script => ({ script: script.name, packageName: script.suggested }))
  return { families, missing }
}

function grouped<Item extends { family: string }>(items: readonly Item[]): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(item.family, [...(groups.get(item.family) ?? []), item])
  return [...groups]
}

/** `300, 400, 600, italic`; many weights by the first and the last. */
function describeCuts(cuts: readonly (Cut & { range?: readonly [number, number] })[]): string {
  const weights = [...new Set(cuts.map(({ weight, range }) => (range ? range.join('–') : String(weight))))].sort()
  const shown = weights.length > 4 ? [`${weights[0]}–${weights.at(-1)}`] : weights
  return [...shown, ...(cuts.some(cut => cut.italic) ? ['italic'] : [])].join(', ')
}

function scriptsOf(face: Face): Script[] {
  const counts = new Map<Script, number>()
  for (const code of face.characters()) {
    const script = scriptOf(String.fromCodePoint(code))
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return scripts.filter(script => (counts.get(script) ?? 0) >= (ENOUGH_OF.get(script.tag) ?? ENOUGH))
}
