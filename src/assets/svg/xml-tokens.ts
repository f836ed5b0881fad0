/** A piece of an XML document, as it is written. */
export interface XmlToken {
  kind: 'text' | 'cdata' | 'comment' | 'instruction' | 'doctype' | 'open' | 'close' | 'empty'
  source: string
}

/**
 * Yields the pieces of an XML document in order; joined they are the document (XML 1.0 2.4–2.8, 3.1). Stops with an error
 * where one does not end: a `SyntaxError`.
 */
export function* xmlTokens(document: string): Generator<XmlToken> {
  for (let at = 0; at < document.length; ) {
    const tag = document.indexOf('<', at)
    const start = tag < 0 ? document.length : tag
    if (start > at) yield { kind: 'text', source: document.slice(at, start) }
    if (tag < 0) return
    const [, ending, kind] = plain.find(([beginning]) => document.startsWith(beginning, tag)) ?? []
    at = ending ? after(document, ending, tag) : tagEnd(document, tag)
    const source = document.slice(tag, at)
    yield { kind: kind ?? tagKind(source), source }
  }
}

/** What begins and ends with certain signs, whatever is between them. */
const plain: readonly (readonly [string, string, XmlToken['kind']])[] = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'instruction'],
]

function tagKind(source: string): XmlToken['kind'] {
  if (source.startsWith('<!')) return 'doctype'
  if (source.startsWith('</')) return 'close'
  return source.endsWith('/>') ? 'empty' : 'open'
}

/** Returns the place after a tag or a document type: a `>` outside of quotes, comments and brackets. */
function tagEnd(document: string, tag: number): number {
  let depth = 0
  for (let at = tag + 1; at < document.length; ) {
    const sign = document[at]!
    if (sign === '>' && depth === 0) return at + 1
    if (sign === '[') depth++
    if (sign === ']') depth--
    if (sign === '"' || sign === "'") at = after(document, sign, at + 1)
    else at = document.startsWith('<!--', at) ? after(document, '-->', at) : at + 1
  }
  throw new SyntaxError('a tag has no end')
}

function after(document: string, ending: string, from: number): number {
  const at = document.indexOf(ending, from)
  if (at < 0) throw new SyntaxError(`no ${ending} follows`)
  return at + ending.length
}
