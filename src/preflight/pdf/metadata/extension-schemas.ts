import type { ReportFinding } from '../findings.js'
import { namespaces } from './namespaces.js'
import { fieldsOf, propertyOf, type XmpPacket, type XmpProperty } from './xmp.js'

const categories = ['internal', 'external']

/** Reads the schemas that a packet describes (ISO 19005-2 6.6.2.3.3): namespace to the names of its properties. */
export function readExtensionSchemas(packet: XmpPacket, report: ReportFinding): Map<string, Set<string>> {
  const described = new Map<string, Set<string>>()
  const schemas = packet.properties.find(
    property => property.uri === namespaces.pdfaExtension && property.name === 'schemas',
  )
  if (schemas && schemas.kind !== 'Bag') report('pdf-extension-schema', '`pdfaExtension:schemas` is no `rdf:Bag`')
  for (const item of schemas?.items ?? []) {
    const fields = fieldsOf(item).filter(field => field.uri === namespaces.pdfaSchema)
    const uri = textOf(fields, 'namespaceURI')
    for (const name of ['schema', 'namespaceURI', 'prefix'])
      if (!textOf(fields, name)) report('pdf-extension-schema', `a described schema has no \`pdfaSchema:${name}\``)
    const names = described.get(uri) ?? new Set<string>()
    described.set(uri, names)
    for (const property of itemsOf(item, 'property')) {
      names.add(textOf(property, 'name'))
      checkProperty(property, report)
    }
  }
  return described
}

function checkProperty(fields: XmpProperty[], report: ReportFinding): void {
  const name = textOf(fields, 'name')
  for (const key of ['name', 'valueType', 'description'])
    if (!textOf(fields, key))
      report('pdf-extension-schema', `the described property \`${name}\` has no \`pdfaProperty:${key}\``)
  if (!categories.includes(textOf(fields, 'category')))
    report('pdf-extension-schema', `the described property \`${name}\` is neither \`internal\` nor \`external\``)
}

function itemsOf(schema: Parameters<typeof fieldsOf>[0], name: string): XmpProperty[][] {
  const inner = schema.children.find(child => child.local === 'Description') ?? schema
  const element = inner.children.find(child => child.uri === namespaces.pdfaSchema && child.local === name)
  return element ? propertyOf(element).items.map(fieldsOf) : []
}

function textOf(fields: XmpProperty[], name: string): string {
  return fields.find(field => field.name === name)?.text ?? ''
}
