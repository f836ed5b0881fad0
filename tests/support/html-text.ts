import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** Returns the words of HTML as a browser shows them; what stands in script and style is no text. Blocks are not set apart. */
export function htmlText(html: string): string {
  const words: string[] = []
  const enter = (node: Node): void => {
    if (node.nodeName === '#text') words.push((node as DefaultTreeAdapterTypes.TextNode).value)
    else if (node.nodeName === 'script' || node.nodeName === 'style') return
    else if ('childNodes' in node) for (const child of node.childNodes) enter(child)
  }
  enter(parseFragment(html))
  return words.join('')
}
