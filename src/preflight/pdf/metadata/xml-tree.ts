import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element of an XML document with its names resolved. */
export interface XmlElement {
  uri: string
  local: string
  prefix: string
  attributes: { uri: string; local: string; prefix: string; value: string }[]
  children: XmlElement[]
  text: string
}

const MAX_DEPTH = 100
const MAX_ELEMENTS = 200_000

/** Parses XML into a tree. Returns why it is broken where it is. Knows no external entity and asks for nothing. */
export function parseXml(source: string): XmlElement | { broken: string } {
  const root = createElement('', '', '')
  const open = [root]
  let count = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    count += 1
    if (open.length > MAX_DEPTH || count > MAX_ELEMENTS) throw new Error('it nests too deeply or is too large')
    const element = fromTag(tag)
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => addText(open, text))
  parser.on('cdata', text => addText(open, text))
  try {
    parser.write(source).close()
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
  return root.children[0] ?? { broken: 'it is empty' }
}

function addText(open: XmlElement[], text: string): void {
  open.at(-1)!.text += text
}

function createElement(uri: string, local: string, prefix: string): XmlElement {
  return { uri, local, prefix, attributes: [], children: [], text: '' }
}

function fromTag(tag: SaxesTagNS): XmlElement {
  const element = createElement(tag.uri, tag.local, tag.prefix)
  for (const { uri, local, prefix, value } of Object.values(tag.attributes))
    if (prefix !== 'xmlns' && local !== 'xmlns') element.attributes.push({ uri, local, prefix, value })
  return element
}
