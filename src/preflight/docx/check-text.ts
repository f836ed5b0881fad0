import { elementsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { ReportFinding } from '../pdf/findings.js'
import { placeName, type Visitor } from './visit-parts.js'

/** Looks for cells that end without a paragraph, which Word calls corrupt (ISO/IEC 29500-1, 17.4.65). */
export function cellCheck(report: ReportFinding): Visitor {
  return {
    'w:tc'(element, place) {
      const last = elementsOf(element)
        .filter(child => /^w:(p|tbl|sdt|customXml)$/.test(child.name))
        .at(-1)
      if (last?.name !== 'w:p' && last?.name !== 'w:sdt')
        report('docx-cell', 'a table’s cell does not end in a paragraph', placeName(place))
    },
  }
}

/** Looks for two bookmarks of one name, for those that end nowhere, and for links to none. */
export function bookmarkCheck(report: ReportFinding): { visitor: Visitor; finish(): void } {
  const names = new Map<string, string>()
  const open = new Map<string, string>()
  const anchors: [string, string][] = []
  const visitor: Visitor = {
    'w:bookmarkStart'(element, place) {
      const name = element.attributes['w:name'] ?? ''
      if (names.has(name.toLowerCase()))
        report('docx-bookmark', `the bookmark \`${name}\` stands twice`, placeName(place))
      if (name === '' || [...name].length > 40 || /\s/.test(name))
        report('docx-bookmark', `Word takes no bookmark named \`${name}\``, placeName(place))
      names.set(name.toLowerCase(), name)
      open.set(element.attributes['w:id'] ?? '', name)
    },
    'w:bookmarkEnd'(element, place) {
      if (!open.delete(element.attributes['w:id'] ?? ''))
        report('docx-bookmark', 'a bookmark ends that did not begin', placeName(place))
    },
    'w:hyperlink'(element, place) {
      const anchor = element.attributes['w:anchor']
      if (anchor !== undefined && element.attributes['r:id'] === undefined) anchors.push([anchor, placeName(place)])
    },
  }
  const finish = (): void => {
    for (const name of open.values()) report('docx-bookmark', `the bookmark \`${name}\` does not end`)
    for (const [anchor, path] of anchors)
      if (!names.has(anchor.toLowerCase()) && anchor !== '_top')
        report('docx-bookmark', `a link leads to the bookmark \`${anchor}\`, which is missing`, path)
  }
  return { visitor, finish }
}

/** Looks for drawings that share a number, which Word repairs (ISO/IEC 29500-1, 20.4.2.5). */
export function drawingCheck(report: ReportFinding): Visitor {
  const ids = new Set<string>()
  return {
    'wp:docPr'(element, place) {
      const id = element.attributes.id ?? ''
      const own = `${place.part} ${id}`
      if (ids.has(own)) report('docx-drawing', `two drawings have the number ${id}`, placeName(place))
      ids.add(own)
    },
  }
}

/**
 * Looks for notes and remarks that are cited and missing, or there and not cited; and for notes out of order, which
 * LibreOffice shows under the wrong marks.
 */
export function noteCheck(
  kind: 'footnote' | 'endnote' | 'comment',
  root: XmlElement | undefined,
  report: ReportFinding,
): { visitor: Visitor; finish(): void } {
  const notes = elementsOf(root).filter(
    each => each.name === `w:${kind}` && (each.attributes['w:type'] ?? 'normal') === 'normal',
  )
  const places = new Map(notes.map((each, index) => [each.attributes['w:id'] ?? '', index]))
  const cited = new Set<string>()
  let last = -1
  let inOrder = true
  const visitor: Visitor = {
    [`w:${kind}Reference`](element, place) {
      const id = element.attributes['w:id'] ?? ''
      const at = places.get(id)
      if (at === undefined) report('docx-note', `the ${kind} ${id} is cited and missing`, placeName(place))
      else if (cited.has(id)) report('docx-note', `the ${kind} ${id} is cited twice`, placeName(place))
      inOrder &&= at === undefined || at >= last
      last = at ?? last
      cited.add(id)
    },
  }
  const finish = (): void => {
    for (const id of places.keys()) if (!cited.has(id)) report('docx-note', `the ${kind} ${id} is not cited`)
    if (kind !== 'comment' && !inOrder)
      report('docx-note-order', `the ${kind}s do not stand in the order in which they are cited`)
  }
  return { visitor, finish }
}

/** Looks for fields without a result, fields that are marked for an update, and fields that do not end. */
export function fieldCheck(report: ReportFinding): { visitor: Visitor; finish(): void } {
  const open: { separated: boolean; result: boolean; path: string }[] = []
  const filled = (): void => {
    const innermost = open.at(-1)
    if (innermost?.separated) innermost.result = true
  }
  const visitor: Visitor = {
    'w:fldChar'(element, place) {
      const type = element.attributes['w:fldCharType']
      const dirty = element.attributes['w:dirty']
      if (dirty !== undefined && !['0', 'false', 'off'].includes(dirty))
        report('docx-field', 'a field is marked for an update: Word asks on opening', placeName(place))
      if (type === 'begin') open.push({ separated: false, result: false, path: placeName(place) })
      const innermost = open.at(-1)
      if (type === 'separate' && innermost) innermost.separated = true
      if (type === 'end') {
        const ended = open.pop()
        if (!ended) report('docx-field', 'a field ends that did not begin', placeName(place))
        else if (!ended.result) report('docx-field', 'a field has no result to show before it is updated', ended.path)
        filled()
      }
    },
    'w:t': filled,
    'w:drawing': filled,
    'w:tab': filled,
  }
  const finish = (): void => {
    for (const { path } of open) report('docx-field', 'a field does not end', path)
  }
  return { visitor, finish }
}
