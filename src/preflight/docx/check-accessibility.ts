import type { Package } from '../../ooxml/open-package.js'
import { childOf, elementsOf, findIn, switchOf, valOf, wordsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { ReportFinding } from '../pdf/findings.js'
import { placeName, type Visitor, type WordParts } from './visit-parts.js'

/** Looks at what Word's accessibility checker looks at: title and language of the file. */
export function checkMetadata(file: Package, parts: WordParts, report: ReportFinding): void {
  const core = [...file.relationships('').values()].find(each => each.type === 'core-properties')?.target
  const title = wordsOf(childOf(core === undefined ? undefined : file.xml(core), 'dc:title')).trim()
  if (title === '') report('docx-title', 'the file’s properties name no title')
  const styles = parts.styles === undefined ? undefined : file.xml(parts.styles)
  const language = findIn(childOf(styles, 'w:docDefaults'), 'w:lang')?.attributes['w:val']
  if (!language) report('docx-language', 'the styles name no language for the text')
}

/** Looks for pictures without a description that are not marked as decoration, and for those that float. */
export function pictureCheck(report: ReportFinding): Visitor {
  return {
    'wp:docPr'(element, place) {
      const described = (element.attributes.descr ?? element.attributes.title ?? '').trim() !== ''
      const decorative = findIn(element, 'adec:decorative')?.attributes.val === '1'
      if (!described && !decorative)
        report('docx-alt', 'a picture has no description and is not marked as decoration', placeName(place))
    },
    'wp:anchor'(_element, place) {
      report(
        'docx-floating',
        'a picture floats: screen readers find it away from its place in the text',
        placeName(place),
      )
    },
  }
}

/** Looks for tables whose first row is not marked as their head. */
export function tableHeadCheck(report: ReportFinding): Visitor {
  return {
    'w:tbl'(element, place) {
      const rows = elementsOf(element).filter(child => child.name === 'w:tr')
      const head = rows[0] && switchOf(childOf(rows[0], 'w:trPr'), 'w:tblHeader')
      if (rows.length > 1 && !head)
        report('docx-table-head', 'a table’s first row is not marked as its head', placeName(place))
    },
  }
}

/** Looks for headings that skip a level on the way down; styles based on a heading count as it. */
export function headingCheck(document: string, styles: XmlElement | undefined, report: ReportFinding): Visitor {
  const levels = outlineLevels(styles)
  let last = -1
  return {
    'w:p'(element, place) {
      if (place.part !== document) return
      const properties = childOf(element, 'w:pPr')
      const level = Number(valOf(properties, 'w:outlineLvl') ?? levels.get(valOf(properties, 'w:pStyle') ?? '') ?? 9)
      if (level > 8 || wordsOf(element).trim() === '') return
      if (level > last + 1)
        report(
          'docx-heading-order',
          `a heading of level ${level + 1} follows ${last < 0 ? 'none' : `one of level ${last + 1}`}`,
          placeName(place),
        )
      last = level
    },
  }
}

function outlineLevels(styles: XmlElement | undefined): Map<string, string> {
  return inherited(styles, style => valOf(childOf(style, 'w:pPr'), 'w:outlineLvl'))
}

/** What each style says, or else the one that it is based on, by id. */
function inherited<Value>(
  styles: XmlElement | undefined,
  said: (style: XmlElement) => Value | undefined,
): Map<string, Value> {
  const all = new Map(
    elementsOf(styles)
      .filter(each => each.name === 'w:style')
      .map(each => [each.attributes['w:styleId'] ?? '', each]),
  )
  const saidBy = (id: string | undefined, depth = 0): Value | undefined => {
    const style = id === undefined ? undefined : all.get(id)
    if (!style || depth > 20) return undefined
    return said(style) ?? saidBy(valOf(style, 'w:basedOn'), depth + 1)
  }
  const values = new Map<string, Value>()
  for (const id of all.keys()) {
    const value = saidBy(id)
    if (value !== undefined) values.set(id, value)
  }
  return values
}

/** Looks for blank paragraphs one after another, which are read aloud one by one. */
export function blankCheck(styles: XmlElement | undefined, report: ReportFinding): Visitor {
  const ruled = inherited(styles, style => hasRule(childOf(style, 'w:pPr')))
  let before: XmlElement | undefined
  let run = 0
  return {
    'w:p'(element, place) {
      const blank = isBlank(element, ruled)
      run = blank ? (before === place.parent ? run : 0) + 1 : 0
      before = place.parent
      if (run === 2) report('docx-blank', 'blank paragraphs make space: a style’s spacing should', placeName(place))
    },
    'w:tbl'() {
      run = 0
    },
  }
}

/** Whether a paragraph's properties draw a rule; undefined where they say nothing about borders. */
function hasRule(properties: XmlElement | undefined): boolean | undefined {
  const borders = childOf(properties, 'w:pBdr')
  return borders && elementsOf(borders).some(side => !['nil', 'none'].includes(side.attributes['w:val'] ?? 'nil'))
}

const shown = ['w:drawing', 'w:footnoteReference', 'w:br', 'w:sym', 'w:object', 'w:pict']

/** One that shows a number or a rule is not blank, and one that ends a section has its use. */
function isBlank(element: XmlElement, ruled: ReadonlyMap<string, boolean>): boolean {
  const properties = childOf(element, 'w:pPr')
  if (childOf(properties, 'w:numPr') || childOf(properties, 'w:sectPr')) return false
  if (hasRule(properties) ?? ruled.get(valOf(properties, 'w:pStyle') ?? '')) return false
  return wordsOf(element).trim() === '' && !shown.some(name => findIn(element, name))
}
