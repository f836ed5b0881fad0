import { SaxesParser } from 'saxes'

/** An element of an XML document; text stands in `text` of a child without a name. */
export interface XmlNode {
  name: string
  attributes: { [name: string]: string }
  children: XmlNode[]
  text: string
}

/** Returns a document's root. Throws where it is not well-formed, undeclared prefixes included. */
export function readXml(source: string): XmlNode {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', tag => {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]))
    const node: XmlNode = { name: tag.name, attributes, children: [], text: '' }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', text => open.at(-1)!.children.push({ name: '', attributes: {}, children: [], text }))
  parser.on('closetag', () => void open.pop())
  parser.on('error', error => {
    throw error
  })
  parser.write(source).close()
  return top.children.find(child => child.name !== '')!
}

/** Returns the child elements of a name. */
export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter(child => child.name === name) ?? []
}

/** Returns the first descendant of a name, itself included. */
export function findNode(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (!node || node.name === name) return node
  for (const child of node.children) {
    const found = findNode(child, name)
    if (found) return found
  }
  return undefined
}

/** Returns every descendant of a name in document order. */
export function findNodes(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap(child => [...(child.name === name ? [child] : []), ...findNodes(child, name)])
}

/** Returns all the text inside a node. */
export function textOf(node: XmlNode): string {
  return node.text + node.children.map(textOf).join('')
}
