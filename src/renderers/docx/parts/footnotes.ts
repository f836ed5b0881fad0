import { Relationships } from '../package/relationships.js'
import { xmlHead } from '../xml-text.js'
import { documentNamespaces } from './namespaces.js'

/**
 * The footnotes of one file, numbered in the order in which they are cited: LibreOffice pairs marks and notes by their
 * order and not by their ids.
 */
export class Footnotes {
  readonly relationships = new Relationships()
  readonly #notes: string[] = []

  get isEmpty(): boolean {
    return this.#notes.length === 0
  }

  /** Returns the id of a new note; its place is taken before its text is written. */
  reserve(): number {
    return this.#notes.push('')
  }

  /** Sets the text of a note. */
  write(id: number, content: string): void {
    this.#notes[id - 1] = content
  }

  /** Returns `word/footnotes.xml`, the two separators first (ISO/IEC 29500-1, 17.11.9 and 17.11.11). */
  toXml(): string {
    const separators = [
      `<w:footnote w:type="separator" w:id="-1">${separatorParagraph('separator')}</w:footnote>`,
      `<w:footnote w:type="continuationSeparator" w:id="0">${separatorParagraph('continuationSeparator')}</w:footnote>`,
    ]
    const notes = this.#notes.map((content, index) => `<w:footnote w:id="${index + 1}">${content}</w:footnote>`)
    return `${xmlHead}<w:footnotes ${documentNamespaces}>${separators.join('')}${notes.join('')}</w:footnotes>`
  }
}

function separatorParagraph(mark: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${mark}/></w:r></w:p>`
}
