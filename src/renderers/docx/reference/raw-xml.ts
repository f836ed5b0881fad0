/** An element as it stands in its part, to the letter. */
export interface RawElement {
  name: string
  raw: string
}

/** A tag, or what may hold `<` without being one. The parts were parsed before, so that what is cut here is well-formed. */
const tags =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([^\s/>]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g

/** Returns the elements of a piece of markup that stand in no other, in order. What is between them is left out. */
export function rawElements(markup: string): RawElement[] {
  const found: RawElement[] = []
  let depth = 0
  let start = 0
  let name = ''
  for (const match of markup.matchAll(tags)) {
    const [whole, closing, tag, empty] = match
    if (tag === undefined) continue
    if (!closing && depth === 0) {
      start = match.index
      name = tag
    }
    if (!closing && !empty) depth++
    if (closing) depth--
    if (depth === 0) found.push({ name, raw: markup.slice(start, match.index + whole.length) })
  }
  return found
}

/** Returns what stands inside an element. */
export function rawInside(raw: string): string {
  const first = tags.exec(raw)
  tags.lastIndex = 0
  if (!first || first[3]) return ''
  return raw.slice(first.index + first[0].length, raw.lastIndexOf('</'))
}

/** Returns the markup of a part without its XML declaration, comments and instructions before the root. */
export function rawRoot(text: string): string {
  return rawElements(text.replace(/^\uFEFF/, ''))[0]?.raw ?? ''
}

/** Returns the value of an attribute of an element's own tag, references undone as far as names need them. */
export function rawAttribute(raw: string, name: string): string | undefined {
  const tag = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(raw)?.[0] ?? ''
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return (value?.[1] ?? value?.[2])?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity]!)
}

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
