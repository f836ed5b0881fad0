import { resolveStyle } from '../../../templates/style-names.js'
import type { Template } from '../../../templates/template.js'
import { twips } from '../measure.js'
import { colourAttributes, type Palette } from '../style/properties.js'
import { xmlHead } from '../xml-text.js'

/** Word has nine levels of lists; what lies deeper stays on the ninth. */
export const deepestLevel = 8

const abstractIds = { bullet: 0, ordered: 1, task: 2 } as const
export type ListKind = keyof typeof abstractIds

/** How numbers are written, level by level: figures, letters, roman figures, and again. */
const numberFormats = ['decimal', 'lowerLetter', 'lowerRoman'] as const

/** The lists of one file: each has an instance of its own, so that its numbers start afresh. */
export class Numbering {
  readonly #indent: number
  readonly #palette: Palette
  #instances = ''
  #count = 0

  constructor(template: Template, palette: Palette) {
    this.#indent = resolveStyle(template, 'list').indentStart ?? 18
    this.#palette = palette
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** Distance from one level's text to the next one's, points. */
  get indent(): number {
    return this.#indent
  }

  /** Returns the id of a new list (`w:numId`). `level` counts from 0. */
  add(kind: ListKind, level: number, start = 1): number {
    this.#count++
    const restart =
      kind === 'ordered'
        ? `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${Math.min(Math.max(start, 0), 2147483647)}"/></w:lvlOverride>`
        : ''
    this.#instances += `<w:num w:numId="${this.#count}"><w:abstractNumId w:val="${abstractIds[kind]}"/>${restart}</w:num>`
    return this.#count
  }

  /** Returns `word/numbering.xml`. */
  toXml(): string {
    const kinds = (Object.keys(abstractIds) as ListKind[]).map(kind => this.#abstract(kind))
    return `${xmlHead}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${kinds.join('')}${this.#instances}</w:numbering>`
  }

  #abstract(kind: ListKind): string {
    const id = abstractIds[kind]
    const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => this.#level(kind, level))
    // The ids that Word compares lists by are fixed: the same file twice, the same bytes.
    return `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="5F1D0A0${id}"/><w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="5F1D0B0${id}"/>${levels.join('')}</w:abstractNum>`
  }

  #level(kind: ListKind, level: number): string {
    const indent = `<w:pPr><w:ind w:left="${twips((level + 1) * this.#indent)}" w:hanging="${twips(this.#indent)}"/></w:pPr>`
    const colour = `<w:rPr><w:color ${colourAttributes(markColour(this.#palette), this.#palette)}/></w:rPr>`
    const head = `<w:lvl w:ilvl="${level}"><w:start w:val="1"/>`
    if (kind === 'ordered')
      return `${head}<w:numFmt w:val="${numberFormats[level % 3]}"/><w:lvlText w:val="%${level + 1}."/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
    // A task's box stands in its text, where every reader finds it; the list's own mark is empty.
    if (kind === 'task')
      return `${head}<w:numFmt w:val="bullet"/><w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
    return `${head}<w:numFmt w:val="bullet"/><w:lvlText w:val="${level % 2 === 0 ? '–' : '·'}"/><w:lvlJc w:val="left"/>${indent}${colour}</w:lvl>`
  }
}

function markColour(palette: Palette): string {
  return resolveStyle(palette.template, 'boxTitle').colour ?? 'ink'
}
