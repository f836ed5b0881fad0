import type { Article, ArticleNode } from '../../article/article.js'
import { directionOf } from '../../article/direction.js'
import { labelsFor } from '../../locale/labels.js'
import type { Labels as TemplateLabels } from '../../templates/template.js'
import { CitedNotes } from '../cited-notes.js'
import { placedUpdates } from '../live-updates.js'
import type { RenderContext } from '../renderer.js'
import type { HtmlMode, HtmlState, ImageSource } from './state.js'

/** What a caller settles before the handlers run. */
export interface HtmlSettings {
  mode: HtmlMode
  address: string | undefined
  image(url: string): ImageSource | undefined
  idPrefix?: string
  /** Which captions the template numbers. Default: none. */
  numbered?: Pick<TemplateLabels, 'figureNumbers' | 'tableNumbers'>
}

/** Returns the state for one article; loads the allow-list only where the article holds foreign markup. */
export async function createState(
  article: Article,
  settings: HtmlSettings,
  context: Pick<RenderContext<unknown>, 'report' | 'extension'>,
): Promise<HtmlState> {
  // Field by field, since a feed makes a state for each of its stories.
  const { mode, address, image, idPrefix = '', numbered } = settings
  return {
    mode,
    address,
    image,
    idPrefix,
    labels: labelsFor(article.meta.language),
    language: article.meta.language,
    rtl: directionOf(article) === 'rtl',
    notes: [],
    cited: new CitedNotes(),
    counters: {
      figure: numbered?.figureNumbers ? 0 : undefined,
      table: numbered?.tableNumbers ? 0 : undefined,
      regions: 0,
    },
    updates: placedUpdates(article).under,
    inLink: false,
    level: 1,
    sanitise: holdsForeign(article.children, context) ? (await import('./sanitise.js')).sanitise : undefined,
    report: (...message) => context.report(...message),
    extension: name => handlerOf(name, context),
  }
}

/** A feed, or any other format that holds HTML, takes the handler for HTML where it has none of its own. */
function handlerOf(name: string, context: Pick<RenderContext<unknown>, 'extension'>): unknown {
  return context.extension(name) ?? context.extension(name, 'html')
}

/** Whether markup that is not ours stands anywhere. Plain loops: a feed asks this of every node of every story. */
function holdsForeign(nodes: readonly ArticleNode[], context: Pick<RenderContext<unknown>, 'extension'>): boolean {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'text') continue
    if (node.type === 'raw' && node.format === 'html') return true
    if (node.type === 'extension' && typeof handlerOf(node.name, context) === 'function') return true
    if ('children' in node && holdsForeign(node.children, context)) return true
    if ('caption' in node && node.caption && holdsForeign(node.caption, context)) return true
  }
  return false
}
