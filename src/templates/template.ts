/**
 * A template: data that says how an article looks, for PDF and Word alike. `templates/<name>/template.json` holds one;
 * `style-names.ts` and `template-spec.ts` hold what may stand in it. Lengths are points.
 */
export interface Template {
  name: string
  description?: string
  page: Page
  /** Which family each role is set in. */
  fonts: { [role in FontRole]: string }
  /** Named colours as `#rrggbb`; styles refer to them by name. */
  colours: { [name: string]: string }
  /** Order of the title block. Parts that the article lacks are skipped; parts left out are printed after the last one. */
  titleBlock: TitleBlockPart[]
  /** The large letter that the text begins with. Absent: none. */
  dropCap?: DropCap
  /** Head of the first page. Without it the first page has the running header. */
  masthead?: RunningLine
  header?: RunningLine
  /** Foot of the first page. Without it the first page has the running footer. */
  firstFooter?: RunningLine
  footer?: RunningLine
  labels: Labels
  /** A style that is missing falls back as `style-names.ts` says, so that no words are dropped. */
  styles: { [name in StyleName]?: Style }
  /** What Word files have beyond that. */
  docx?: TemplateDocx
}

/** What a template says of Word files alone: a house that has a letterhead need not name it with every export. */
export interface TemplateDocx {
  /** Path of a letterhead, relative to the template's file. */
  referenceDoc?: string
  /** What the letterhead's own styles stand for, by their names: `{"House Pull": "Pull Quote"}`. */
  styles?: { [name: string]: string }
}

export type FontRole = 'serif' | 'sans' | 'mono'

export interface Page {
  size: 'a4' | 'letter' | { width: number; height: number }
  /** Edges of the text block. */
  margin: { top: number; right: number; bottom: number; left: number }
  /** Left edge of masthead, header and footer lines, where it is not the text block's. */
  furnitureLeft?: number
  /** Distance of the header's baseline from the top edge, and of the footer's from the bottom edge. */
  headerAt: number
  footerAt: number
  columns?: 1 | 2 | 3
  columnGap?: number
  columnRule?: boolean
  /** Distance of the lines that body text of all columns stands on: `true` for the body's leading, or points. */
  baselineGrid?: boolean | number
}

/** The first letter of the text, as tall as so many lines: its foot stands on the last of them. 1 is none. */
export interface DropCap {
  lines: number
}

export type TitleBlockPart = 'image' | 'kicker' | 'title' | 'subtitle' | 'byline' | 'dates' | 'sponsor'

/**
 * One line of furniture. Text may hold `{title} {kicker} {section} {genre} {publisher} {published} {updated} {page} {pages}
 * {heading} {url} {rights}`; a part whose fields are all empty is left out with its separator (` · `). `{heading}` is the
 * last heading of the first two ranks that begins on or before the page.
 */
export interface RunningLine {
  start?: string
  center?: string
  end?: string
  /** Rule between the line and the text: width in points and a colour. */
  rule?: { width: number; colour: string; distance: number }
}

export interface Labels {
  /** "Figure 1." before captions. */
  figureNumbers: boolean
  tableNumbers: boolean
  /** "By " before the byline. */
  byline: boolean
  /** What somebody did stands before their name, "Pictures Irene Vasco", as under the title of a long read. */
  rolesFirst?: boolean
}

export interface Style {
  font?: FontRole
  weight?: 300 | 400 | 600
  italic?: boolean
  /** Type size and line distance, points. */
  size?: number
  leading?: number
  colour?: string
  align?: 'start' | 'end' | 'center' | 'justify'
  /** Space above and below, points; of two that meet, the larger counts. */
  before?: number
  after?: number
  /** Indents, points. `firstLine` may be negative (hanging). */
  indentStart?: number
  indentEnd?: number
  firstLine?: number
  /** Letter-spacing in em. */
  tracking?: number
  transform?: 'none' | 'uppercase'
  /** Figures in running text and in tables. */
  numerals?: 'oldstyle' | 'lining' | 'tabular'
  underline?: boolean
  /** Lines of the head are made about equally long. */
  balance?: boolean
  keepWithNext?: boolean
  /** A colour's name, or `none`. */
  background?: string
  /** Space between border or background and text, points. */
  padding?: { top: number; right: number; bottom: number; left: number }
  border?: { [side in 'top' | 'right' | 'bottom' | 'left']?: Rule }
  /** Hairline between the rows of a table. */
  rowRule?: Rule
}

export interface Rule {
  width: number
  colour: string
}

/** The closed list of styles: what a caption looks like has one answer, in Word and PDF alike. */
export type StyleName = (typeof styleNames)[number]

export const styleNames = [
  'masthead',
  'mastheadStart',
  'header',
  'footer',
  'kicker',
  'title',
  'subtitle',
  'byline',
  'bylineName',
  'bylineRole',
  'dates',
  'sponsor',
  'dateline',
  'body',
  'firstParagraph',
  'dropCap',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'quote',
  'quoteSource',
  'quoteSourceName',
  'quoteSourceRole',
  'pullQuote',
  'pullQuoteSource',
  'list',
  'box',
  'boxTitle',
  'boxBody',
  'table',
  'tableHead',
  'tableCaption',
  'caption',
  'captionLabel',
  'credit',
  'note',
  'noteReference',
  'code',
  'inlineCode',
  'link',
  'separator',
  'tocTitle',
  'toc1',
  'toc2',
  'toc3',
  'embed',
  'correction',
  'correctionLabel',
] as const
