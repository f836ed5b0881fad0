import type {
  Block,
  Box,
  CodeBlock,
  Embed,
  Extension,
  Heading,
  List,
  ListItem,
  RawBlock,
} from '../../article/article.js'
import { boxTitle } from '../../locale/box-title.js'
import { type BlockHandlers, handle } from '../renderer.js'
import { figureHtml } from './image.js'
import { fromTheLeft, hrefOf, inlineHtml } from './inlines.js'
import { escapeHtml, tag, voidTag } from './markup.js'
import { pullQuoteHtml, quoteHtml } from './quote.js'
import type { HtmlExtension, HtmlState } from './state.js'
import { tableHtml } from './table.js'
import { updateLine } from './updates.js'

/** Returns blocks as markup, one to a line. */
export function blocksHtml(blocks: readonly Block[], state: HtmlState): string {
  let all = ''
  for (let at = 0; at < blocks.length; at++) {
    const html = handle(blockHandlers, blocks[at]!, state)
    if (html !== '') all += all === '' ? html : `\n${html}`
  }
  return all
}

const blockHandlers: BlockHandlers<HtmlState, string> = {
  paragraph: (node, state) => `<p>${inlineHtml(node.children, state)}</p>`,
  heading: headingHtml,
  quote: (node, state) => quoteHtml(node, blocksHtml(node.children, state), state),
  pullQuote: pullQuoteHtml,
  list: listHtml,
  figure: figureHtml,
  table: tableHtml,
  box: boxHtml,
  embed: embedHtml,
  code: codeHtml,
  separator: () => voidTag('hr'),
  raw: rawHtml,
  extension: extensionHtml,
}

/** The title is the page's `h1`, so a section of rank 1 is an `h2`. HTML ends at `h6`. */
function headingHtml(node: Heading, state: HtmlState): string {
  state.level = Math.min(node.rank + 1, 6)
  const heading = tag(`h${state.level}`, { id: state.idPrefix + node.id }, inlineHtml(node.children, state))
  return [heading, updateLine(node, state)].filter(Boolean).join('\n')
}

function listHtml(node: List, state: HtmlState): string {
  const tight = node.tight === true
  let items = ''
  for (let at = 0; at < node.children.length; at++) items += `${itemHtml(node.children[at]!, tight, state)}\n`
  const start = node.ordered && node.start !== undefined && node.start !== 1 ? node.start : undefined
  return tag(node.ordered ? 'ol' : 'ul', { start }, `\n${items || '\n'}`)
}

function itemHtml(item: ListItem, tight: boolean, state: HtmlState): string {
  const { children } = item
  const first = children[0]
  // In a tight list the first paragraph of an item is its text (CommonMark 5.3).
  const bare = tight && first?.type === 'paragraph'
  const text = bare ? inlineHtml(first.children, state) : ''
  const blocks = bare && children.length === 1 ? '' : blocksHtml(bare ? children.slice(1) : children, state)
  const mark = item.checked === undefined ? '' : taskMark(item.checked, state)
  return tag(
    'li',
    { class: mark && state.mode !== 'feed' ? 'task' : undefined },
    mark + (text !== '' && blocks !== '' ? `${text}\n${blocks}` : text + blocks),
  )
}

/** A drawn box, which is read out as one: a form control would ask for a label, and feed readers drop it. */
function taskMark(checked: boolean, state: HtmlState): string {
  const mark = checked ? '☑' : '☐'
  return `${state.mode === 'feed' ? mark : tag('span', { class: 'check' }, mark)} `
}

/** A box's title is a heading one level below the section around it. */
function boxHtml(node: Box, state: HtmlState): string {
  const level = Math.min(state.level + 1, 6)
  const words = boxTitle(node, state.labels)
  const title = words && tag(`h${level}`, { class: 'box-title' }, escapeHtml(words))
  const inside = blocksHtml(node.children, { ...state, level })
  const kind = node.kind.replace(/[^\p{L}\p{N}-]+/gu, '-')
  return tag('aside', { class: `box box-${kind}` }, `\n${[title, inside].filter(Boolean).join('\n')}\n`)
}

/** Nothing of a third party is loaded: the reader gets a link with its title. */
function embedHtml(node: Embed, state: HtmlState): string {
  const href = hrefOf(node.url, state)
  const words = escapeHtml(node.title ?? node.url)
  const link = href === undefined ? words : tag('a', { href }, words)
  const provider = node.provider && ` ${tag('small', { class: 'provider' }, escapeHtml(node.provider))}`
  return tag('p', { class: 'embed' }, link + (provider ?? ''))
}

function codeHtml(node: CodeBlock, state: HtmlState): string {
  const language = node.lang?.replace(/[^\w+#.-]+/g, '-')
  const name = language && state.mode !== 'feed' ? `language-${language}` : undefined
  return tag('pre', { dir: fromTheLeft(state) }, tag('code', { class: name }, escapeHtml(node.value)))
}

function rawHtml(node: RawBlock, state: HtmlState): string {
  if (node.format !== 'html' || !state.sanitise) {
    state.report(`markup meant for \`${node.format}\` was left out`, 'html-raw', node)
    return ''
  }
  return foreignHtml(node.value, node, state)
}

function extensionHtml(node: Extension, state: HtmlState): string {
  const handler = state.extension(node.name)
  if (typeof handler !== 'function') return blocksHtml(node.children, state)
  const html = (handler as HtmlExtension)(node, {
    mode: state.mode,
    render: blocks => blocksHtml(blocks, state),
    escape: escapeHtml,
  })
  return foreignHtml(html, node, state)
}

function foreignHtml(html: string, node: RawBlock | Extension, state: HtmlState): string {
  if (!state.sanitise) return ''
  const { html: safe, dropped } = state.sanitise(html, state)
  if (dropped.length > 0)
    state.report(`left out of foreign markup, because a page must not run it: ${dropped.join(', ')}`, 'html-raw', node)
  return safe
}
