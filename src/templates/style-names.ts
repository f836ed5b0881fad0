import { type Style, type StyleName, styleNames, type Template } from './template.js'

/**
 * What each style builds on: a field that a style leaves open is taken from the one named here, and so on up to `body`.
 * A run's style (`bylineName`) builds on its line's, so a template says only what differs, and a style that a template does
 * not define at all takes the nearest look: no words are dropped.
 */
export const styleParents: { readonly [name in StyleName]: StyleName | undefined } = {
  body: undefined,
  firstParagraph: 'body',
  dropCap: 'firstParagraph',
  masthead: 'header',
  mastheadStart: 'masthead',
  header: 'body',
  footer: 'header',
  kicker: 'byline',
  title: 'heading1',
  subtitle: 'body',
  byline: 'body',
  bylineName: 'byline',
  bylineRole: 'byline',
  dates: 'byline',
  sponsor: 'kicker',
  dateline: 'body',
  heading1: 'body',
  heading2: 'heading1',
  heading3: 'heading2',
  heading4: 'heading3',
  heading5: 'heading4',
  heading6: 'heading5',
  quote: 'body',
  quoteSource: 'quote',
  quoteSourceName: 'quoteSource',
  quoteSourceRole: 'quoteSource',
  pullQuote: 'quote',
  pullQuoteSource: 'quoteSource',
  list: 'body',
  box: 'body',
  boxTitle: 'heading3',
  boxBody: 'body',
  table: 'body',
  tableHead: 'table',
  tableCaption: 'caption',
  caption: 'body',
  captionLabel: 'caption',
  credit: 'caption',
  note: 'body',
  noteReference: 'body',
  code: 'body',
  inlineCode: 'body',
  link: 'body',
  separator: 'body',
  tocTitle: 'heading1',
  toc1: 'body',
  toc2: 'toc1',
  toc3: 'toc2',
  embed: 'body',
  correction: 'body',
  correctionLabel: 'correction',
}

/** What holds about the place of a block and its panel, not about its letters: never taken over from another style. */
const ownOnly = new Set<keyof Style>([
  'before',
  'after',
  'indentStart',
  'indentEnd',
  'firstLine',
  'padding',
  'border',
  'background',
  'rowRule',
  'keepWithNext',
])

/** Styles that are the other in another place: they take over its spacing as well. */
const variants: ReadonlySet<StyleName> = new Set(['firstParagraph'])

/** What body text is where a template says nothing. Sizes in points. */
const fallback: Style = { font: 'serif', weight: 400, size: 10.5, leading: 15, align: 'start' }

/**
 * Returns a style with every field that it has or builds on. Spacing, indents, borders and panels come from the style
 * itself alone, unless the template does not define it: then all of its nearest relative's look is taken. For a run inside
 * a line (`link`, `inlineCode`, `noteReference`, `dateline`) what the style leaves open is the line's: read
 * `template.styles` there.
 */
export function resolveStyle(template: Template, name: StyleName): Style {
  const own = template.styles[name]
  const parent = styleParents[name]
  const inherited = parent ? resolveStyle(template, parent) : fallback
  if (!own) return inherited
  if (variants.has(name)) return { ...inherited, ...own }
  const letters = Object.entries(inherited).filter(([field]) => !ownOnly.has(field as keyof Style))
  return { ...Object.fromEntries(letters), ...own }
}

/** Returns every style of a template, resolved. */
export function resolveStyles(template: Template): { [name in StyleName]: Style } {
  return Object.fromEntries(styleNames.map(name => [name, resolveStyle(template, name)])) as {
    [name in StyleName]: Style
  }
}
