import type { Article } from '../../article/article.js'
import { isSection } from '../../templates/running-lines.js'
import type { RunningLine } from '../../templates/template.js'
import type { RenderContext } from '../renderer.js'
import { reportCharacters } from '../report-characters.js'
import { collectAttachments } from './build/attachments.js'
import { type BuiltDocument, buildDocument } from './build/build-document.js'
import type { DocumentState } from './build/build-state.js'
import { needFurniture, type PageFacts, type RunningLineSetter, runningLineSetter } from './build/furniture.js'
import { fitPictures, type LoadedPictures, loadPictures } from './build/pictures.js'
import { factsOf } from './emit/metadata.js'
import { type PageContent, writeFile } from './emit/write-file.js'
import { type FontEngine, fontEngine } from './fonts/engine.js'
import { openFaces } from './fonts/font-set.js'
import { MissingCharacters } from './fonts/missing.js'
import { describeCharacter } from './fonts/scripts.js'
import { columnGrid } from './layout/column-grid.js'
import { fillNumbers } from './layout/entry.js'
import { fillPages } from './layout/fill-pages.js'
import { type LayoutContext, layOut } from './layout/lay-out.js'
import type { Frame, PagePlan } from './layout/page-plan.js'
import { moved } from './layout/place.js'
import { cropMarks, printerMargin } from './layout/printer-marks.js'
import { toSegments } from './layout/segments.js'
import { withTurnedPages } from './layout/turned-table.js'
import type { Vert } from './layout/vertical.js'
import { type PdfOptions, pageSizes } from './options.js'
import { isBidirectional, loadBidi } from './text/bidi.js'
import { loadUnicodeBreaker, needsUnicodeBreaker } from './text/breaks.js'
import { type Hyphenator, loadHyphenator } from './text/hyphenate.js'
import type { Shaper } from './text/shape-spans.js'

/** Turns an article into a PDF: blocks and tags, then lines, then pages, then the file. */
export async function renderPdf(article: Article, context: RenderContext<PdfOptions>): Promise<Uint8Array> {
  const { built, pictures, page, plans, shaper, engine } = await composePages(article, context)
  const { state } = built
  return writeFile(
    {
      pages: pagesOf(plans, page, state, shaper),
      count: plans.length,
      width: page.width,
      height: page.height,
      root: state.root,
      outline: state.outline,
      pictures: await fitPictures(
        pictures.loaded,
        plans.map(({ content }) => content),
        context,
      ),
      facts: factsOf(article),
      margin: printerMargin(context.options),
      profile: context.options.profile,
      attachments: await collectAttachments(article, context),
      rtl: state.rtl,
    },
    engine.subsetter,
    context.host.deflate,
  )
}

/** An article set on pages, before running lines are added and the file is written. */
export interface ComposedPages {
  built: BuiltDocument
  pictures: LoadedPictures
  page: PageGeometry
  plans: PagePlan[]
  shaper: Shaper
  engine: FontEngine
}

/** Sets an article on pages. */
export async function composePages(article: Article, context: RenderContext<PdfOptions>): Promise<ComposedPages> {
  // WebAssembly compiles while pictures are read and blocks are made.
  const starting = fontEngine(context.host)
  const page = pageGeometry(context)
  const pictures = await loadPictures(article, page.frame.width, context)
  const built = buildDocument(article, context, pictures)
  const { state } = built
  needFurniture(state)
  const engine = await starting
  const missing = new MissingCharacters()
  const absent = new Set<string>()
  const foreign = new Map<string, string>()
  const shaper = await makeShaper(state, missing, async () =>
    openFaces(engine, state.sheet, state.needs, {
      absent: family => absent.add(family),
      foreign: (language, used) => foreign.set(language, used),
    }),
  )
  reportFonts(engine, absent, context)
  reportForms(foreign, context)
  const hyphenators = await loadHyphenators(built)
  const plans = setPages(built, page, {
    shaper,
    hyphenator: language => (language === undefined ? undefined : hyphenators.get(language)),
    frameHeight: page.frame.height,
    turned: { ...turnedGeometry(page, context).frame, measure: page.frame.width },
  })
  fillNumbers(built.flows, plans, shaper)
  missing.report(article, context)
  reportCharacters({ removed: [...state.unfit.removed], repaired: [...state.unfit.repaired] }, article, context.report)
  return { built, pictures, page, plans, shaper, engine }
}

/** Says which fonts that were asked for are not used. */
function reportFonts({ library }: FontEngine, absent: Iterable<string>, context: RenderContext<PdfOptions>): void {
  for (const family of absent)
    context.report(`no font of the family \`${family}\` is at hand: Source Serif 4 stands in its place`, 'pdf-family')
  for (const { file, reason } of library.refused)
    context.report(`the font \`${file}\` is not used: ${reason}`, 'pdf-font-rights')
}

/** Says where Han characters have the form of another country: they can be read, and look wrong. */
function reportForms(foreign: ReadonlyMap<string, string>, context: RenderContext<PdfOptions>): void {
  for (const [language, used] of foreign)
    context.report(
      `no font with Han characters as \`${language}\` writes them is at hand: \`${used}\` stands in its place. Install \`${describeCharacter('漢', language).package}\``,
      'pdf-family',
    )
}

async function makeShaper(
  state: DocumentState,
  missing: MissingCharacters,
  open: () => Promise<Shaper['faces']>,
): Promise<Shaper> {
  const text = state.needs.allText()
  const [faces, bidi, breaker] = await Promise.all([
    open(),
    state.rtl || isBidirectional(text) ? loadBidi() : undefined,
    needsUnicodeBreaker(text) ? loadUnicodeBreaker() : undefined,
  ])
  return { faces, direction: state.rtl ? 'rtl' : 'ltr', bidi, breaker, missing: character => missing.add(character) }
}

/** Loads the patterns of the languages in use, if anything is set justified. */
async function loadHyphenators({ state }: BuiltDocument): Promise<Map<string, Hyphenator>> {
  const found = new Map<string, Hyphenator>()
  for (const language of state.hyphenated) {
    const hyphenator = await loadHyphenator(language)
    if (hyphenator) found.set(language, hyphenator)
  }
  return found
}

/** Size of the page and place of its text block, points. */
export interface PageGeometry {
  width: number
  height: number
  frame: Frame
}

function pageGeometry({ template, options }: RenderContext<PdfOptions>): PageGeometry {
  const { page } = template
  const size = options.pageSize ?? (typeof page.size === 'string' ? pageSizes[page.size]! : page.size)
  const { margin } = page
  // On a small page the margins shrink with it: text must keep room.
  const scale = Math.min(1, (size.width * 0.45) / (margin.left + margin.right))
  const tall = Math.min(1, (size.height * 0.4) / (margin.top + margin.bottom))
  const frame = {
    x: margin.left * scale,
    y: margin.top * tall,
    width: size.width - (margin.left + margin.right) * scale,
    height: size.height - (margin.top + margin.bottom) * tall,
  }
  return { ...size, frame }
}

/** A page turned sideways, for wide tables: head and foot keep their distance from the text. */
function turnedGeometry({ width, height, frame }: PageGeometry, { template }: RenderContext<PdfOptions>): PageGeometry {
  const x = Math.min(template.page.furnitureLeft ?? frame.x, frame.x)
  return {
    width: height,
    height: width,
    frame: { x, y: frame.y, width: height - 2 * x, height: width - (height - frame.height) },
  }
}

function setPages({ state, flows }: BuiltDocument, page: PageGeometry, layout: LayoutContext): PagePlan[] {
  const { sheet, rtl } = state
  const leading = sheet.style('body').leading ?? 15
  const grid = columnGrid(sheet.template.page, page.frame, leading, rtl)
  const notes = new Map<number, Vert[]>()
  return fillPages(toSegments(flows, grid, layout), {
    frame: () => page.frame,
    leading,
    columnGap: grid.gap,
    columnRule: grid.ruled ? { width: 0.5, colour: sheet.colour('hairline') } : undefined,
    note(anchor) {
      let set = notes.get(anchor.number)
      if (!set) {
        set = layOut(state.notes[anchor.number - 1]?.flows ?? [], grid.x, grid.width, layout)
        notes.set(anchor.number, set)
      }
      return set
    },
    noteGap: 12,
    noteRule: { width: 72, thickness: 0.6, colour: sheet.colour('ink'), distance: 5 },
    rtl,
  }).flatMap(withTurnedPages)
}

/** Returns the section that each page is in: its last heading of those that name sections, or the last one before it. */
function headingsOf(plans: readonly PagePlan[], state: DocumentState): string[] {
  const titles = new Map(state.headings.filter(isSection).map(({ id, text }) => [id, text]))
  let heading = ''
  return plans.map(({ content }) => {
    for (const op of content) if (op.k === 'place') heading = titles.get(op.name) ?? heading
    return heading
  })
}

/** Yields the pages one by one, as they are written: none need be held together with another. */
function* pagesOf(
  plans: readonly PagePlan[],
  page: PageGeometry,
  state: DocumentState,
  shaper: Shaper,
): Generator<PageContent> {
  const headings = headingsOf(plans, state)
  const setRunning = runningLineSetter(state, shaper)
  for (const [index, plan] of plans.entries())
    yield pageContent(
      plan,
      { page: index + 1, pages: plans.length, heading: headings[index]! },
      page,
      state,
      setRunning,
    )
}

/** Puts a page together: backgrounds, text in reading order, rules, then furniture. */
function pageContent(
  plan: PagePlan,
  facts: PageFacts,
  page: PageGeometry,
  state: DocumentState,
  setRunning: RunningLineSetter,
): PageContent {
  const turn = plan.content.find(op => op.k === 'turn')
  const { width, height, frame } = turn ? turnedGeometry(page, state.context) : page
  const { template } = state.sheet
  const left = Math.min(template.page.furnitureLeft ?? frame.x, frame.x)
  const measure = frame.x + frame.width - left
  const first = facts.page === 1
  const name = first && template.masthead ? 'masthead' : 'header'
  const footer = (first && template.firstFooter) || template.footer
  const { headerAt, footerAt } = template.page
  const line = (line: RunningLine | undefined, name: 'masthead' | 'header' | 'footer', baseline: number) =>
    // Written out: a copy with something added has in V8 11 (Node 20) a shape of its own, which all that reads it looks up anew.
    line ? setRunning(line, name, { x: left, width: measure, baseline }, facts) : []
  const content = turn ? turn.ops.map(op => moved(op, frame.x, frame.y)) : [...plan.content, ...plan.over]
  const ops = [
    ...plan.under,
    ...line(template[name], name, Math.min(headerAt, frame.y - 14)),
    ...content,
    ...line(footer, 'footer', height - footerAt),
    ...cropMarks(width, height, printerMargin(state.context.options)),
  ]
  return { ops, turned: turn !== undefined }
}
