import { CitedNotes } from '../../cited-notes.js'
import { Relationships } from '../package/relationships.js'
import { xmlHead } from '../xml-text.js'

/**
 * The footnotes of one file, numbered in the order in which they are cited: LibreOffice pairs marks and notes by their
 * order and not by their ids.
 */
export class Footnotes {
  readonly relationships = new Relationships()
  readonly cited = new CitedNotes()
  readonly #notes: { content: string; foreign: boolean }[] = []

  /** How many there are so far. */
  get size(): number {
    return this.#notes.length
  }

  get isEmpty(): boolean {
    return this.#notes.length === 0
  }

  /** Returns the id of a new note; its place is taken before its text is written. */
  reserve(): number {
    return this.#notes.push({ content: '', foreign: false })
  }

  /** Sets the text of a note; a foreign one came with a letterhead and has the names of its styles. */
  write(id: number, content: string, foreign = false): void {
    this.#notes[id - 1] = { content, foreign }
  }

  /** Returns `word/footnotes.xml`, the two separators first (ISO/IEC 29500-1, 17.11.9 and 17.11.11). */
  toXml(namespaces: string, rename: (xml: string) => string): string {
    const separators = [
      `<w:footnote w:type="separator" w:id="-1">${separatorParagraph('separator')}</w:footnote>`,
      `<w:footnote w:type="continuationSeparator" w:id="0">${separatorParagraph('continuationSeparator')}</w:footnote>`,
    ]
    const notes = this.#notes.map(
      ({ content, foreign }, index) =>
        `<w:footnote w:id="${index + 1}">${foreign ? content : rename(content)}</w:footnote>`,
    )
    return `${xmlHead}<w:footnotes ${namespaces}>${separators.join('')}${notes.join('')}</w:footnotes>`
  }
}

function separatorParagraph(mark: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${mark}/></w:r></w:p>`
}
