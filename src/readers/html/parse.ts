import type { Html, Nodes } from 'mdast'
import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { Position } from '../../article/article.js'
import { rawTags } from './tags.js'
import { type HtmlChild, type TreeBuilder, treeBuilder } from './tree.js'

/** Attributes in one tag. parse5 compares each with all before it. */
const MOST_ATTRIBUTES = 1_000

/**
 * Makes one tree of nodes that stand side by side: HTML is read tag by tag, so that `<sup>`, `2` and `</sup>` find each
 * other across three Markdown nodes; everything else becomes a leaf in the element that is open there.
 */
export function parseHtmlAmong(nodes: readonly Nodes[]): HtmlChild[] {
  const builder = treeBuilder()
  for (const node of nodes) {
    if (node.type === 'html') readTags(node, builder)
    else builder.add({ kind: 'leaf', node })
  }
  return builder.children
}

function readTags(node: Html, builder: TreeBuilder): void {
  if (hasEndlessTag(node.value)) {
    builder.open('object', {}, true, node.position)
    return
  }
  const place = (token: { location: Token.Location | null }): Position | undefined => placeIn(node, token.location)
  const addText = (token: Token.CharacterToken): void =>
    builder.add({ kind: 'text', value: token.chars, position: place(token) })
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const attributes = Object.fromEntries(token.attrs.map(({ name, value }) => [name, value]))
        builder.open(token.tagName, attributes, token.selfClosing, place(token))
        if (rawTags.has(token.tagName) && !token.selfClosing)
          tokenizer.state = token.tagName === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT
      },
      onEndTag: token => builder.close(token.tagName),
      onComment: token => builder.add({ kind: 'comment', value: token.data, position: place(token) }),
      onDoctype: () => undefined,
      onEof: () => undefined,
      onCharacter: addText,
      onNullCharacter: () => undefined,
      onWhitespaceCharacter: addText,
      onParseError: null,
    },
  )
  tokenizer.write(node.value, true)
}

/** Where a tag stands in the article's source. Lines are exact; columns are where containers indent all lines alike. */
function placeIn(node: Html, location: Token.Location | null): Position | undefined {
  if (!node.position || !location) return node.position
  const { line, column } = node.position.start
  const indent = column - 1
  return {
    start: { line: line + location.startLine - 1, column: location.startCol + indent },
    end: { line: line + location.endLine - 1, column: location.endCol + indent },
  }
}

/** Returns whether a tag has more attributes than any should. One pass over the tags; quoted values, which may be as long as a drawing, count as one attribute. */
export function hasEndlessTag(value: string): boolean {
  let attributes = 0
  let quote = ''
  let inTag = false
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '<') {
      inTag = /[a-z]/i.test(value[at + 1] ?? '')
      attributes = 0
    } else if (character === '>') inTag = false
    else if (inTag && (character === '"' || character === "'")) quote = character
    else if (inTag && /[\s/]/.test(character) && /[^\s/]/.test(value[at + 1] ?? '/')) attributes++
    if (attributes > MOST_ATTRIBUTES) return true
  }
  return false
}
