import type { Inline, InlineImage, Span as LanguageSpan, Link, Note } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import { handle, type InlineHandlers } from '../../renderer.js'
import { addElement, addObjectSlot, addSlot, type StructNode } from '../tag/structure.js'
import type { LinkTarget, Span } from '../text/span.js'
import type { StyleSheet, TextStyle } from '../text/text-style.js'
import { type BlockState, makeSpan } from './build-state.js'
import { addFootnote } from './footnotes.js'
import { isTooLong, tooLong } from './long-address.js'

/** What an inline node needs to know. `spans` is filled in order. */
export interface InlineState {
  spans: Span[]
  style: TextStyle
  owner: StructNode
  link: LinkTarget | undefined
  direction: 'ltr' | 'rtl' | undefined
  block: BlockState
}

/** Returns the runs of a stretch of text; `owner` is the element that holds them. Pull quotes have none: they are artifacts. */
export function toSpans(nodes: readonly Inline[], style: TextStyle, owner: StructNode, block: BlockState): Span[] {
  const state: InlineState = { spans: [], style, owner, link: undefined, direction: undefined, block }
  pushAll(nodes, state)
  return state.spans
}

function pushAll(nodes: readonly Inline[], state: InlineState): void {
  for (const node of nodes) handle(inlineHandlers, node, state)
}

const inlineHandlers: InlineHandlers<InlineState, void> = {
  text: (node, state) => pushText(node.value, state),
  emphasis: (node, state) =>
    pushAll(
      node.children,
      styled(state, 'emphasis', style => ({ ...style, italic: !style.italic })),
    ),
  strong: (node, state) =>
    pushAll(
      node.children,
      styled(state, 'strong', style => ({ ...style, weight: 600 })),
    ),
  strike: (node, state) =>
    pushAll(
      node.children,
      styled(state, 'strike', style => ({ ...style, strike: true })),
    ),
  superscript: (node, state) => pushAll(node.children, raised(state, 0.36)),
  subscript: (node, state) => pushAll(node.children, raised(state, -0.16)),
  inlineCode: (node, state) => {
    const { sheet } = state.block.document
    const set = styled(state, 'code', style =>
      sheet.over({ ...style, size: round(style.size * 0.9), features: [] }, 'inlineCode'),
    )
    const owner = addElement(state.owner, 'Code')
    // Code is written from the left in any story.
    pushText(node.value, { ...set, owner, direction: 'ltr' }, { verbatim: true })
  },
  link: pushLink,
  note: pushNote,
  lineBreak: (_, state) => {
    state.spans.push(makeSpan('', state.style, addSlot(state.owner), state.block.document, { kind: 'lineBreak' }))
  },
  inlineImage: pushImage,
  span: pushLanguage,
  insertion: (node, state) => pushAll(node.children, state),
  deletion: () => undefined,
  comment: (node, state) => {
    state.block.document.context.report('an editor’s comment was left out of the PDF', 'pdf-comment', node)
    pushAll(node.children, state)
  },
}

function pushText(text: string, state: InlineState, more: Partial<Span> = {}): void {
  if (text === '') return
  const span = makeSpan(text, state.style, addSlot(state.owner), state.block.document, more)
  if (state.link) span.link = state.link
  if (state.direction) span.direction = state.direction
  state.spans.push(span)
}

function styled(state: InlineState, name: string, change: (style: TextStyle) => TextStyle): InlineState {
  return { ...state, style: state.block.document.sheet.changed(state.style, name, change) }
}

function raised(state: InlineState, part: number): InlineState {
  return styled(state, `raised ${part}`, style => ({
    ...style,
    size: round(style.size * 0.64),
    rise: round(style.rise + style.size * part),
  }))
}

function pushLink(node: Link, state: InlineState): void {
  const { document } = state.block
  const place = node.url.startsWith('#') ? node.url.slice(1) : undefined
  const lost = place !== undefined && !document.places.has(place)
  const long = isTooLong(node.url)
  // A link in a link, to a place that is not in the document, or to more than a PDF can say, is its words.
  if (state.link || lost || long) {
    if (!state.link)
      document.context.report(
        lost ? `the link to \`${node.url}\` leads nowhere in the article` : tooLong(node.url),
        'pdf-link',
        node,
      )
    pushAll(node.children, state)
    return
  }
  const owner = addElement(state.owner, 'Link')
  const slot = addObjectSlot(owner)
  const link: LinkTarget = {
    to: place === undefined ? { url: node.url } : { place },
    contents: node.title ?? (inlineText(node.children).trim() || node.url),
    slot,
  }
  pushAll(node.children, { ...styled(state, 'link', style => linkStyle(style, document.sheet)), owner, link })
}

/** A link has the colour of what is around it, and its line the accent's. */
function linkStyle(around: TextStyle, sheet: StyleSheet): TextStyle {
  const style = { ...sheet.over(around, 'link'), colour: around.colour }
  if (style.underline) style.underlineColour = sheet.colour(sheet.template.styles.link?.colour ?? 'accent')
  return style
}

function pushNote(node: Note, state: InlineState): void {
  const { document } = state.block
  const { number, anchor, noteSlot } = addFootnote(node, state.block)
  const reference = addElement(state.owner, 'Reference')
  const owner = state.link ? reference : addElement(reference, 'Link')
  const { style } = styled(state, 'note', around => ({
    ...document.sheet.over(around, 'noteReference'),
    features: [...around.features, 'sups'],
    uppercase: false,
    underline: false,
  }))
  // Two references side by side would read as one number.
  if (isCall(state.spans.at(-1))) state.spans.push(makeSpan('\u202f', style, addSlot(owner), document))
  const anchored = anchor && { note: anchor, place: `note-ref-${number}` }
  const span = makeSpan(String(number), style, addSlot(owner), document, anchored)
  if (!state.link)
    span.link = {
      to: { place: `note-${number}` },
      contents: `${number}: ${noteSlot}`,
      slot: addObjectSlot(owner),
    }
  state.spans.push(span)
}

/** Whether a span calls a note, for the first time or again. */
function isCall({ note, link }: Partial<Span> = {}): boolean {
  return note !== undefined || (link !== undefined && 'place' in link.to && /^note-\d+$/.test(link.to.place))
}

/** A picture in a line of text is as high as it says, or as the line allows. */
function pushImage(node: InlineImage, state: InlineState): void {
  const { document } = state.block
  const picture = document.pictures.get(node.url)
  if (!picture) {
    if (node.alt) pushText(node.alt, state)
    return
  }
  const natural = (node.height ?? picture.height) * 0.75
  const limit = Math.min(natural, state.style.leading * 6)
  const height = Math.max(4, Math.min(limit, (380 * picture.height) / picture.width))
  const owner = node.alt ? addElement(state.owner, 'Figure', { alt: node.alt }) : undefined
  const span = makeSpan(' ', state.style, owner ? addSlot(owner) : 'Layout', document, {
    kind: 'picture',
    picture: { picture, width: round((height * picture.width) / picture.height), height: round(height), alt: node.alt },
  })
  if (state.link) span.link = state.link
  state.spans.push(span)
}

function pushLanguage(node: LanguageSpan, state: InlineState): void {
  const owner = node.language ? addElement(state.owner, 'Span', { language: node.language }) : state.owner
  const set = node.language
    ? styled(state, `language ${node.language}`, style => ({ ...style, language: node.language! }))
    : state
  pushAll(node.children, { ...set, owner, direction: node.direction ?? state.direction })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
