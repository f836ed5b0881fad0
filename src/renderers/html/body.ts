import type { Article, Block } from '../../article/article.js'
import { datelineText, ledeOf } from '../../article/text.js'
import { freeBlocksOf } from '../free-part.js'
import { blocksHtml } from './blocks.js'
import { inlineHtml } from './inlines.js'
import { escapeHtml, tag } from './markup.js'
import { notesHtml } from './notes.js'
import type { HtmlState } from './state.js'
import { updatesHtml } from './updates.js'

/** Returns the body: entries of a live blog without text, the dateline run in before the first paragraph, the running text, the notes. */
export function bodyHtml(article: Article, state: HtmlState): string {
  const { children } = article
  const free = freeBlocksOf(article)
  if (free === undefined)
    return joined([updatesHtml(article, state), openingHtml(article, children, state), notesHtml(state)])
  const open = openingHtml(article, children.slice(0, free), state)
  const paid = blocksHtml(children.slice(free), state)
  return joined([
    updatesHtml(article, state),
    open,
    tag('div', { class: paywallClass }, `\n${paid}\n`),
    notesHtml(state),
  ])
}

/** The class that marks the paid part; structured data points at it (`hasPart.cssSelector`). */
export const paywallClass = 'paywall'

/** Returns blocks from the first one of the article on, with the dateline run in before the lede. */
function openingHtml(article: Article, blocks: readonly Block[], state: HtmlState): string {
  const { dateline } = article.meta
  if (!dateline) return blocksHtml(blocks, state)
  const line = `${tag('b', { class: 'dateline' }, escapeHtml(datelineText(dateline)))} — `
  const lede = ledeOf(article)
  const at = lede ? blocks.indexOf(lede) : -1
  // Without a paragraph to take it in, it stands on a line of its own.
  if (!lede || at < 0) return joined([tag('p', {}, line.trimEnd()), blocksHtml(blocks, state)])
  const before = blocksHtml(blocks.slice(0, at), state)
  const opening = tag('p', {}, line + inlineHtml(lede.children, state))
  return joined([before, opening, blocksHtml(blocks.slice(at + 1), state)])
}

/** Returns parts on lines of their own, empty ones left out. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n')
}
