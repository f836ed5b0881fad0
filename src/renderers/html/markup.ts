const references: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Returns text safe between tags and inside double quotes. */
export function escapeHtml(text: string): string {
  // A look first: most texts hold none.
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, character => references[character]!) : text
}

/** Attributes in the order in which they are written; undefined and false ones are left out, `true` stands alone. */
export type HtmlAttributes = { readonly [name: string]: string | number | boolean | undefined }

/** Returns one element around markup. */
export function tag(name: string, attributes: HtmlAttributes, markup: string): string {
  // The end tag is put together first: each piece that is added to a long text is one more for the engine to hold.
  const end = `</${name}>`
  return `<${name}${attributeList(attributes)}>${markup}${end}`
}

/** Returns an element that has no content and no end tag (HTML 13.1.2, void elements). */
export function voidTag(name: string, attributes: HtmlAttributes = {}): string {
  return `<${name}${attributeList(attributes)}>`
}

function attributeList(attributes: HtmlAttributes): string {
  let list = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value === undefined || value === false) continue
    list += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
  }
  return list
}
