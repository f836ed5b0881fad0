import type { Direction, Inline, Link, Note, Span } from '../../article/article.js'
import { absoluteUrl, addressPart } from '../address.js'
import { handle, type InlineHandlers } from '../renderer.js'
import { imageTag } from './image.js'
import { escapeHtml, tag, voidTag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns a run of text as markup. */
export function inlineHtml(nodes: readonly Inline[], state: HtmlState): string {
  let html = ''
  // Most nodes are texts.
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    html += node.type === 'text' ? escapeHtml(node.value) : handle(handlers, node, state)
  }
  return html
}

const handlers: InlineHandlers<HtmlState, string> = {
  text: node => escapeHtml(node.value),
  emphasis: (node, state) => tag('em', {}, inlineHtml(node.children, state)),
  strong: (node, state) => tag('strong', {}, inlineHtml(node.children, state)),
  strike: (node, state) => tag('s', {}, inlineHtml(node.children, state)),
  superscript: (node, state) => tag('sup', {}, inlineHtml(node.children, state)),
  subscript: (node, state) => tag('sub', {}, inlineHtml(node.children, state)),
  inlineCode: (node, state) => tag('code', { dir: fromTheLeft(state) }, escapeHtml(node.value)),
  link: linkHtml,
  note: noteReference,
  lineBreak: () => voidTag('br'),
  inlineImage: (node, state) => imageTag(node, state) ?? escapeHtml(node.alt),
  span: (node, state) =>
    tag('span', { lang: node.language, dir: node.direction }, inlineHtml(node.children, turned(state, node))),
  insertion: (node, state) => {
    state.report('an insertion was written as accepted text: this format keeps no revisions', 'html-revision', node)
    return inlineHtml(node.children, state)
  },
  deletion: (node, state) => {
    state.report('deleted words were left out: this format keeps no revisions', 'html-revision', node)
    return ''
  },
  comment: (node, state) => {
    state.report('an editor’s comment was left out: it is not for readers', 'html-editor-comment', node)
    return inlineHtml(node.children, state)
  },
}

/** Returns the state inside a run that may have a direction of its own. */
function turned(state: HtmlState, { direction }: Span): HtmlState {
  return direction === undefined ? state : { ...state, rtl: direction === 'rtl' }
}

/** Code and figures are written from the left in any story: in one from the right they say so. */
export function fromTheLeft({ rtl }: HtmlState): Direction | undefined {
  return rtl ? 'ltr' : undefined
}

function linkHtml(node: Link, state: HtmlState): string {
  const href = state.inLink ? undefined : hrefOf(node.url, state)
  if (href === undefined) return inlineHtml(node.children, state)
  state.inLink = true
  const words = inlineHtml(node.children, state)
  state.inLink = false
  return tag('a', { href, title: node.title }, words)
}

/** Returns a link's address as this mode writes it; undefined where it would lead nowhere. */
export function hrefOf(url: string, state: HtmlState): string | undefined {
  if (url.startsWith('#')) return placeHref(url.slice(1), state)
  return absoluteUrl(url, state.address)
}

/** Returns the address of a place in this article: in a feed, where other articles stand around it, the whole address. */
export function placeHref(id: string, state: HtmlState): string | undefined {
  const fragment = `#${addressPart(state.idPrefix + id)}`
  if (state.mode !== 'feed') return fragment
  return state.address && state.address.split('#')[0] + fragment
}

/** Returns the id of a call, to which its note leads back. */
export function callId(number: number, call: number): string {
  return call === 1 ? `note-ref-${number}` : `note-ref-${number}-${call}`
}

function noteReference(node: Note, state: HtmlState): string {
  const { number, call } = state.cited.cite(node, state.notes.length + 1)
  if (call === 1) state.notes.push(node)
  const href = state.inLink ? undefined : placeHref(`note-${number}`, state)
  const mark =
    href === undefined
      ? String(number)
      : tag('a', { href, role: state.mode === 'feed' ? undefined : 'doc-noteref' }, String(number))
  return tag('sup', { id: `${state.idPrefix}${callId(number, call)}` }, mark)
}
