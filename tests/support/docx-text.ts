import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** What a Word file says, read from its parts. */
export interface DocxText {
  /** Text of the body, one paragraph a line; an editor's deletions are left out. */
  body: string
  notes: string
  /** Every part's name with its bytes. */
  parts: { [name: string]: Uint8Array }
}

/** Reads a Word file. Throws where the zip is broken or a part is not well-formed XML. */
export function readDocx(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) if (/\.(?:xml|rels)$/.test(name)) checkXml(strFromU8(part))
  const textOf = (name: string): string => (parts[name] ? paragraphs(strFromU8(parts[name])) : '')
  return { body: textOf('word/document.xml'), notes: textOf('word/footnotes.xml'), parts }
}

/** Returns all character data of an XML document. */
export function xmlText(xml: string): string {
  let text = ''
  const parser = new SaxesParser({ xmlns: false })
  parser.on('text', words => {
    text += words
  })
  parser.on('cdata', words => {
    text += words
  })
  parser.write(xml).close()
  return text
}

/** Throws where `xml` is not well-formed (XML 1.0, namespaces). */
export function checkXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(xml).close()
}

/** ECMA-376 17.3.3: `t` holds words, `tab`, `br` and `cr` are white space, `delText` was deleted. */
function paragraphs(xml: string): string {
  const lines: string[] = []
  let line = ''
  let inText = false
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', tag => {
    if (tag.name === 'w:t') inText = true
    if (tag.name === 'w:tab' || tag.name === 'w:br' || tag.name === 'w:cr') line += ' '
    if (tag.name === 'w:noBreakHyphen') line += '-'
  })
  parser.on('text', words => {
    if (inText) line += words
  })
  parser.on('closetag', tag => {
    if (tag.name === 'w:t') inText = false
    if (tag.name === 'w:p') {
      lines.push(line)
      line = ''
    }
  })
  parser.write(xml).close()
  return lines.join('\n')
}
