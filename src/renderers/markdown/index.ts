import type { Article } from '../../article/article.js'
import { CitedNotes } from '../cited-notes.js'
import { type ArticleRenderer, OptionsError, type RenderContext } from '../renderer.js'
import { renderEach } from './blocks.js'
import { renderFrontMatter } from './front-matter.js'
import { settleHeadings } from './headings.js'
import { takeOutPictures } from './held-pictures.js'
import { normalForm } from './normal-form.js'
import { renderNotes } from './notes.js'
import type { State } from './state.js'

/** The Markdown format takes no options. */
export type MarkdownOptions = { readonly [option: string]: never }

/** Writes an article as Markdown with YAML front matter that the Markdown reader reads back as the same article. */
export const markdownRenderer: ArticleRenderer<MarkdownOptions> = {
  scope: 'article',
  name: 'markdown',
  description: 'Markdown with YAML front matter, which reads back',
  extension: '.md',
  mediaType: 'text/markdown; charset=utf-8',
  options(input) {
    const [name] = Object.keys(input)
    if (name !== undefined) throw new OptionsError(`the markdown format takes no option \`${name}\``)
    return {}
  },
  async render(article, context) {
    const { mediaType, extension } = this
    const { article: named, beside } = takeOutPictures(article, url => context.held?.(url))
    return { body: toMarkdown(named, context.report), mediaType, extension, ...(beside.length > 0 && { beside }) }
  },
}

/** Returns an article as Markdown; what Markdown cannot hold is reported. */
export function toMarkdown(article: Article, report: RenderContext<MarkdownOptions>['report']): string {
  const say: State['report'] = (reason, rule, from) => report(reason, rule, from)
  const { article: settled, written } = settleHeadings(normalForm(article, { report: say }), { report: say })
  const lede = settled.children.find(block => block.type === 'paragraph')
  const state: State = { report: say, notes: [], cited: new CitedNotes(), inNote: false, writtenIds: written, lede }
  const frontMatter = renderFrontMatter(settled.meta, state)
  const body = renderBody(settled, state)
  const notes = renderNotes(state)
  return `${[frontMatter, ...body, notes].filter(part => part !== '').join('\n\n')}\n`
}

/** The body's blocks, with the mark that ends what is free to read. */
function renderBody({ meta, children }: Article, state: State): string[] {
  const { freeBlocks } = meta
  if (freeBlocks === undefined) return renderEach(children, state)
  const free = renderEach(children.slice(0, freeBlocks), state)
  return [...free, '<!--more-->', ...renderEach(children.slice(freeBlocks), state)]
}
