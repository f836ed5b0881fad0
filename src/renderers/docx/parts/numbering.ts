import { twips } from '../measure.js'
import { colourAttributes } from '../style/properties.js'
import type { StyleSheet } from '../style/style-sheet.js'
import { listStep } from '../style/word-styles.js'
import { xmlHead } from '../xml-text.js'

/** Word has nine levels of lists; what lies deeper stays on the ninth. */
export const deepestLevel = 8

/** A mark that is not seen. Without any, Pandoc takes an item for a paragraph of the one before it. */
const noWidth = '\u200B'

/** The marks of each kind of list, level by level and again. A task's box stands in its text, where every reader finds it. */
const kinds = {
  bullet: { id: 0, marks: ['•', '–', '·'] },
  boxBullet: { id: 1, marks: ['–', '·', '•'] },
  task: { id: 2, marks: [noWidth] },
  ordered: { id: 3, marks: ['decimal'] },
  boxOrdered: { id: 4, marks: ['decimal'] },
} as const
export type ListKind = keyof typeof kinds

/** Distance of a panel's marks from their text, points. */
const boxStep = 12.5
/** In a panel all first lines begin at its edge, so what lies deeper is moved in by blanks before its mark: 4/3 em each. */
const oneStep = '\u2003\u2004'
/** Largest number that a list may begin with (ISO/IEC 29500-1, 17.9.25: a 32-bit integer). */
const largestStart = 0x7fffffff

function isCounted(kind: ListKind): boolean {
  return kind === 'ordered' || kind === 'boxOrdered'
}

/** The lists of one file: each has an instance of its own, so that its numbers start afresh. */
export class Numbering {
  readonly #step: number
  readonly #styles: StyleSheet
  readonly #base: { abstract: number; instance: number }
  #instances = ''
  #count = 0

  /** Counts on from the lists that a letterhead has. */
  constructor(styles: StyleSheet, base: { abstract: number; instance: number } = { abstract: 0, instance: 0 }) {
    this.#styles = styles
    this.#base = base
    this.#step = listStep(styles.looks)
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** Returns the distance from one level's text to the next one's, points: less in a panel, whose type is smaller. */
  step(boxed: boolean): number {
    return boxed ? Math.min(this.#step, boxStep) : this.#step
  }

  /** Returns the id of a new list (`w:numId`). `level` counts from 0. */
  add(kind: ListKind, level: number, start = 1): number {
    this.#count++
    const from = Math.min(Math.max(start, 0), largestStart)
    const restart = isCounted(kind)
      ? `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${from}"/></w:lvlOverride>`
      : ''
    const id = this.#base.instance + this.#count
    this.#instances += `<w:num w:numId="${id}"><w:abstractNumId w:val="${this.#base.abstract + kinds[kind].id}"/>${restart}</w:num>`
    return id
  }

  /** Returns the kinds of lists, and the lists. */
  parts(): { definitions: string; instances: string } {
    const definitions = (Object.keys(kinds) as ListKind[]).map(kind => this.#abstract(kind)).join('')
    return { definitions, instances: this.#instances }
  }

  /** Returns `word/numbering.xml`. */
  toXml(): string {
    const { definitions, instances } = this.parts()
    return `${xmlHead}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${definitions}${instances}</w:numbering>`
  }

  #abstract(kind: ListKind): string {
    const { id } = kinds[kind]
    const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => this.#level(kind, level))
    // The ids that Word compares lists by are fixed: the same file twice, the same bytes.
    return `<w:abstractNum w:abstractNumId="${this.#base.abstract + id}"><w:nsid w:val="5F1D0A0${id}"/><w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="5F1D0B0${id}"/>${levels.join('')}</w:abstractNum>`
  }

  #level(kind: ListKind, level: number): string {
    const { marks } = kinds[kind]
    const mark = marks[level % marks.length]!
    const boxed = kind === 'boxBullet' || kind === 'boxOrdered'
    const step = this.step(boxed)
    const indent = `<w:pPr><w:ind w:left="${twips((level + 1) * step)}" w:hanging="${twips(step)}"/></w:pPr>`
    // LibreOffice prints but the first letter of a bullet, which would be the blank.
    const bullet = boxed && level > 0 ? 'none' : 'bullet'
    const format = isCounted(kind) ? mark : bullet
    const text = (boxed ? oneStep.repeat(level) : '') + (isCounted(kind) ? `%${level + 1}.` : mark)
    const suffix = kind === 'task' ? '<w:suff w:val="nothing"/>' : ''
    const colour = kind === 'boxBullet' ? `<w:rPr>${this.#accent()}</w:rPr>` : ''
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${suffix}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}${colour}</w:lvl>`
  }

  /** Marks in a panel have the colour of its title. */
  #accent(): string {
    const { palette, looks } = this.#styles
    return looks.boxTitle.colour ? `<w:color ${colourAttributes(looks.boxTitle.colour, palette)}/>` : ''
  }
}
