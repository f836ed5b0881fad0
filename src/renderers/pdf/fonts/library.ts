import type { GivenFont, Host } from '../../../host/host.js'
import { OptionsError } from '../../renderer.js'
import { type Cut, nearestCut, styleOfName } from './font-name.js'
import { checkOutlines, countFonts, FontError, type FontFacts, openSfnt, readFacts } from './sfnt.js'
import { shippedFonts } from './shipped.js'
import { unpackFont } from './unpack-font.js'

/** A face that can be opened: what it is called, where its bytes are, and who brought it. */
export interface FontRecord extends Cut {
  family: string
  /** Path below `fonts/` of what ships, else one that the host reads. */
  file: string
  /** Which font of a collection. */
  index: number
  /** `shipped`, `given`, or the npm package. */
  from: string
  /** What to set a variable font's axes to, by tag. */
  axes?: ReadonlyMap<string, number>
}

/** A font that the user gave, read: its faces come from it by weight and slope. */
export interface GivenFace {
  /** The face nearest to what is wanted. */
  record(cut: Cut): FontRecord
  family: string
  weight: number
  italic: boolean
  /** The weights that a variable font reaches. */
  range?: readonly [number, number]
  /** ISO 15924 tags of the scripts that it is meant for; any where there are none. */
  scripts: readonly string[]
  /** The path as the user wrote it. */
  shown: string
}

/** Where faces are found: given by the user, shipped, installed as packages. */
export interface FontLibrary {
  given: readonly GivenFace[]
  /** Of each family that the user gave for a script, or for no script in particular, the face nearest to what is wanted. */
  givenFor(script: string | undefined, cut: Cut): readonly FontRecord[]
  shipped: readonly FontRecord[]
  /** Fonts that may not be embedded, and why. They are not used. */
  refused: readonly { file: string; reason: string }[]
  /** The face of a family nearest to what is wanted; nothing where no such family is at hand. */
  named(family: string, cut: Cut): Promise<FontRecord | undefined>
  /** The faces of a font package; none where it is not installed. */
  inPackage(name: string): Promise<readonly FontRecord[]>
  /** The nearest of them. */
  packaged(name: string, cut: Cut): Promise<FontRecord | undefined>
}

/** Opens the library of a host. Throws `OptionsError` where a given font cannot be used. */
export async function openLibrary(host: Host): Promise<FontLibrary> {
  const refused: { file: string; reason: string }[] = []
  const given: GivenFace[] = []
  for (const font of host.fonts ?? []) given.push(...(await readGiven(font, host, refused)))
  const packages = new Map<string, Promise<FontRecord[]>>()
  const inPackage = (name: string) => {
    let records = packages.get(name)
    if (!records) {
      records = recordsOf(name, host)
      packages.set(name, records)
    }
    return records
  }
  const packaged = async (name: string, cut: Cut) => nearestCut(await inPackage(name), cut)
  const recordsGiven = (faces: readonly GivenFace[], cut: Cut) =>
    [...new Set(faces.map(face => face.family))].map(
      family =>
        nearestCut(
          faces.filter(face => face.family === family).map(face => face.record(cut)),
          cut,
        )!,
    )
  return {
    given,
    givenFor: (script, cut) =>
      recordsGiven(
        given.filter(face => (script === undefined ? face.scripts.length === 0 : face.scripts.includes(script))),
        cut,
      ),
    shipped: shippedFonts.map(recordOfShipped),
    refused,
    inPackage,
    packaged,
    async named(family, cut) {
      const own = given.filter(face => sameName(face.family, family)).map(face => face.record(cut))
      const shipped = () => shippedFonts.filter(font => sameName(font.family, family)).map(recordOfShipped)
      return (
        nearestCut(own, cut) ??
        nearestCut(shipped(), cut) ??
        // What a family is called there: `Noto Serif Hebrew` lies in `noto-serif-hebrew`.
        (await packaged(`@expo-google-fonts/${family.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`, cut))
      )
    },
  }
}

function recordOfShipped({ file, family, weight, italic }: (typeof shippedFonts)[number]): FontRecord {
  return { file, family, weight, italic, index: 0, from: 'shipped' }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

async function recordsOf(name: string, host: Host): Promise<FontRecord[]> {
  const files = (await host.packageFonts?.(name)) ?? []
  return files.map(file => {
    const base = file.replace(/^.*[/\\]/, '')
    return { file, family: familyOf(base), ...styleOfName(base), index: 0, from: name }
  })
}

/** `NotoNaskhArabic_400Regular.ttf`, `NotoSansJP-Bold.otf`: the family's words run together before the style. */
function familyOf(file: string): string {
  const joined = file.replace(/[_-].*$/, '').replace(/\.\w+$/, '')
  return joined.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
}

/** Reads a font that the user gave: of a collection one, or all that it holds. */
async function readGiven(
  font: GivenFont,
  host: Host,
  refused: { file: string; reason: string }[],
): Promise<GivenFace[]> {
  const { path, part } = splitPart(font.file)
  const name = font.shown ?? font.file
  try {
    const read = await host.readFile?.(path)
    if (!read) throw new FontError('cannot be read: there is no such file')
    const bytes = await unpackFont(read)
    const faces: GivenFace[] = []
    for (let index = 0; index < countFonts(bytes); index++) {
      const sfnt = openSfnt(bytes, index)
      const facts = readFacts(sfnt)
      if (
        part !== undefined &&
        part !== String(index + 1) &&
        !sameName(part, facts.family) &&
        !sameName(part, facts.postScriptName)
      )
        continue
      checkOutlines(sfnt)
      if (facts.forbidden) refused.push({ file: name, reason: facts.forbidden })
      else faces.push(givenFace(font, path, index, facts))
    }
    if (faces.length === 0 && refused.at(-1)?.file !== name)
      throw new FontError(`holds no font \`${part}\`; it holds ${countFonts(bytes)}`)
    return faces
  } catch (error) {
    if (error instanceof FontError) throw new OptionsError(`the font \`${name}\` ${error.message}`)
    throw error
  }
}

/** `file.ttc#2` and `file.ttc#Family` name one font of a collection. */
function splitPart(file: string): { path: string; part: string | undefined } {
  const match = /^(.*\.\w+)#(.+)$/.exec(file)
  return match ? { path: match[1]!, part: match[2] } : { path: file, part: undefined }
}

function givenFace(font: GivenFont, path: string, index: number, facts: FontFacts): GivenFace {
  const { axes } = facts
  const heavy = axes.get('wght')
  const family = font.family ?? facts.family
  const own = { weight: font.weight ?? facts.weight, italic: font.italic ?? facts.italic }
  const plain: FontRecord = { file: path, family, ...own, index, from: 'given' }
  return {
    ...own,
    family,
    shown: font.shown ?? font.file,
    scripts: font.scripts ?? [],
    ...(heavy && font.weight === undefined && { range: [heavy.min, heavy.max] as const }),
    record: cut => (axes.size === 0 ? plain : { ...plain, ...pinned(facts, font, cut) }),
  }
}

/** Sets the axes of a variable font to what is wanted; those that say nothing of weight or slope keep their place. */
function pinned(
  { axes, ...facts }: FontFacts,
  font: GivenFont,
  wanted: Cut,
): Pick<FontRecord, 'weight' | 'italic' | 'axes'> {
  const set = new Map([...axes].map(([tag, { normal }]) => [tag, normal]))
  let weight = font.weight ?? facts.weight
  let italic = font.italic ?? facts.italic
  const wght = axes.get('wght')
  if (wght) {
    weight = Math.min(Math.max(font.weight ?? wanted.weight, wght.min), wght.max)
    set.set('wght', weight)
  }
  const slant = axes.get('ital')
  const slope = axes.get('slnt')
  if (wanted.italic && slant) set.set('ital', slant.max)
  else if (wanted.italic && slope) set.set('slnt', slope.min)
  if (wanted.italic && (slant || slope)) italic = true
  return { weight, italic, axes: set }
}
