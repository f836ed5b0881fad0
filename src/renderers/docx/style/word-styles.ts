import type { resolveStyles } from '../../../templates/style-names.js'
import type { Style, StyleName } from '../../../templates/template.js'

/** Every style of the template, resolved. */
export type Looks = ReturnType<typeof resolveStyles>

/** One paragraph or character style of the Word file: the one answer to "what is this called, and how does it look". */
export interface WordStyle {
  /** What `w:pStyle` and `w:rStyle` name. */
  id: string
  /** What Word, Pandoc and the gallery show. Built-in names keep Word's spelling ("heading 1"). */
  name: string
  kind: 'paragraph' | 'character'
  /** The template's style that gives the look. */
  look: StyleName
  basedOn?: string
  /** Style of the paragraph that the Enter key makes. */
  next?: string
  /** Place in Word's list; low stands first. */
  priority: number
  /** Level in the navigation pane, 0 for the outermost. */
  outline?: number
  /** The template's style whose borders, panel and indents stand around this one, so that neighbours join into one panel. */
  frame?: StyleName
  /** What the style has beyond the template's look. */
  adjust?: (looks: Looks) => Style
  /** No space between neighbours of this style (ISO/IEC 29500-1, 17.3.1.9). */
  contextual?: boolean
  /** Not checked for spelling. */
  noProof?: boolean
  /** Lines grow with what stands in them: for pictures. */
  growing?: boolean
  raised?: boolean
  /** The paragraph is this wide and stands in the middle, points. */
  width?: number
  /** Stands in the gallery of styles. Absent: yes. */
  gallery?: false
  /** Made where the text needs it; kept out of Word's lists. */
  variant?: boolean
}

const paragraph = (
  id: string,
  name: string,
  look: StyleName,
  basedOn: string,
  priority: number,
  more: Partial<WordStyle> = {},
): WordStyle => ({ id, name, kind: 'paragraph', look, basedOn, priority, ...more })

const character = (id: string, name: string, look: StyleName, priority: number, adjust?: Style): WordStyle => ({
  id,
  name,
  kind: 'character',
  look,
  basedOn: 'DefaultParagraphFont',
  priority,
  ...(adjust && { adjust: () => adjust }),
})

const heading = (rank: 1 | 2 | 3 | 4 | 5 | 6): WordStyle =>
  paragraph(`Heading${rank}`, `heading ${rank}`, `heading${rank}`, 'Normal', 9, {
    next: 'FirstParagraph',
    outline: rank - 1,
  })

/**
 * Inside a table, the cells' margins and the table's rules say what the template's style says of borders and panel; the few
 * words on a line of a justified cell would be torn apart.
 */
const inCell = ({ align }: Style): Style => ({ ...bare, ...(align === 'justify' && { align: 'start' }) })

const bare: Style = {
  before: 0,
  after: 0,
  border: {},
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  background: 'none',
  indentStart: 0,
}

/** Distance from one level of lists to the next, points: at least what a number of two figures takes. */
export function listStep({ body, list }: Looks): number {
  return Math.max(list.indentStart ?? 0, Math.ceil((body.size ?? 10.5) * 1.7))
}

/** Space above a list goes to its first item, space below to its last: the items between are close. */
const listLook = ({ body, list }: Looks): Style => ({
  align: body.align ?? 'start',
  firstLine: 0,
  before: list.before ?? 0,
  after: list.after ?? 0,
})

const listContinue = (level: number): WordStyle =>
  paragraph(
    level === 1 ? 'ListContinue' : `ListContinue${level}`,
    level === 1 ? 'List Continue' : `List Continue ${level}`,
    'body',
    'ListParagraph',
    13,
    {
      adjust: looks => ({ ...listLook(looks), before: 0, indentStart: level * listStep(looks) }),
      ...(level > 3 && { gallery: false }),
    },
  )

/** A short rule in the middle: a bordered paragraph without words (its indents are set where the page is known). */
const sceneBreak = ({ separator }: Looks): Style => ({
  size: 4,
  leading: 5,
  border: { bottom: { width: 0.75, colour: separator.colour ?? 'ink' } },
})

/** An entry ends at its page's number, so it is neither justified nor indented as running text may be. */
const contents = (level: 1 | 2 | 3): WordStyle =>
  paragraph(`TOC${level}`, `toc ${level}`, `toc${level}`, 'Normal', 39, {
    adjust: () => ({ align: 'start', firstLine: 0 }),
    gallery: false,
  })

const nestedIndent = (level: number, { quote }: Looks): number =>
  (quote.indentStart ?? 0) + (level - 1) * (quote.indentStart || 15)

const nestedSource = (level: number): WordStyle =>
  paragraph(`QuoteSource${level}`, `Quote Source ${level}`, 'quoteSource', 'QuoteSource', 10, {
    next: 'FirstParagraph',
    frame: 'quote',
    adjust: looks => ({ indentStart: nestedIndent(level, looks) }),
    gallery: false,
  })

const nestedQuote = (level: number): WordStyle =>
  paragraph(`Quote${level}`, `Quote ${level}`, 'quote', 'Quote', 10, {
    next: 'QuoteSource',
    adjust: looks => ({ keepWithNext: true, after: 0, indentStart: nestedIndent(level, looks) }),
    gallery: false,
  })

/**
 * Every style that a file has, whether used or not, so that an editor finds the house's whole set. Names are those that
 * Word or Pandoc know, where they know one; a style of ours is based on the standard one that carries its meaning, so that
 * a program that does not know "Pull Quote" still reads a quotation.
 */
export const wordStyles: readonly WordStyle[] = [
  {
    id: 'Normal',
    name: 'Normal',
    kind: 'paragraph',
    look: 'body',
    priority: 0,
    adjust: () => ({ firstLine: 0, after: 0 }),
  },
  paragraph('BodyText', 'Body Text', 'body', 'Normal', 1),
  paragraph('FirstParagraph', 'First Paragraph', 'firstParagraph', 'BodyText', 1, { next: 'BodyText' }),
  paragraph('DropCap', 'Drop Cap', 'dropCap', 'FirstParagraph', 1, {
    next: 'FirstParagraph',
    adjust: () => ({ align: 'start', firstLine: 0, keepWithNext: true }),
  }),
  paragraph('Kicker', 'Kicker', 'kicker', 'Normal', 2, { next: 'Title' }),
  paragraph('Title', 'Title', 'title', 'Normal', 3, { next: 'Subtitle' }),
  paragraph('Subtitle', 'Subtitle', 'subtitle', 'Normal', 4, { next: 'Byline' }),
  paragraph('Byline', 'Byline', 'byline', 'Normal', 5, { next: 'FirstParagraph' }),
  paragraph('Date', 'Date', 'dates', 'Normal', 6, { next: 'FirstParagraph' }),
  // Under the head of an entry of a live blog; made of data, so that nothing takes it for text.
  paragraph('UpdateLine', 'Update Line', 'dates', 'Normal', 6, {
    next: 'FirstParagraph',
    adjust: () => ({ align: 'start', keepWithNext: true }),
  }),
  paragraph('Sponsor', 'Sponsor', 'sponsor', 'Normal', 6, { next: 'FirstParagraph' }),
  heading(1),
  heading(2),
  heading(3),
  heading(4),
  heading(5),
  heading(6),
  paragraph('Quote', 'Quote', 'quote', 'Normal', 10, {
    next: 'QuoteSource',
    adjust: () => ({ keepWithNext: true, after: 0 }),
  }),
  paragraph('QuoteSource', 'Quote Source', 'quoteSource', 'Quote', 10, { next: 'FirstParagraph', frame: 'quote' }),
  nestedQuote(2),
  nestedQuote(3),
  nestedSource(2),
  nestedSource(3),
  paragraph('PullQuote', 'Pull Quote', 'pullQuote', 'Quote', 11, {
    next: 'PullQuoteSource',
    adjust: () => ({ keepWithNext: true, after: 0 }),
  }),
  paragraph('PullQuoteSource', 'Pull Quote Source', 'pullQuoteSource', 'PullQuote', 11, {
    next: 'FirstParagraph',
    frame: 'pullQuote',
    adjust: ({ pullQuote, pullQuoteSource }) => ({ after: Math.max(pullQuote.after ?? 0, pullQuoteSource.after ?? 0) }),
  }),
  paragraph('ListParagraph', 'List Paragraph', 'body', 'Normal', 12, { adjust: listLook }),
  paragraph('Compact', 'Compact', 'body', 'ListParagraph', 12, { contextual: true, adjust: listLook }),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level => listContinue(level)),
  paragraph('CaptionedFigure', 'Captioned Figure', 'caption', 'Normal', 14, {
    next: 'ImageCaption',
    growing: true,
    adjust: ({ caption }) => ({ keepWithNext: true, before: caption.after ?? 0, after: 0 }),
  }),
  paragraph('Figure', 'Figure', 'caption', 'CaptionedFigure', 14, {
    growing: true,
    adjust: ({ caption }) => ({ before: caption.after ?? 0, after: caption.after ?? 0 }),
  }),
  paragraph('Caption', 'caption', 'caption', 'Normal', 15),
  paragraph('ImageCaption', 'Image Caption', 'caption', 'Caption', 15, { next: 'FirstParagraph' }),
  paragraph('TableCaption', 'Table Caption', 'tableCaption', 'Caption', 15),
  paragraph('TableText', 'Table Text', 'table', 'Normal', 16, { adjust: ({ table }) => inCell(table) }),
  paragraph('TableHeading', 'Table Heading', 'tableHead', 'TableText', 16, {
    adjust: ({ tableHead }) => ({ ...inCell(tableHead), keepWithNext: true }),
  }),
  paragraph('BoxTitle', 'Box Title', 'boxTitle', 'Normal', 17, {
    next: 'BoxText',
    frame: 'box',
    adjust: ({ box }) => ({ before: box.before ?? 0, keepWithNext: true }),
  }),
  // A head that the program words itself, so that nothing takes it for the author's.
  paragraph('BoxLabel', 'Box Label', 'boxTitle', 'BoxTitle', 17, {
    next: 'BoxText',
    frame: 'box',
    adjust: ({ box }) => ({ before: box.before ?? 0, keepWithNext: true }),
    gallery: false,
  }),
  paragraph('BoxText', 'Box Text', 'boxBody', 'Normal', 17, { frame: 'box' }),
  paragraph('BoxList', 'Box List', 'boxBody', 'BoxText', 17, { frame: 'box' }),
  paragraph('SourceCode', 'Source Code', 'code', 'Normal', 18, { noProof: true }),
  paragraph('Embed', 'Embed', 'embed', 'Normal', 19, { next: 'FirstParagraph' }),
  paragraph('SceneBreak', 'Scene Break', 'separator', 'Normal', 19, {
    next: 'FirstParagraph',
    adjust: sceneBreak,
    width: 48,
  }),
  paragraph('CorrectionNotice', 'Correction Notice', 'correction', 'Normal', 20),
  paragraph('FootnoteText', 'footnote text', 'note', 'Normal', 99),
  paragraph('TOCHeading', 'TOC Heading', 'tocTitle', 'Normal', 39, { gallery: false }),
  contents(1),
  contents(2),
  contents(3),
  paragraph('Masthead', 'Masthead', 'masthead', 'Normal', 98, { gallery: false }),
  paragraph('Header', 'header', 'header', 'Normal', 98, { gallery: false }),
  paragraph('Footer', 'footer', 'footer', 'Normal', 98, { gallery: false }),
  paragraph('CommentText', 'annotation text', 'note', 'Normal', 99, { gallery: false }),
  character('Emphasis', 'Emphasis', 'body', 30, { italic: true }),
  character('Strong', 'Strong', 'body', 30, { weight: 600 }),
  character('Hyperlink', 'Hyperlink', 'link', 31),
  character('VerbatimChar', 'Verbatim Char', 'inlineCode', 31),
  // LibreOffice takes a drop cap's weight and colour from its letter alone.
  character('DropCapLetter', 'Drop Cap Letter', 'dropCap', 32),
  character('Dateline', 'Dateline', 'dateline', 32),
  character('Credit', 'Credit', 'credit', 32),
  character('CaptionLabel', 'Caption Label', 'captionLabel', 32),
  character('BylineName', 'Byline Name', 'bylineName', 33),
  character('BylineRole', 'Byline Role', 'bylineRole', 33),
  character('QuoteSourceName', 'Quote Source Name', 'quoteSourceName', 33),
  character('QuoteSourceRole', 'Quote Source Role', 'quoteSourceRole', 33),
  character('CorrectionLabel', 'Correction Label', 'correctionLabel', 33),
  character('MastheadName', 'Masthead Name', 'mastheadStart', 98),
  { ...character('FootnoteReference', 'footnote reference', 'noteReference', 99), raised: true },
  character('CommentReference', 'annotation reference', 'body', 99, { size: 8 }),
]
