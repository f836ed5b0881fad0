import type { Article, Meta } from '../../../article/article.js'
import { directionOf } from '../../../article/direction.js'
import { withPublisher } from '../../../templates/running-lines.js'
import { jsonldOptions } from '../../jsonld/jsonld-options.js'
import { structuredData, toScriptJson } from '../../jsonld/structured-data.js'
import type { RenderContext } from '../../renderer.js'
import { bodyHtml, joined } from '../body.js'
import { correctionsHtml } from '../corrections.js'
import type { HtmlOptions } from '../html-options.js'
import { escapeHtml, tag, voidTag } from '../markup.js'
import type { HtmlState } from '../state.js'
import { styleSheet } from '../style/style-sheet.js'
import { headLines } from './head.js'
import { mastheadHtml } from './masthead.js'
import { personHtml, titleBlockHtml } from './title-block.js'

/** Returns a whole page: head, masthead, article with its corrections and notes, and what stands at its foot. */
export async function pageHtml(
  article: Article,
  state: HtmlState,
  context: RenderContext<HtmlOptions>,
): Promise<string> {
  const { meta } = article
  const { template, options } = context
  const head = [
    ...headLines(article, context),
    options.stylesheet === undefined
      ? tag('style', {}, `\n${styleSheet(template)}\n`)
      : voidTag('link', { rel: 'stylesheet', href: options.stylesheet }),
    options.structuredData ? await scriptOf(article, context) : '',
  ]
  const body = [
    mastheadHtml(withPublisher(article, context.site.publisher), template, state.labels),
    tag('main', {}, `\n${tag('article', {}, `\n${articleParts(article, state, context)}\n`)}\n`),
  ]
  const root = { lang: meta.language, dir: directionOf(article) }
  return `<!doctype html>\n${tag('html', root, `\n${tag('head', {}, `\n${joined(head)}\n`)}\n${tag('body', {}, `\n${joined(body)}\n`)}\n`)}\n`
}

function articleParts(article: Article, state: HtmlState, { template }: RenderContext<HtmlOptions>): string {
  const corrections = correctionsHtml(article.meta.corrections ?? [], state)
  // The title block may cite notes in its caption, so it comes first.
  const titleBlock = titleBlockHtml(article, template, state)
  return joined([
    titleBlock,
    tag('div', { class: 'text' }, `\n${bodyHtml(article, state)}\n`),
    corrections && tag('div', { class: 'corrections' }, `\n${corrections}\n`),
    footHtml(article.meta, state),
  ])
}

/** Everybody who is not in the byline, the wire, the notice of rights. */
function footHtml({ contributors = [], source, rights }: Meta, state: HtmlState): string {
  const lines = [
    contributors.map(person => personHtml(person, state)).join(' · '),
    [source?.name, rights?.notice]
      .filter(Boolean)
      .map(words => escapeHtml(words!))
      .join(' · '),
  ].filter(Boolean)
  return lines.length === 0
    ? ''
    : tag('footer', { class: 'colophon' }, lines.map(line => tag('p', {}, line)).join('\n'))
}

/** The text stands on the page, so it is not written a second time; what was noticed is said by that format itself. */
async function scriptOf(article: Article, context: RenderContext<HtmlOptions>): Promise<string> {
  const options = jsonldOptions({ articleBody: false, speakable: ['.title', '.subtitle'] })
  const data = await structuredData(article, { ...context, options, report: () => {}, extension: () => undefined })
  return `<script type="application/ld+json">\n${toScriptJson(data)}\n</script>`
}
