/** The standard structure types of PDF 1.7 (ISO 32000-1 14.8.4), and what each may stand in and hold (ISO 14289-1 7.2). */
const grouping = [
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Index',
  'NonStruct',
  'Private',
]
const blocks = [
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'THead',
  'TBody',
  'TFoot',
]
const inlines = [
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
]
const illustrations = ['Figure', 'Formula', 'Form']

/** All names that mean something without a role map. */
export const standardTypes: ReadonlySet<string> = new Set([...grouping, ...blocks, ...inlines, ...illustrations])

/** The types that one must stand in directly. */
export const parentsOf: { readonly [type: string]: readonly string[] } = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
}

/** The only types that one may hold directly. */
export const childrenOf: { readonly [type: string]: readonly string[] } = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
}

/** Of which children one may have one at most. */
export const singleChildren: { readonly [type: string]: readonly string[] } = {
  Table: ['THead', 'TFoot', 'Caption'],
  L: ['Caption'],
  TOC: ['Caption'],
}
