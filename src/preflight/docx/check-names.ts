import type { Package } from '../../ooxml/open-package.js'
import { childOf, elementsOf, valOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { ReportFinding } from '../pdf/findings.js'
import { placeName, type Visitor, type WordParts } from './visit-parts.js'

const styleUsers = { 'w:pStyle': 'paragraph', 'w:rStyle': 'character', 'w:tblStyle': 'table' } as const

/** Looks for styles and lists that are used and nowhere defined, and for styles that are based on none that is there. */
export function nameCheck(file: Package, parts: WordParts, report: ReportFinding): Visitor {
  const styles = stylesOf(parts.styles === undefined ? undefined : file.xml(parts.styles))
  const lists = listsOf(parts.numbering === undefined ? undefined : file.xml(parts.numbering))
  const visitor: Visitor = {}
  for (const [name, kind] of Object.entries(styleUsers))
    visitor[name] = (element, place) => {
      const id = element.attributes['w:val'] ?? ''
      if (styles.get(id) !== kind)
        report('docx-style', `the ${kind} style \`${id}\` is used and not defined`, placeName(place))
    }
  visitor['w:basedOn'] = (element, place) => {
    const id = element.attributes['w:val'] ?? ''
    if (!styles.has(id)) report('docx-style', `a style is based on \`${id}\`, which is not defined`, placeName(place))
  }
  visitor['w:numPr'] = (element, place) => {
    const id = valOf(element, 'w:numId')
    // 0 takes a paragraph out of the list that its style puts it in (ISO/IEC 29500-1, 17.9.18).
    if (id !== undefined && id !== '0' && !lists.has(id))
      report('docx-list', `the list \`${id}\` is used and not defined`, placeName(place))
  }
  return visitor
}

/** Kinds of the styles by id. */
function stylesOf(root: XmlElement | undefined): Map<string, string> {
  const styles = elementsOf(root).filter(element => element.name === 'w:style')
  return new Map(styles.map(({ attributes }) => [attributes['w:styleId'] ?? '', attributes['w:type'] ?? 'paragraph']))
}

function listsOf(root: XmlElement | undefined): Set<string> {
  const all = elementsOf(root)
  const kinds = new Set(
    all.filter(each => each.name === 'w:abstractNum').map(each => each.attributes['w:abstractNumId']),
  )
  const defined = all.filter(each => each.name === 'w:num' && kinds.has(valOf(each, 'w:abstractNumId')))
  return new Set(defined.map(each => each.attributes['w:numId'] ?? ''))
}

/** Looks at the settings: what makes Word ask or warn on opening. */
export function checkSettings(root: XmlElement | undefined, report: ReportFinding): void {
  const compatibility = elementsOf(childOf(root, 'w:compat')).find(
    each => each.attributes['w:name'] === 'compatibilityMode',
  )
  const mode = Number(compatibility?.attributes['w:val'] ?? 12)
  if (mode < 15) report('docx-compatibility', `Word opens the file in “Compatibility Mode” (${mode})`)
  const update = childOf(root, 'w:updateFields')
  if (update && !['0', 'false', 'off'].includes(update.attributes['w:val'] ?? '1'))
    report('docx-field', 'Word asks on opening whether to update fields: `w:updateFields` is set')
}
