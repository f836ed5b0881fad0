import { elementsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { cleanText } from '../clean-text.js'
import type { Remark } from './pieces.js'
import { changeOf } from './runs.js'

/** Reads `word/comments.xml`: every remark by its id. A remark without words says nothing. */
export function readRemarks(root: XmlElement | undefined): Map<string, Remark> {
  const remarks = new Map<string, Remark>()
  for (const element of elementsOf(root)) {
    const id = element.attributes['w:id']
    const text = paragraphsOf(element).join(' ').replace(/\s+/g, ' ').trim()
    if (element.name === 'w:comment' && id !== undefined && text !== '')
      remarks.set(id, { id, text: cleanText(text), ...changeOf(element) })
  }
  return remarks
}

function paragraphsOf(element: XmlElement): string[] {
  return elementsOf(element).flatMap(child => (child.name === 'w:p' ? [wordsIn(child)] : paragraphsOf(child)))
}

function wordsIn(element: XmlElement): string {
  return elementsOf(element)
    .map(child => {
      if (child.name === 'w:t') return child.children.filter(each => typeof each === 'string').join('')
      return child.name === 'w:tab' || child.name === 'w:br' ? ' ' : wordsIn(child)
    })
    .join('')
}
