import { parseXml, type XmlElement } from './xml-tree.js'

export const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xml = 'http://www.w3.org/XML/1998/namespace'

/** One property of the document's XMP (ISO 16684-1): a text, the items of an array, or fields of a structure. */
export interface XmpProperty {
  uri: string
  prefix: string
  name: string
  /** A simple value's text; of an array the first item's, of alternatives the default one's. */
  text: string
  kind: 'text' | 'Alt' | 'Seq' | 'Bag' | 'structure'
  items: XmlElement[]
}

/** What was found in a metadata stream. */
export interface XmpPacket {
  properties: XmpProperty[]
  /** The attributes of the processing instruction that opens the packet. */
  header: string
  broken?: string
}

/** Reads an XMP packet's properties, written as elements or as attributes. */
export function readXmp(bytes: Uint8Array): XmpPacket {
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { properties: [], header: '', broken: 'it is not written in UTF-8' }
  }
  const header = /<\?xpacket\s+begin([^?]*)\?>/.exec(source.slice(0, 4096))?.[1] ?? ''
  // Padding after the packet's end may hold zero bytes.
  const tree = parseXml(source.replace(/\u0000+$/, '').trim())
  if ('broken' in tree) return { properties: [], header, broken: tree.broken }
  const root = tree.local === 'RDF' ? tree : tree.children.find(child => child.uri === rdf && child.local === 'RDF')
  if (!root) return { properties: [], header, broken: 'it holds no `rdf:RDF`' }
  return { properties: root.children.flatMap(propertiesOf), header }
}

function propertiesOf(description: XmlElement): XmpProperty[] {
  const fromAttributes = description.attributes
    .filter(attribute => attribute.uri !== rdf && attribute.uri !== xml && attribute.uri !== '')
    .map(
      ({ uri, local, prefix, value }): XmpProperty => ({
        uri,
        prefix,
        name: local,
        text: value,
        kind: 'text',
        items: [],
      }),
    )
  return [...fromAttributes, ...description.children.map(propertyOf)]
}

/** Reads one property element. */
export function propertyOf(element: XmlElement): XmpProperty {
  const { uri, prefix, local: name } = element
  const array = element.children.find(child => child.uri === rdf && ['Alt', 'Seq', 'Bag'].includes(child.local))
  if (array) {
    const items = array.children.filter(child => child.local === 'li')
    const chosen = items.find(item => languageOf(item) === 'x-default') ?? items[0]
    return { uri, prefix, name, text: chosen?.text.trim() ?? '', kind: array.local as 'Alt' | 'Seq' | 'Bag', items }
  }
  const isStructure =
    element.children.length > 0 || element.attributes.some(attribute => attribute.local === 'parseType')
  return { uri, prefix, name, text: element.text.trim(), kind: isStructure ? 'structure' : 'text', items: [] }
}

/** Returns an item's `xml:lang`. */
export function languageOf(item: XmlElement): string | undefined {
  return item.attributes.find(attribute => attribute.uri === xml && attribute.local === 'lang')?.value
}

/** Returns the fields of a structure, written as elements or attributes, inside a `Description` or not. */
export function fieldsOf(element: XmlElement): XmpProperty[] {
  const inner = element.children.find(child => child.uri === rdf && child.local === 'Description')
  return propertiesOf(inner ?? element)
}
