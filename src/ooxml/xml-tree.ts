import { SaxesParser } from 'saxes'
import { PackageError } from './package-error.js'

/** An element; its name and its attributes' names have the prefix that is usual for their namespace, whatever the file's own. */
export interface XmlElement {
  name: string
  attributes: { [name: string]: string }
  children: (XmlElement | string)[]
}

/** Namespaces by the prefix that they have here (ISO/IEC 29500-1, annex A; [MS-DOCX] 2.2). */
const prefixes: { readonly [uri: string]: string } = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps:',
  'http://schemas.microsoft.com/office/drawing/2016/SVG/main': 'asvg:',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op:',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ap:',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
}

/**
 * The namespaces of the strict form (ISO/IEC 29500-1, annex A), which Word writes on request: its elements are the same ones,
 * lengths have units.
 */
const strictPrefixes: { readonly [uri: string]: string } = Object.fromEntries(
  [
    ['wordprocessingml/main', 'w:'],
    ['officeDocument/relationships', 'r:'],
    ['drawingml/main', 'a:'],
    ['drawingml/wordprocessingDrawing', 'wp:'],
    ['drawingml/picture', 'pic:'],
    ['officeDocument/math', 'm:'],
    ['officeDocument/customProperties', 'op:'],
    ['officeDocument/extendedProperties', 'ap:'],
    ['officeDocument/docPropsVTypes', 'vt:'],
  ].map(([path, prefix]) => [`http://purl.oclc.org/ooxml/${path}`, prefix!]),
)

/** Deeper than any real document; everything that walks a tree may recurse. */
const deepest = 400

/**
 * Returns the root element of a part. Throws `PackageError` for broken XML, a DTD, or more than it may hold; for the strict form
 * too, unless it is welcome.
 */
export function parseXml(bytes: Uint8Array, path: string, limit: number, strict = false): XmlElement {
  if (bytes.length > limit) throw new PackageError(`the part \`${path}\` is larger than ${limit / 1_000_000} MB`)
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    // ISO/IEC 29500-2, 8.1.1.1: parts hold no DTD; the entities of one could grow without end.
    throw new PackageError(`the part \`${path}\` holds a document type definition`)
  })
  parser.on('error', error => {
    throw new PackageError(`the part \`${path}\` is broken (${error.message})`)
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > deepest) throw new PackageError(`the part \`${path}\` is nested more than ${deepest} deep`)
    const element: XmlElement = { name: named(uri, local, strict), attributes: {}, children: [] }
    for (const attribute of Object.values(attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.local === 'xmlns') continue
      element.attributes[attribute.uri === '' ? attribute.local : named(attribute.uri, attribute.local, strict)] =
        attribute.value
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const text = (words: string): void => {
    open.at(-1)!.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(textOf(bytes, path)).close()
  return root.children.find((child): child is XmlElement => typeof child !== 'string')!
}

function named(uri: string, local: string, strict: boolean): string {
  const prefix = prefixes[uri] ?? (strict ? strictPrefixes[uri] : undefined)
  if (prefix !== undefined) return prefix + local
  if (!strict && uri.startsWith('http://purl.oclc.org/ooxml/'))
    throw new PackageError(
      'the file is in the strict form of Office Open XML',
      'save it in Word as “Word Document (.docx)”',
    )
  return `?:${local}`
}

function textOf(bytes: Uint8Array, path: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes)
  } catch {
    throw new PackageError(`the part \`${path}\` is not in Unicode`)
  }
}

/** Returns the elements directly inside one. */
export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')
}

/** Returns the first element of a name directly inside one. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** Returns the first element of a name anywhere inside one, in order. */
export function findIn(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of elementsOf(element)) {
    if (child.name === name) return child
    const within = findIn(child, name)
    if (within) return within
  }
  return undefined
}

/** Returns all text inside an element. */
export function wordsOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : wordsOf(child))).join('')
}

/** Returns the `w:val` of a child element. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** Returns whether a switch such as `w:b` is on; undefined where it is not said (ISO/IEC 29500-1, 17.17.4). */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}
