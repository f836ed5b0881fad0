import type { Article, Inline } from '../../../article/article.js'
import { directionOf } from '../../../article/direction.js'
import { datelineText, ledeOf, outline } from '../../../article/text.js'
import { labelsFor } from '../../../locale/labels.js'
import { CitedNotes } from '../../cited-notes.js'
import { placedUpdates } from '../../live-updates.js'
import type { RenderContext } from '../../renderer.js'
import { FontNeeds } from '../fonts/font-set.js'
import type { Flow } from '../layout/flow.js'
import { once } from '../layout/once.js'
import type { PdfOptions } from '../options.js'
import { addElement, addSlot } from '../tag/structure.js'
import { StyleSheet } from '../text/text-style.js'
import { toFlows } from './blocks.js'
import { type BlockState, type DocumentState, makeSpan } from './build-state.js'
import { contentsFlows } from './contents.js'
import { correctionFlows } from './corrections.js'
import { flushNotes } from './footnotes.js'
import type { LoadedPictures } from './pictures.js'
import { lettersOf } from './quotes.js'
import { titleBlock } from './title-block.js'
import { updatesApart } from './updates.js'

/** A document read and tagged, not yet laid out. */
export interface BuiltDocument {
  state: DocumentState
  flows: Flow[]
}

/** Makes blocks and structure tree of an article. */
export function buildDocument(
  article: Article,
  context: RenderContext<PdfOptions>,
  pictures: LoadedPictures,
): BuiltDocument {
  const { language } = article.meta
  const sheet = new StyleSheet(context.template)
  const rtl = directionOf(article) === 'rtl'
  const headings = outline(article)
  const document: DocumentState = {
    article,
    context,
    sheet,
    labels: labelsFor(language),
    needs: new FontNeeds(),
    pictures: pictures.byUrl,
    rtl,
    root: addElement(undefined, 'Document'),
    headings,
    outline: [],
    notes: [],
    cited: new CitedNotes(),
    waiting: [],
    places: new Set(headings.map(entry => entry.id)),
    unfit: { removed: new Set(), repaired: new Set() },
    hyphenated: new Set(),
    // After a dateline no letter stands out.
    opening: article.meta.dateline ? undefined : ledeOf(article),
    letters: once(() => lettersOf(article)),
    updates: placedUpdates(article),
    figures: 0,
    tables: 0,
    level: 0,
  }
  const state: BlockState = {
    document,
    parent: document.root,
    base: sheet.style('body'),
    language,
    rtl,
    place: 'body',
    listDepth: 0,
    before: undefined,
  }
  const head = titleBlock(state)
  for (const flow of head) flow.span = 'page'
  const contents = contentsFlows(state)
  const apart = updatesApart(state)
  const body = toFlows(article.children, state)
  runInDateline(body, article, state)
  flushNotes(document.root, document)
  const after = correctionFlows(article.meta.corrections ?? [], state)
  separate(head, [...contents, ...apart, ...body])
  return { state: document, flows: [...head, ...contents, ...apart, ...body, ...after] }
}

/** `HALVIK —` stands in the line of the lede, before its first word. */
function runInDateline(body: Flow[], article: Article, state: BlockState): void {
  const { dateline } = article.meta
  if (!dateline) return
  const { document } = state
  const base = document.sheet.text(state.base, state.language)
  const lede = ledeOf(article)
  const target = body[0]
  const index =
    lede && article.children[0] === lede && target?.t === 'text'
      ? 0
      : body.findIndex(flow => isLede(flow, lede?.children))
  const flow = body[index]
  const style = document.sheet.over(base, 'dateline')
  if (flow?.t === 'text') {
    const tag = flow.spans[0]?.tag ?? 'Layout'
    flow.spans.unshift(
      makeSpan(datelineText(dateline), style, tag, document),
      makeSpan(' \u2014 ', base, tag, document),
    )
    return
  }
  const slot = addSlot(addElement(state.parent, 'P'))
  body.unshift({
    t: 'text',
    spans: [makeSpan(datelineText(dateline), style, slot, document)],
    leading: base.leading,
    align: 'start',
    indentStart: 0,
    indentEnd: 0,
    firstLine: 0,
    balance: false,
    rtl: state.rtl,
    before: 0,
    after: 4,
    keepWithNext: true,
  })
}

/** The lede's flow is known by its first words: blocks before it (a box of key points) have other elements. */
function isLede(flow: Flow, words: readonly Inline[] | undefined): boolean {
  if (flow.t !== 'text' || !words) return false
  const first = words.find(node => node.type === 'text')
  return first?.type === 'text' && flow.spans.some(span => span.text === first.value)
}

/** The title block stands off from what follows it. */
function separate(head: Flow[], body: Flow[]): void {
  const last = head.at(-1)
  const first = body[0]
  if (last && first) last.after = Math.max(last.after, 17)
}
