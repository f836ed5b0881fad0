import type { Article } from '../../../article/article.js'
import type { Labels } from '../../../locale/labels.js'
import { fieldValues } from '../../../templates/running-lines.js'
import type { RenderContext } from '../../renderer.js'
import type { Flow } from '../body/flow.js'
import type { DocxOptions } from '../options.js'
import type { Relationships } from '../package/relationships.js'
import type { StyleEntry } from '../style/style-sheet.js'
import { xmlHead } from '../xml-text.js'
import { type CopiedPart, CopiedParts } from './copied-parts.js'
import { changesOf, joinNamespaces, largestNumber, moveText } from './cover-text.js'
import { mergeNumbering, type NumberingBase, numberingBase } from './merge-numbering.js'
import { mergeStyles, withIds } from './merge-styles.js'
import { openReference, type Reference } from './reference.js'

/** How a letterhead is used. */
export interface HouseUse {
  /** What its own styles stand for, by their names. */
  styles: DocxOptions['styles']
  report: RenderContext<unknown>['report']
}

/** A letterhead at work in one file: its page, styles and running lines take the place of the template's. */
export class House {
  /** Where our lists begin after the letterhead's. */
  readonly numberingBase: NumberingBase
  readonly #reference: Reference
  readonly #copied: CopiedParts
  readonly #values: { readonly [name: string]: string | undefined }
  readonly #use: HouseUse
  #ids: ReadonlyMap<string, string> = new Map()

  /** Throws `OptionsError` for a letterhead that cannot be used. */
  constructor(bytes: Uint8Array, article: Article, labels: Labels, use: HouseUse) {
    this.#use = use
    this.#reference = openReference(bytes)
    this.#values = fieldValues(article, labels)
    this.#copied = new CopiedParts(this.#reference.file, this.#values)
    this.numberingBase = numberingBase(this.#reference.numbering)
    if (this.#reference.cover)
      for (const change of changesOf(this.#reference.cover))
        use.report(`of the letterhead, ${change}`, 'word-letterhead')
  }

  /** Width of a column and height of the text block, points. */
  get room(): { width: number; height: number } {
    return this.#reference.room
  }

  /** Settings that belong to its page. */
  get settings(): readonly string[] {
    return this.#reference.settings
  }

  /** Parts to put into the package, once all is taken over. */
  get parts(): readonly CopiedPart[] {
    return this.#copied.parts
  }

  /** Whether its own text prints a field of the article, which is then not printed again. */
  prints(field: string): boolean {
    const { before = '', after = '' } = this.#reference.cover ?? {}
    // Word cuts words into runs as it likes.
    return `${before}${after}`.replace(/<[^>]*>/g, '').includes(`{{${field}}}`)
  }

  /** Bookmarks of its own text, and the largest numbers that are given there. */
  get taken(): { bookmarks: string[]; marks: number; drawings: number } {
    const { before = '', after = '' } = this.#reference.cover ?? {}
    const markup = before + after
    return {
      bookmarks: [...markup.matchAll(/<w:bookmarkStart\b[^>]*w:name="([^"]*)"/g)].map(match => match[1]!),
      marks: largestNumber(markup, /<w:(?:bookmarkStart|ins|del|moveFrom|moveTo)\b[^>]*w:id="(\d+)"/g),
      drawings: largestNumber(markup, /<wp:docPr\b[^>]*?\sid="(\d+)"/g),
    }
  }

  /** Returns its own text before or after the article, as it stands in the new file. Notes take their numbers as they come. */
  cover(side: 'before' | 'after', flow: Flow): string {
    const { cover, document, notes } = this.#reference
    if (!cover) return ''
    const removal = { copied: this.#copied, document, notes, values: this.#values }
    return moveText(cover[side], removal, flow)
  }

  /** Returns the attributes of the document's root, which declare the prefixes of its text and ours. */
  namespaces(own: string): string {
    return this.#reference.cover ? joinNamespaces(own, this.#reference.namespaces) : own
  }

  /** Returns its section with its running lines, their parts taken over. What a printer left is dropped. */
  section(document: Relationships): string {
    const related = this.#copied.relationships(this.#reference.document)
    return this.#reference.section
      .replace(/<w:printerSettings\b[^>]*\/>/g, '')
      .replace(/<w:(header|footer)Reference\b[^>]*\/>/g, (whole, kind: 'header' | 'footer') => {
        const id = /\sr:id="([^"]*)"/.exec(whole)?.[1]
        const target = related.find(each => each.id === id && !each.external)?.target
        const part = target === undefined ? undefined : this.#copied.copy(target)
        return part === undefined ? '' : whole.replace(/\sr:id="[^"]*"/, ` r:id="${document.to(kind, part)}"`)
      })
  }

  /** Takes over its theme or its table of fonts; returns whether it has one. */
  takeOver(kind: 'theme' | 'fontTable', document: Relationships): boolean {
    const related = this.#copied.relationships(this.#reference.document)
    const found = related.find(each => each.type.endsWith(`/${kind}`) && !each.external)
    const part = found && this.#copied.copy(found.target)
    if (part === undefined) return false
    document.to(kind, part)
    return true
  }

  /** Returns `word/styles.xml` with our styles where it has none of the name; `rename` works from then on. */
  styles(own: readonly StyleEntry[], language: string): string {
    const merged = mergeStyles(own, this.#reference.styles, language, this.#use.styles)
    this.#ids = merged.ids
    for (const name of merged.missing)
      this.#use.report(`the letterhead has no style \`${name}\`, which \`docx.styles\` names`, 'word-letterhead')
    return xmlHead + merged.xml
  }

  /** Returns text of ours with the ids that its styles have in the merged file. */
  rename(xml: string): string {
    return withIds(xml, this.#ids)
  }

  /** Returns `word/numbering.xml` with its lists and ours; undefined where neither has any. */
  numbering(own: { definitions: string; instances: string }): string | undefined {
    const theirs = this.#reference.numbering
    return theirs === undefined ? undefined : xmlHead + mergeNumbering(own, theirs)
  }
}
