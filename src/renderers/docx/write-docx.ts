import type { Article } from '../../article/article.js'
import { directionOf } from '../../article/direction.js'
import { ledeOf } from '../../article/text.js'
import { type Labels, labelsFor } from '../../locale/labels.js'
import { withPublisher } from '../../templates/running-lines.js'
import { placedUpdates } from '../live-updates.js'
import { OptionsError, type RenderContext } from '../renderer.js'
import { blocks } from './body/blocks.js'
import { Bookmarks } from './body/bookmarks.js'
import { tableOfContents } from './body/contents.js'
import { corrections } from './body/corrections.js'
import { datelineAlone } from './body/dateline.js'
import type { Flow, WordFile } from './body/flow.js'
import { noMarks } from './body/marks.js'
import { titleBlock } from './body/title-block.js'
import { updatesApart } from './body/updates.js'
import { type DocxOptions, docxOptions } from './options.js'
import { packageFiles } from './package/package-files.js'
import { Relationships } from './package/relationships.js'
import { zip } from './package/zip.js'
import { Comments } from './parts/comments.js'
import { Footnotes } from './parts/footnotes.js'
import { Numbering } from './parts/numbering.js'
import { pageCount } from './parts/page-count.js'
import { columnWidth, textBlock } from './parts/page-size.js'
import { loadPictures } from './pictures/pictures.js'
import type { House } from './reference/house.js'
import { StyleSheet } from './style/style-sheet.js'
import { survey } from './survey.js'

/** Returns an article as a whole Word file. */
export async function writeDocx(written: Article, asked: RenderContext<DocxOptions>): Promise<Uint8Array> {
  // What is asked for wins over what the template says.
  const given = { ...asked, options: docxOptions({ ...asked.template.docx, ...asked.options }) }
  const article = withPublisher(written, given.site.publisher)
  const labels = labelsFor(article.meta.language)
  const house = await openHouse(article, labels, given)
  const context = house ? onLetterhead(given) : given
  const room = house?.room ?? textBlock(context.template.page)
  const rtl = directionOf(article) === 'rtl'
  const found = survey(article)
  const styles = new StyleSheet(context.template, rtl)
  const taken = house?.taken
  let ids = taken?.marks ?? 0
  const pictures = await loadPictures(found.pictures, context, room)
  const file: WordFile = {
    article,
    context,
    labels,
    styles,
    house,
    numbering: new Numbering(styles, house?.numberingBase),
    footnotes: new Footnotes(),
    comments: new Comments(),
    bookmarks: new Bookmarks(found.headings, taken?.bookmarks),
    pictures,
    textWidth: room.width,
    textHeight: room.height,
    inlinePictures: found.inlinePictures,
    lede: ledeOf(article),
    rtl,
    pages: pageCount(article, pictures.size, room, styles.looks.body),
    updates: placedUpdates(article),
    figures: 0,
    tables: 0,
    nextId: () => ++ids,
  }
  const flow: Flow = {
    file,
    part: new Relationships(),
    place: 'body',
    quotes: 0,
    lists: 0,
    tight: true,
    marks: noMarks,
  }
  file.pictures.countFrom(taken?.drawings ?? 0)
  const before = house?.cover('before', flow) ?? ''
  const head = titleBlock(flow)
  file.textWidth = house ? house.room.width : columnWidth(context.template.page)
  const body = [
    ...tableOfContents(found.headings, flow),
    ...datelineAlone(flow),
    ...updatesApart(flow),
    ...blocks(article.children, flow),
    ...corrections(article.meta.corrections ?? [], flow),
  ]
  const after = house?.cover('after', flow) ?? ''
  return zip(packageFiles({ head, body, before, after }, flow), bytes => context.host.deflate(bytes))
}

/** The code for letterheads is loaded where one is asked for. */
async function openHouse(
  article: Article,
  labels: Labels,
  { options, host, report }: RenderContext<DocxOptions>,
): Promise<House | undefined> {
  const { referenceDoc, styles } = options
  if (referenceDoc === undefined) return undefined
  const bytes = typeof referenceDoc === 'string' ? await host.readFile?.(referenceDoc) : referenceDoc
  if (!bytes) throw new OptionsError(`the reference document \`${String(referenceDoc)}\` cannot be read here`)
  const { House } = await import('./reference/house.js')
  return new House(bytes, article, labels, { styles, report })
}

/** A letterhead has running lines of its own, so nothing of the template's stands in them. */
function onLetterhead(context: RenderContext<DocxOptions>): RenderContext<DocxOptions> {
  const {
    masthead: _masthead,
    header: _header,
    firstFooter: _firstFooter,
    footer: _footer,
    ...template
  } = context.template
  return { ...context, template }
}
