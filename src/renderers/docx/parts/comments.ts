import type { Comment } from '../../../article/article.js'
import { toWordDate } from '../word-date.js'
import { toAttribute, toText, xmlHead } from '../xml-text.js'
import { documentNamespaces } from './namespaces.js'

/** The remarks of one file, numbered from 0 in the order of their places. */
export class Comments {
  #markup = ''
  #count = 0

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** Returns the id of a new remark. */
  add(node: Comment, author: string): number {
    const date = node.date ? ` w:date="${toWordDate(node.date)}"` : ''
    const text = toText(node.text.replace(/[\t\n\r]+/g, ' '))
    this.#markup += `<w:comment w:id="${this.#count}" w:author="${toAttribute(author)}"${date} w:initials="${toAttribute(initials(author))}"><w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:comment>`
    return this.#count++
  }

  /** Returns `word/comments.xml`. */
  toXml(): string {
    return `${xmlHead}<w:comments ${documentNamespaces}>${this.#markup}</w:comments>`
  }
}

function initials(author: string): string {
  return author
    .split(/\s+/)
    .map(word => [...word][0] ?? '')
    .join('')
    .slice(0, 4)
}
