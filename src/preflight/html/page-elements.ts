import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Position } from '../../article/article.js'

/** An element of a page, flat: its attributes, its own words, and where it stands. */
export interface PageElement {
  name: string
  attributes: { readonly [name: string]: string }
  text: string
  /** Where the start tag begins; absent for an element that the page does not write out. */
  position: Position | undefined
  /** Where the words begin. */
  textPosition: Position | undefined
}

/** A page as the list of its elements, in the order of the source. */
export interface Page {
  elements: PageElement[]
  hasDoctype: boolean
}

type Node = DefaultTreeAdapterTypes.Node
type Location = { startLine: number; startCol: number } | null | undefined

/** Reads a page as browsers do, whatever it is. No recursion: pages nest as deep as they like. */
export function readPage(html: string): Page {
  const document = parse(html, { sourceCodeLocationInfo: true })
  const elements: PageElement[] = []
  const waiting: Node[] = [document]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) elements.push(elementOf(node))
    const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
    for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at]!)
  }
  return { elements, hasDoctype: document.childNodes.some(({ nodeName }) => nodeName === '#documentType') }
}

function elementOf({ tagName, attrs, childNodes, sourceCodeLocation }: DefaultTreeAdapterTypes.Element): PageElement {
  const words = childNodes.filter((child): child is DefaultTreeAdapterTypes.TextNode => child.nodeName === '#text')
  return {
    name: tagName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    text: words.map(({ value }) => value).join(''),
    position: positionOf(sourceCodeLocation),
    textPosition: positionOf(words[0]?.sourceCodeLocation),
  }
}

function positionOf(location: Location): Position | undefined {
  if (!location) return undefined
  const point = { line: location.startLine, column: location.startCol }
  return { start: point, end: point }
}
