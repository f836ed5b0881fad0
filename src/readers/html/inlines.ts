import type { PhrasingContent } from 'mdast'
import type { Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { cleanLine, cleanText } from '../clean-text.js'
import { type FlowNode, readBlock } from '../markdown/blocks.js'
import { readCriticMarkup } from '../markdown/critic-markup.js'
import { readInline } from '../markdown/inlines.js'
import { imageUrl, linkUrl } from '../markdown/links.js'
import { withLiteralMark } from '../markdown/literal.js'
import { inOneRun } from '../markdown/one-run.js'
import type { Reading } from '../markdown/reading.js'
import { languageOf, noteComment, noteDropped, noteUnwrapped, pixels, textOf } from './context.js'
import { readMediaInline } from './media-element.js'
import { parseHtmlAmong } from './parse.js'
import { codeTags, droppedTags, isBlockTag, marks, mediaTags, silentTags } from './tags.js'
import { blockLeaves, type HtmlChild, type HtmlElement } from './tree.js'

/** Reads a run of Markdown phrasing in which HTML stands. */
export function readInlineHtml(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return toInlines(parseHtmlAmong(nodes), reading)
}

/** Reads pieces of HTML as running text. */
export function toInlines(children: readonly HtmlChild[], reading: Reading): Inline[] {
  const run: Inline[] = []
  let before = false
  for (const child of children) {
    const part = toInline(child, reading)
    if (part.length === 0) continue
    const isBlock = child.kind === 'element' && isBlockTag(child.tag) && !mediaTags.includes(child.tag)
    if (run.length > 0 && (before || isBlock) && isCloseUp(run.at(-1)!, part[0]!))
      run.push({ type: 'text', value: ' ' })
    for (const node of part) run.push(node)
    before = isBlock
  }
  return reading.editorsMarks ? readCriticMarkup(run, reading) : run
}

/** Blocks that stand in one line, as those of a card that Markdown takes for running text, would run their words together. */
const isCloseUp = (before: Inline, after: Inline): boolean =>
  !/\s$/.test(inlineText([before])) && !/^\s/.test(inlineText([after]))

function toInline(child: HtmlChild, reading: Reading): Inline[] {
  switch (child.kind) {
    case 'text':
      return [
        withLiteralMark(
          { type: 'text', value: cleanText(child.value), ...(child.position && { position: child.position }) },
          reading,
        ),
      ]
    case 'comment':
      noteComment(child.position, reading)
      return []
    case 'leaf':
      return isFlow(child.node)
        ? inOneRun(readBlock(child.node as FlowNode, reading))
        : readInline(child.node as PhrasingContent, reading)
    case 'element':
      return inDeclaredLanguage(child, readElement(child, reading))
  }
}

const isFlow = (node: { type: string }): boolean =>
  blockLeaves.has(node.type) || node.type === 'definition' || node.type === 'footnoteDefinition'

function inDeclaredLanguage(element: HtmlElement, children: Inline[]): Inline[] {
  const how = languageOf(element)
  if (children.length === 0 || (!how.language && !how.direction)) return children
  return [{ type: 'span', ...how, children, ...placeOf(element) }]
}

const placeOf = (element: HtmlElement) => (element.position ? { position: element.position } : {})

function readElement(element: HtmlElement, reading: Reading): Inline[] {
  const { tag } = element
  if (droppedTags.has(tag)) return dropElement(element, reading)
  const mark = Object.hasOwn(marks, tag) ? marks[tag] : undefined
  if (mark) return wrapIn(mark, element, reading)
  if (codeTags.has(tag)) {
    const value = cleanText(textOf(element.children))
    return value ? [{ type: 'inlineCode', value, ...placeOf(element) }] : []
  }
  const special = Object.hasOwn(specials, tag) ? specials[tag] : undefined
  return special ? special(element, reading) : unwrap(element, reading)
}

function wrapIn(type: (typeof marks)[string], element: HtmlElement, reading: Reading): Inline[] {
  const children = toInlines(element.children, reading)
  return children.length > 0 ? [{ type, children, ...placeOf(element) } as Inline] : []
}

const specials: { readonly [tag: string]: (element: HtmlElement, reading: Reading) => Inline[] } = {
  br: element => [{ type: 'lineBreak', ...placeOf(element) }],
  a: readAnchor,
  img: readImg,
  q: (element, reading) => quoted(toInlines(element.children, reading), reading.language),
  abbr: (element, reading) => {
    if (element.attributes.title) noteUnwrapped('abbr', element.position, reading)
    return toInlines(element.children, reading)
  },
  picture: (element, reading) =>
    element.children
      .filter(child => child.kind !== 'element' || child.tag !== 'source')
      .filter(child => child.kind !== 'text' || child.value.trim() !== '')
      .flatMap(child => toInline(child, reading)),
  ...Object.fromEntries(mediaTags.map(tag => [tag, readMediaInline])),
  input: () => [],
  hr: () => [],
}

function readAnchor(element: HtmlElement, reading: Reading): Inline[] {
  const children = toInlines(element.children, reading)
  const { href, title } = element.attributes
  if (href === undefined || children.length === 0) return children
  const url = linkUrl(href, { ...(element.position && { position: element.position }) }, reading)
  if (url === undefined) return children
  const hint = title ? cleanLine(title) : ''
  return [{ type: 'link', url, ...(hint && { title: hint }), children, ...placeOf(element) }]
}

/** `alt=""` says that the picture is an ornament; no `alt` at all says nothing. */
function readImg(element: HtmlElement, reading: Reading): Inline[] {
  const { src = '', alt } = element.attributes
  const url = imageUrl(src, placeOf(element), reading)
  const words = cleanLine(alt ?? '')
  if (url === undefined) return words ? [{ type: 'text', value: words, ...placeOf(element) }] : []
  if (alt === undefined)
    reading.report('image-alt', `the picture \`${url}\` has no alternative text`, {
      ...placeOf(element),
      hint: 'describe it in `alt="…"`; `alt=""` says that it is an ornament',
    })
  const width = pixels(element.attributes.width)
  const height = pixels(element.attributes.height)
  return [
    { type: 'inlineImage', url, alt: words, ...(width && { width }), ...(height && { height }), ...placeOf(element) },
  ]
}

/** Quotation marks by language; a browser prints them around `<q>`, so they belong to the words. */
const quotationMarks: { readonly [language: string]: readonly [string, string] } = {
  de: ['„', '“'],
  cs: ['„', '“'],
  pl: ['„', '”'],
  nl: ['‘', '’'],
  fr: ['«\u00A0', '\u00A0»'],
  es: ['«', '»'],
  it: ['«', '»'],
  pt: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  el: ['«', '»'],
  ar: ['«', '»'],
  fa: ['«', '»'],
  sv: ['”', '”'],
  fi: ['”', '”'],
  da: ['»', '«'],
  ja: ['「', '」'],
}

function quoted(children: Inline[], language: string): Inline[] {
  const [open, close] = quotationMarks[language.split('-')[0]!] ?? ['“', '”']
  return [{ type: 'text', value: open }, ...children, { type: 'text', value: close }]
}

function unwrap(element: HtmlElement, reading: Reading): Inline[] {
  if (!silentTags.has(element.tag) && !isBlockTag(element.tag)) noteUnwrapped(element.tag, element.position, reading)
  return toInlines(element.children, reading)
}

/** Drops an element; where its closing tag is missing, the Markdown after it is no part of it. */
export function dropElement(element: HtmlElement, reading: Reading): Inline[] {
  noteDropped(element.tag, element.position, reading)
  return element.closed ? [] : toInlines(leavesIn(element.children), reading)
}

/** The Markdown nodes in a piece of HTML. */
export function leavesIn(children: readonly HtmlChild[]): HtmlChild[] {
  return children.flatMap(child =>
    child.kind === 'leaf' ? [child] : child.kind === 'element' ? leavesIn(child.children) : [],
  )
}
