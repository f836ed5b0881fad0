import type { Package } from '../../ooxml/open-package.js'
import { elementsOf } from '../../ooxml/xml-tree.js'
import type { ReportFinding } from '../pdf/findings.js'
import { placeName, textParts, type Visitor, type WordParts } from './visit-parts.js'

const references = ['r:id', 'r:embed', 'r:link', 'r:pict']

/** Looks at what the package promises: parts that relationships name, and what kind of file each part is. */
export function checkPackage(file: Package, parts: WordParts, report: ReportFinding): void {
  for (const part of ['', ...textParts(parts)]) {
    for (const [id, { target, external }] of file.relationships(part))
      if (!external && file.bytes(target) === undefined)
        report(
          'docx-part',
          `the relationship \`${id}\` of ${part === '' ? 'the package' : `\`${part}\``} leads to \`${target}\`, which is missing`,
        )
  }
  const types = elementsOf(file.xml('[Content_Types].xml'))
  if (types.length === 0) report('docx-part', 'the package has no `[Content_Types].xml`')
  for (const part of textParts(parts))
    if (file.bytes(part) && !hasType(part, types)) report('docx-part', `the part \`${part}\` has no content type`)
  for (const each of types) {
    const name = each.attributes.PartName
    if (name !== undefined && file.bytes(name.replace(/^\//, '')) === undefined)
      report('docx-part', `\`[Content_Types].xml\` names \`${name}\`, which is missing`)
  }
}

function hasType(part: string, types: ReturnType<typeof elementsOf>): boolean {
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  return types.some(
    ({ attributes }) =>
      attributes.PartName?.toLowerCase() === `/${part.toLowerCase()}` ||
      (attributes.Extension?.toLowerCase() === extension && extension !== 'xml'),
  )
}

/** Looks for references to relationships that a part does not have. */
export function relationshipCheck(file: Package, report: ReportFinding): Visitor {
  return {
    '*'(element, place) {
      for (const name of references) {
        const id = element.attributes[name]
        if (id !== undefined && id !== '' && !file.relationships(place.part).has(id))
          report(
            'docx-part',
            `\`${element.name}\` refers to \`${id}\`, which \`${place.part}\` does not relate to anything`,
            placeName(place),
          )
      }
    },
  }
}
