import type { ReportFinding } from '../findings.js'
import { placeOf, type StructureTree } from '../structure/structure-tree.js'
import { elementsIn } from './structure-grammar.js'

/** Checks that headings begin at `H1`, skip no level downwards, and are either all numbered or all `H` (ISO 14289-1 7.4). */
export function checkHeadings(tree: StructureTree, report: ReportFinding): void {
  const headings = tree.elements.filter(element => /^H\d?$/.test(element.role))
  const plain = headings.filter(element => element.role === 'H')
  if (plain.length > 0 && plain.length < headings.length)
    report('pdfua-heading', 'the document mixes `H` with `H1` to `H6`', placeOf(plain[0]!))
  let level = 0
  for (const heading of headings) {
    if (heading.role === 'H') continue
    const own = Number(heading.role.slice(1))
    if (own > level + 1)
      report(
        'pdfua-heading',
        level === 0
          ? `the first heading is \`${heading.role}\`, not \`H1\``
          : `\`${heading.role}\` follows \`H${level}\`: a level is skipped`,
        placeOf(heading),
      )
    level = own
  }
  for (const element of tree.elements)
    if (elementsIn(element).filter(kid => kid.role === 'H').length > 1)
      report('pdfua-heading', `\`${element.type}\` holds more than one \`H\``, placeOf(element))
}
