import { twips } from '../../ooxml/twips.js'
import { childOf, elementsOf, valOf, type XmlElement } from '../../ooxml/xml-tree.js'

/** One level of a list of the file. */
export interface NumberedLevel {
  ordered: boolean
  /** It shows no mark: Pandoc sets the further paragraphs of an item so. */
  unmarked: boolean
  start: number
  /** The definition that counts: lists of one definition count on, one from another. */
  definition: string
  /** The list begins anew at its first item (`w:startOverride`). */
  restarts: boolean
  /** Lists of bullets of this definition are apart although they look alike: we say so, LibreOffice does not. */
  apart: boolean
  /** Where the level's text begins, in twips; undefined where the file does not say. */
  indent: number | undefined
}

/** The lists of one file, by `w:numId`. */
export interface Numbering {
  /** Returns a level; undefined where the id stands for no list, as 0 does (ISO/IEC 29500-1, 17.9.18). */
  level(id: string, level: number): NumberedLevel | undefined
}

/** What the ids of our own definitions of lists begin with (`w:nsid`, ISO/IEC 29500-1, 17.9.14). */
const ownLists = '5F1D0A0'

/** Reads `word/numbering.xml`. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, XmlElement>()
  const lists = new Map<string, XmlElement>()
  const links = new Map<string, XmlElement>()
  for (const element of elementsOf(root)) {
    if (element.name === 'w:num') lists.set(element.attributes['w:numId'] ?? '', element)
    if (element.name !== 'w:abstractNum') continue
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
    const link = valOf(element, 'w:styleLink')
    if (link) links.set(link, element)
  }
  const abstractOf = (list: XmlElement): XmlElement | undefined => {
    const abstract = abstracts.get(valOf(list, 'w:abstractNumId') ?? '')
    // 17.9.21: a definition may stand in a style of lists.
    return links.get(valOf(abstract, 'w:numStyleLink') ?? '') ?? abstract
  }
  return {
    level(id, level) {
      const list = lists.get(id)
      if (!list) return undefined
      const override = ofLevel(list, 'w:lvlOverride', level)
      const definition = childOf(override, 'w:lvl') ?? ofLevel(abstractOf(list), 'w:lvl', level)
      const format = valOf(definition, 'w:numFmt') ?? 'bullet'
      const start = valOf(override, 'w:startOverride') ?? valOf(definition, 'w:start')
      const indent = childOf(childOf(definition, 'w:pPr'), 'w:ind')?.attributes
      const left = twips(indent?.['w:left'] ?? indent?.['w:start'])
      return {
        ordered: format !== 'bullet' && format !== 'none',
        unmarked: hasNoMark(definition, format),
        start: Number(start ?? 1),
        definition: valOf(list, 'w:abstractNumId') ?? id,
        apart: valOf(abstractOf(list), 'w:nsid')?.startsWith(ownLists) ?? false,
        restarts: valOf(override, 'w:startOverride') !== undefined,
        indent: Number.isFinite(left) ? left : undefined,
      }
    },
  }
}

/** Whether items at a level show neither number nor sign nor picture. */
function hasNoMark(level: XmlElement | undefined, format: string): boolean {
  if (format !== 'bullet' && format !== 'none') return false
  return valOf(level, 'w:lvlText')?.trim() === '' && !childOf(level, 'w:lvlPicBulletId')
}

function ofLevel(parent: XmlElement | undefined, name: string, level: number): XmlElement | undefined {
  return elementsOf(parent).find(child => child.name === name && Number(child.attributes['w:ilvl']) === level)
}
