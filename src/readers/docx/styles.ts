import { twips } from '../../ooxml/twips.js'
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { localRole } from './local-names.js'
import { type CharacterRole, characterRoles, type ParagraphRole, paragraphRoles } from './style-roles.js'

/** A style of the file with what it inherits. */
export interface WordStyle {
  id: string
  name: string
  /** Names from the style itself to the one that all are based on, in lower case. */
  chain: string[]
  bold: boolean
  italic: boolean
  contextual: boolean
  /** Level in the outline, 0 for the outermost. */
  outline: number | undefined
  numbering: { id: string; level: number } | undefined
  language: string | undefined
  rightToLeft: boolean | undefined
  /** Twips. */
  indent: number
}

/** What a paragraph's style says: its meaning, the box around it, and whether it begins or ends what it stands in. */
export interface Meaning {
  role: ParagraphRole
  /** Kind of the box: "key-points". */
  box: string | undefined
  /** The style's own name is not in the tables: `role` is that of the style it is based on. */
  unknown: boolean
  /** Language of the code: "python". */
  code?: string
  begins: boolean
  ends: boolean
}

/** The styles of one file. */
export interface Styles {
  paragraph(id: string | undefined): { style: WordStyle; meaning: Meaning }
  character(id: string | undefined): { role: CharacterRole | undefined; bold: boolean; italic: boolean }
  /** Language of text that names none. */
  language: string | undefined
  rightToLeft: boolean
  /** The file has a style for the line under a quotation: only what is set in it names a speaker. */
  hasSpeakerStyle: boolean
}

interface Source {
  element: XmlElement
  name: string
  base: string | undefined
}

/** Reads `word/styles.xml`. `given` maps names of the house's styles to names that are known here. */
export function readStyles(root: XmlElement | undefined, given: { readonly [name: string]: string } = {}): Styles {
  const sources = new Map<string, Source>()
  let normal: string | undefined
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:style') continue
    const id = element.attributes['w:styleId'] ?? ''
    const name = valOf(element, 'w:name') ?? id
    sources.set(id, { element, name, base: valOf(element, 'w:basedOn') })
    if (element.attributes['w:type'] === 'paragraph' && isOn(element.attributes['w:default'])) normal = id
  }
  const aliases = new Map(Object.entries(given).map(([name, known]) => [name.toLowerCase(), known.toLowerCase()]))
  const resolved = new Map<string, WordStyle>()
  const styleOf = (id: string): WordStyle => {
    const known = resolved.get(id)
    if (known) return known
    const style = resolveStyle(id, sources, aliases)
    resolved.set(id, style)
    return style
  }
  const meanings = new Map<string, Meaning>()
  const defaults = childOf(root, 'w:docDefaults')
  const language = valueLanguage(childOf(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'), 'w:lang'))
  return {
    paragraph(id) {
      const style = styleOf(id ?? normal ?? '')
      const meaning = meanings.get(style.id) ?? meaningOf(style)
      meanings.set(style.id, meaning)
      return { style, meaning }
    },
    character(id) {
      if (id === undefined) return { role: undefined, bold: false, italic: false }
      const { chain, bold, italic } = styleOf(id)
      const role = chain.map(name => characterRoles[name]).find(found => found !== undefined)
      return { role: role === 'plain' ? undefined : role, bold, italic }
    },
    language: language ?? styleOf(normal ?? '').language,
    hasSpeakerStyle: [...sources.keys()].some(id => /^quoteSource/.test(meaningOf(styleOf(id)).role)),
    rightToLeft:
      switchOf(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'), 'w:bidi') ??
      styleOf(normal ?? '').rightToLeft ??
      false,
  }
}

/** Returns where a paragraph begins beside the margin, in twips; undefined where its properties do not say. */
export function leftOf(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind')?.attributes
  const left = twips(indent?.['w:left'] ?? indent?.['w:start'])
  return Number.isFinite(left) ? left : undefined
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

const valueLanguage = (lang: XmlElement | undefined): string | undefined => lang?.attributes['w:val']

function resolveStyle(
  id: string,
  sources: ReadonlyMap<string, Source>,
  aliases: ReadonlyMap<string, string>,
): WordStyle {
  const chain: Source[] = []
  const seen = new Set<string>()
  for (
    let at: string | undefined = id;
    at !== undefined && sources.has(at) && !seen.has(at);
    at = sources.get(at)!.base
  ) {
    seen.add(at)
    chain.push(sources.get(at)!)
  }
  const first = <Value>(read: (element: XmlElement) => Value | undefined): Value | undefined => {
    for (const { element } of chain) {
      const value = read(element)
      if (value !== undefined) return value
    }
    return undefined
  }
  const numbers = first(element => childOf(childOf(element, 'w:pPr'), 'w:numPr'))
  const numId = valOf(numbers, 'w:numId')
  const level = first(element => valOf(childOf(element, 'w:pPr'), 'w:outlineLvl'))
  return {
    id,
    name: chain[0]?.name ?? id,
    chain: chain.map(({ name }) => aliases.get(name.toLowerCase()) ?? name.toLowerCase()),
    bold: first(element => switchOf(childOf(element, 'w:rPr'), 'w:b')) ?? false,
    italic: first(element => switchOf(childOf(element, 'w:rPr'), 'w:i')) ?? false,
    contextual: first(element => switchOf(childOf(element, 'w:pPr'), 'w:contextualSpacing')) ?? false,
    outline: level === undefined || Number(level) > 8 ? undefined : Number(level),
    numbering: numId === undefined ? undefined : { id: numId, level: Number(valOf(numbers, 'w:ilvl') ?? 0) },
    indent: first(element => leftOf(childOf(element, 'w:pPr'))) ?? 0,
    rightToLeft: first(element => switchOf(childOf(element, 'w:pPr'), 'w:bidi')),
    language: first(element => valueLanguage(childOf(childOf(element, 'w:rPr'), 'w:lang'))),
  }
}

/** What our own variants of a style add to its name: where the paragraph stands in what surrounds it, or that it is a figure. */
const edge = / (first|last|next|before table|after table|edge|figures)$/

const roleOf = (name: string): ParagraphRole | undefined => paragraphRoles[name] ?? localRole(name)

/** "Source Code (python)", in a box "Key Points Source Code (python)", at its end "… Last". */
const codeLanguage = /(?<=\bsource code) \(([^)\s]+)\)/

function meaningOf({ chain: names, outline }: WordStyle): Meaning {
  const code = names.map(name => codeLanguage.exec(name)?.[1]).find(found => found !== undefined)
  const chain = names.map(name => name.replace(codeLanguage, '')).filter((name, at, all) => name !== all[at + 1])
  const at = chain.findIndex(name => roleOf(name) !== undefined)
  const role = roleOf(chain[at] ?? '') ?? 'text'
  const between = chain.slice(0, Math.max(at, 0))
  const edges = between.flatMap((name, index) =>
    name.startsWith(chain[index + 1] ?? '') ? (edge.exec(name)?.[1] ?? []) : [],
  )
  const own = between.filter((name, index) => !(edge.test(name) && name.replace(edge, '') === chain[index + 1]))
  const boxed = own.length === 1 ? prefixIn(own[0]!, chain[at]!) : undefined
  const byOutline = at === -1 || role === 'text' ? outline : undefined
  return {
    role: byOutline === undefined ? role : (`heading${Math.min(byOutline + 1, 6)}` as ParagraphRole),
    box: boxed ?? (/^box /.test(chain[at] ?? '') ? 'box' : undefined),
    unknown: byOutline === undefined && (at === -1 ? chain.length > 0 : own.length > 0 && boxed === undefined),
    ...(code !== undefined && { code }),
    begins: edges.includes('first'),
    ends: edges.includes('last'),
  }
}

/** `key points text` on `box text` stands in a box of key points; `key points quote` on `quote` too. */
function prefixIn(name: string, base: string): string | undefined {
  const ending = ` ${base.replace(/^box /, '')}`
  return name.endsWith(ending) ? name.slice(0, -ending.length).replace(/\s+/g, '-') : undefined
}
