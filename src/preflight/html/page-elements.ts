import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { Position } from '../../article/article.js'

/** An element of a page, flat: its attributes, the words of a title or a script, and where it stands. */
export interface PageElement {
  name: string
  attributes: { readonly [name: string]: string }
  text: string
  /** Where the start tag begins. */
  position: Position | undefined
  /** Where the words begin. */
  textPosition: Position | undefined
}

/** A page as the list of the elements that it writes out, in their order. Those of a drawing are left out, but for links. */
export interface Page {
  elements: PageElement[]
  hasDoctype: boolean
}

/** Elements in which the tokenizer reads no tags (HTML 13.2.6.2 and 13.2.6.4). */
const modes: { readonly [name: string]: number } = {
  script: TokenizerMode.SCRIPT_DATA,
  ...Object.fromEntries(['title', 'textarea'].map(name => [name, TokenizerMode.RCDATA])),
  ...Object.fromEntries(['style', 'xmp', 'iframe', 'noembed', 'noframes'].map(name => [name, TokenizerMode.RAWTEXT])),
}

/**
 * Reads a page tag by tag. No tree is made of it: as browsers make one, a few kilobytes of unclosed tags become millions of
 * elements.
 */
export function readPage(html: string): Page {
  const page: Page = { elements: [], hasDoctype: false }
  let open: PageElement | undefined
  let drawings = 0
  const addText = ({ chars, location }: Token.CharacterToken): void => {
    if (!open) return
    open.textPosition ??= positionOf(location)
    open.text += chars
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, location, selfClosing }) {
        if (tagName === 'svg' && !selfClosing) drawings++
        const mode = Object.hasOwn(modes, tagName) ? modes[tagName] : undefined
        if (mode !== undefined) tokenizer.state = mode as typeof tokenizer.state
        if (drawings > 0 && tagName !== 'a') return
        const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
        const element = { name: tagName, attributes, text: '', position: positionOf(location), textPosition: undefined }
        page.elements.push(element)
        open = tagName === 'script' || tagName === 'title' ? element : undefined
      },
      onEndTag({ tagName }) {
        if (tagName === 'svg') drawings = Math.max(0, drawings - 1)
        open = undefined
      },
      onDoctype: () => {
        page.hasDoctype = true
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onEof: () => undefined,
      onParseError: null,
    },
  )
  tokenizer.write(html, true)
  return page
}

function positionOf(location: Token.Location | null): Position | undefined {
  if (!location) return undefined
  const point = { line: location.startLine, column: location.startCol }
  return { start: point, end: point }
}
