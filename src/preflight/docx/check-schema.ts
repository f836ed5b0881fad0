import { first, orderOf } from '../../ooxml/schema-order.js'
import { elementsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { ReportFinding } from '../pdf/findings.js'
import { valueRules } from './schema-values.js'
import { type Place, placeName, type Visitor } from './visit-parts.js'

/** Looks for elements out of their order or twice, and for values that an attribute cannot have. */
export function schemaCheck(report: ReportFinding): Visitor {
  return {
    '*'(element, place) {
      checkOrder(element, place, report)
      checkFirst(element, place, report)
      checkValues(element, place, report)
    },
  }
}

function checkOrder(element: XmlElement, place: Place, report: ReportFinding): void {
  const order = orderOf(element.name)
  if (!order) return
  let last: { name: string; at: number } | undefined
  for (const { name } of elementsOf(element)) {
    const at = order.place.get(name)
    if (at === undefined) continue
    if (last?.name === name && !order.repeated.has(name))
      report('docx-order', `\`${name}\` stands twice in \`${element.name}\``, placeName(place))
    else if (last && at < last.at && !(order.repeated.has(name) && order.repeated.has(last.name)))
      report('docx-order', `\`${name}\` stands after \`${last.name}\` in \`${element.name}\``, placeName(place))
    last = { name, at }
  }
}

function checkFirst(element: XmlElement, place: Place, report: ReportFinding): void {
  const wanted = first[element.name]
  if (!wanted) return
  const names = elementsOf(element).map(child => child.name)
  for (const name of wanted)
    if (names.indexOf(name) > wanted.indexOf(name))
      report('docx-order', `\`${name}\` does not stand first in \`${element.name}\``, placeName(place))
}

function checkValues(element: XmlElement, place: Place, report: ReportFinding): void {
  const rules = valueRules[element.name]
  if (!rules) return
  for (const [name, rule] of Object.entries(rules)) {
    const value = element.attributes[name]
    if (value !== undefined && !rule.test(value))
      report('docx-value', `\`${name}\` of \`${element.name}\` cannot be \`${value.slice(0, 60)}\``, placeName(place))
  }
}
