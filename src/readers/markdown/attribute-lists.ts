import type { Heading, Image, ImageReference, Nodes, Root, Text } from 'mdast'
import { eachNode } from './each-node.js'
import type { Reading } from './reading.js'
import { sign } from './signs.js'

const value = `(?:"[^"]*"|'[^']*'|[^\\s"'{}]+)`
const entry = `(?:[.#][\\p{L}\\d_:.-]+|-|[\\p{L}_:][\\p{L}\\d_:.-]*=${value})`
const list = `\\{:?[ \\t]*${entry}(?:\\s+${entry})*[ \\t]*\\}`
const listAtStart = new RegExp(`^${list}`, 'u')
const onlyList = new RegExp(`^${list}$`, 'u')
/** How a list is written at all; a source without it is not walked. */
const written = /[\])`]\{|^#.*\{/m
const carriers: ReadonlySet<string> = new Set(['image', 'imageReference', 'link', 'linkReference', 'inlineCode'])

/**
 * Takes the attribute lists of Pandoc, Quarto and kramdown out of the words, `![A pier](pier.jpg){width=60%}`. What they say of
 * looks is the template's matter; each is reported, but for a heading's id, which `headings.ts` reads. A picture's `fig-alt`
 * or `alt` describes it, and what stands in the brackets is its caption then, as in Quarto.
 */
export function takeAttributeLists(tree: Root, reading: Reading): void {
  if ((reading.signs.seen & sign.brace) === 0 || !reading.source.includes('{') || !written.test(reading.source)) return
  eachNode(tree, node => {
    if (node.type === 'heading') takeFromHeading(node, reading)
    if (!('children' in node)) return
    node.children.forEach((child, index) => {
      const carrier = node.children[index - 1]
      if (child.type === 'text' && carrier && carriers.has(carrier.type)) takeAfter(carrier, child, reading)
    })
  })
}

function takeAfter(carrier: Nodes, text: Text, reading: Reading): void {
  const [found] = isAsWritten(text, reading) ? (listAtStart.exec(text.value) ?? []) : []
  if (!found) return
  text.value = text.value.slice(found.length)
  if (text.position) {
    text.position.start.offset! += found.length
    text.position.start.column += found.length
  }
  const description = /(?:^|[\s{])(?:fig-)?alt=(?:"([^"]*)"|'([^']*)'|(\S+?)\}?$)/.exec(found)?.slice(1).find(Boolean)
  if (description && (carrier.type === 'image' || carrier.type === 'imageReference')) describe(carrier, description)
  else reading.report('attribute-list', `\`${found}\` was left out`, text)
}

/** Its caption is its title: a reference has its definition's, if any. */
function describe(picture: Image | ImageReference, description: string): void {
  if (picture.type === 'image' && picture.alt) picture.title ??= picture.alt
  picture.alt = description
}

/** `## Notes {.unnumbered}`; a list with an id is read with the heading. */
function takeFromHeading(heading: Heading, reading: Reading): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const words = last.value.trimEnd()
  const at = words.lastIndexOf('{')
  const found = at < 0 ? '' : words.slice(at)
  // One with an id is read with the heading, and one that is escaped is words.
  if (!onlyList.test(found) || found.includes('#') || !endsAsWritten(last, found, reading)) return
  last.value = words.slice(0, at).trimEnd()
  reading.report('attribute-list', `\`${found}\` was left out`, heading)
}

function endsAsWritten(text: Text, end: string, reading: Reading): boolean {
  const source = reading.source.slice(text.position?.start.offset, text.position?.end.offset).trimEnd()
  return source.endsWith(end) && !source.endsWith(`\\${end}`)
}

/** Its first character is no escape or reference, by which a writer says that it is a word. */
function isAsWritten(text: Text, reading: Reading): boolean {
  const start = text.position?.start.offset
  return start === undefined || reading.source[start] === text.value[0]
}
