/**
 * The one writer of XML for text formats. Text must have been through `cleanText`; everything here is linear and pure.
 */

const references: { readonly [character: string]: string } = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}
const inText = /[&<>\r]/g
const inAttribute = /[&<>"\t\n\r]/g

/**
 * Returns character data with hexadecimal references for markup. Feed readers that unescape once too often meet no
 * `&lt;` (RSS Advisory Board, best practices: character data).
 */
export function escapeText(text: string): string {
  // A look first: most texts hold none.
  return /[&<>\r]/.test(text) ? text.replace(inText, character => references[character]!) : text
}

/** Returns an attribute's value, white space kept as references so that a parser does not turn it into spaces. */
export function escapeAttribute(value: string): string {
  return value.replace(inAttribute, character => references[character]!)
}

/** Returns a CDATA section; `]]>` inside is split over two (XML 1.0, 2.7). */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** Attributes in the order in which they are written; undefined ones are left out. */
export type Attributes = { readonly [name: string]: string | number | undefined }

/** Returns one element holding character data, or an empty element where `text` is undefined. */
export function element(name: string, attributes: Attributes, text?: string): string {
  return text === undefined ? `<${name}${attributeList(attributes)}/>` : around(name, attributes, escapeText(text))
}

/** Returns one element around markup that is XML already. */
export function around(name: string, attributes: Attributes, markup: string): string {
  const end = `</${name}>`
  return `<${name}${attributeList(attributes)}>${markup}${end}`
}

/** Returns attributes as they stand in a tag, each with a space before it. */
export function attributeList(attributes: Attributes): string {
  let list = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) list += ` ${name}="${escapeAttribute(String(value))}"`
  }
  return list
}
