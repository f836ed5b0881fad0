/** What a paragraph stands for, by its style. */
export type ParagraphRole =
  | 'text'
  | 'kicker'
  | 'title'
  | 'subtitle'
  | 'abstract'
  | 'byline'
  | 'date'
  | 'sponsor'
  | `heading${1 | 2 | 3 | 4 | 5 | 6}`
  | `quote${1 | 2 | 3}`
  | `quoteSource${1 | 2 | 3}`
  | 'pullQuote'
  | 'pullQuoteSource'
  | 'listItem'
  | 'listContinue'
  | 'figure'
  | 'imageCaption'
  | 'tableCaption'
  | 'caption'
  | 'boxTitle'
  | 'boxText'
  | 'code'
  /** One paragraph for each line. */
  | 'codeLine'
  | 'embed'
  | 'separator'
  | 'correction'
  | 'note'
  | 'cell'
  /** Made by the program: a table of contents, the running head. */
  | 'generated'

/** What a run of characters stands for, by its style. */
export type CharacterRole =
  | 'emphasis'
  | 'strong'
  | 'code'
  | 'link'
  | 'credit'
  | 'captionLabel'
  | 'bylineName'
  | 'bylineRole'
  | 'quoteSourceName'
  | 'quoteSourceRole'
  | 'dateline'
  | 'correctionLabel'
  | 'noteReference'
  | 'commentReference'
  | 'plain'

const names = <Role extends string>(table: { readonly [role in Role]?: string }): { readonly [name: string]: Role } =>
  Object.fromEntries(
    Object.entries(table).flatMap(([role, list]) => (list as string).split('|').map(name => [name, role as Role])),
  )

/** Paragraph styles by name, in lower case: ours, Word's, Pandoc's, LibreOffice's. */
export const paragraphRoles: { readonly [name: string]: ParagraphRole } = names<ParagraphRole>({
  text: 'normal|drop cap|standard|default paragraph style|default style|body text|text body|first paragraph|body text first indent|body text indent|no spacing|normal (web)|plain text|paragraph|lead|lede|intro|definition term|definition|bibliography|definition list|address|closing|signature|salutation|default|table gap|panel gap|caption text',
  kicker: 'kicker|eyebrow|overline',
  title: 'title|headline',
  subtitle: 'subtitle|standfirst|deck|dek',
  abstract: 'abstract',
  byline: 'byline|author',
  date: 'date',
  sponsor: 'sponsor',
  heading1: 'heading 1|heading',
  heading2: 'heading 2',
  heading3: 'heading 3',
  heading4: 'heading 4',
  heading5: 'heading 5',
  heading6: 'heading 6|heading 7|heading 8|heading 9|heading 10',
  quote1: 'quote|block text|quotations|block quotation|quotation|blockquote|block quote',
  quote2: 'quote 2',
  quote3: 'quote 3',
  quoteSource1: 'quote source|quote attribution',
  quoteSource2: 'quote source 2',
  quoteSource3: 'quote source 3',
  pullQuote: 'pull quote|pullquote|intense quote',
  pullQuoteSource: 'pull quote source',
  listItem: `list paragraph|compact|list|box list|list bullet|list number|${numbered('list bullet')}|${numbered('list number')}|${numbered('list')}|list contents`,
  listContinue: `list continue|${numbered('list continue')}`,
  figure: 'captioned figure|figure',
  imageCaption: 'image caption|illustration|drawing|figure caption',
  tableCaption: 'table caption|table',
  caption: 'caption',
  boxTitle: 'box title',
  boxText: 'box text',
  code: 'source code|code block|code',
  codeLine: 'preformatted text|html preformatted|html code|macro text',
  embed: 'embed',
  separator: 'scene break|horizontal line',
  correction: 'correction notice|correction',
  note: 'footnote text|endnote text|footnote|endnote|footnote block text',
  cell: 'table text|table heading|table contents',
  generated: `box label|update line|toc heading|contents heading|table of figures|${numbered('toc')}|${numbered('contents')}|header|footer|masthead|index heading`,
})

/** Character styles by name, in lower case. */
export const characterRoles: { readonly [name: string]: CharacterRole } = names<CharacterRole>({
  emphasis: 'emphasis|intense emphasis|subtle emphasis',
  strong: 'strong|strong emphasis',
  code: 'verbatim char|source text|html code|html sample|html typewriter|inline code|teletype|user entry',
  link: 'hyperlink|internet link|followedhyperlink|visited internet link',
  credit: 'credit',
  captionLabel: 'caption label',
  bylineName: 'byline name',
  bylineRole: 'byline role',
  quoteSourceName: 'quote source name',
  quoteSourceRole: 'quote source role',
  dateline: 'dateline',
  correctionLabel: 'correction label',
  noteReference:
    'footnote reference|endnote reference|footnote anchor|endnote anchor|footnote characters|endnote characters|footnote symbol',
  commentReference: 'annotation reference',
  plain:
    'default paragraph font|drop cap letter|masthead name|body text char|numbering symbols|bullets|line number|page number',
})

function numbered(name: string): string {
  return Array.from({ length: 10 }, (_, index) => `${name} ${index + 1}`).join('|')
}
