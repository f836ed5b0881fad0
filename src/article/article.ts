/**
 * The canonical article, version 1.
 *
 * Plain JSON (no classes, dates or functions) and a valid unist tree. Title, byline, dateline, lead picture and
 * corrections are metadata; `children` is the running text and what is set into it. Names mean things, never layout.
 * What each node may hold is written once more as data in `spec.ts`, which drives `checkArticle`, the JSON Schema and the
 * random articles of the tests; the compiler holds the two together.
 */
import type { Position, Node as UnistNode } from 'unist'
import type { Genre } from './genre.js'

/** Version of the model that this code writes. Raised only when an older reader would misread a document. */
export const MODEL_VERSION = 1

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** `YYYY-MM-DD`, or RFC 3339 with offset. A date without a time stays without a time. Never a `Date` object. */
export type IsoDate = string

/** One story: what readers make and renderers take. */
export interface Article {
  type: 'article'
  version: typeof MODEL_VERSION
  meta: Meta
  children: Block[]
  /**
   * Where each metadata field stands in the source, by path ("published", "authors.0"), and what its file, without its
   * ending, and the folder of that are called. Dropped by `stripPositions`.
   */
  data?: { places?: { [path: string]: Position }; name?: string; folder?: string }
}

/** What is known about an article apart from its text. */
export interface Meta {
  title: string
  /** Label over the title: "Analysis". */
  kicker?: string
  /** The standfirst, shown under the title. */
  subtitle?: string
  /** For feeds, search and social; never shown in the body. */
  description?: string
  authors: Person[]
  /** Everyone not in the byline: editors, photographers, translators. */
  contributors?: Person[]
  dateline?: Dateline
  published?: IsoDate
  updated?: IsoDate
  /** Nothing may be published before this moment. */
  embargoed?: IsoDate
  expires?: IsoDate
  /** BCP 47. */
  language: string
  direction?: Direction
  translations?: Translation[]
  /** Stable across edits: RSS guid, JSON-LD @id. */
  id?: string
  slug?: string
  url?: string
  /** Where it first appeared, if not `url`. */
  canonicalUrl?: string
  section?: string
  tags?: string[]
  categories?: string[]
  genre?: Genre
  image?: LeadImage
  publisher?: Organisation
  /** Wire or partner that the copy came from. */
  source?: Organisation
  /** Works that the story draws on, for `citation` in structured data. */
  citations?: Citation[]
  rights?: Rights
  corrections?: Correction[]
  status?: Status
  isAccessibleForFree?: boolean
  /** How many of the body's top-level blocks are free to read: the place of `<!--more-->`. */
  freeBlocks?: number
  about?: Topic[]
  mentions?: Topic[]
  /** Who paid: makes the piece an advertiser's content in structured data. */
  sponsored?: Organisation
  /** Entries of a live blog, each beginning at a heading of the body. */
  updates?: LiveUpdate[]
  /** For desks; no renderer prints it. */
  editorNote?: string
  /** Unrecognised front matter, verbatim. */
  extra?: { [key: string]: Json }
}

export type Direction = 'ltr' | 'rtl'
export type Status = 'draft' | 'final' | 'withheld' | 'retracted'

export interface Person {
  name: string
  /** A desk or an agency in a byline is an organisation. Absent: a person. */
  kind?: 'person' | 'organisation'
  /** "author", "editor", "photographer", "translator", or free text. */
  role?: string
  jobTitle?: string
  affiliation?: string
  location?: string
  email?: string
  url?: string
  image?: string
  bio?: string
  sameAs?: string[]
}

export interface Organisation {
  name: string
  url?: string
  logo?: string
  sameAs?: string[]
  policies?: Policies
}

/** Addresses of a publisher's policies, named as schema.org names them. */
export interface Policies {
  publishingPrinciples?: string
  correctionsPolicy?: string
  ethicsPolicy?: string
  diversityPolicy?: string
  verificationFactCheckingPolicy?: string
  unnamedSourcesPolicy?: string
  actionableFeedbackPolicy?: string
  ownershipFundingInfo?: string
  masthead?: string
}

/** `GENEVA, 3 May (Agency) —` */
export interface Dateline {
  place: string
  date?: IsoDate
  agency?: string
  /** The line as the source prints it, without the dash. */
  text?: string
}

export interface Translation {
  language: string
  url: string
}
export interface Citation {
  name?: string
  url: string
}
export interface Rights {
  holder?: string
  notice?: string
  license?: string
  terms?: string
}
export interface Topic {
  name: string
  kind?: 'person' | 'organisation' | 'place' | 'event' | 'thing'
  url?: string
  sameAs?: string[]
}
export interface Correction {
  kind: 'correction' | 'clarification' | 'update' | 'retraction'
  date?: IsoDate
  text: string
}

/** One entry of a live blog: its words stand in the body, under the heading named. */
export interface LiveUpdate {
  title: string
  published: IsoDate
  updated?: IsoDate
  url?: string
  heading?: string
  author?: Person
}

/** A picture by reference. `alt: ''` means decorative; alt text and caption are never copied into each other. */
export interface Image {
  url: string
  alt: string
  width?: number
  height?: number
  renditions?: Rendition[]
}
/** The same picture cut or scaled; width and height in px. */
export interface Rendition {
  url: string
  width?: number
  height?: number
  role?: string
}
export interface LeadImage extends Image {
  caption?: Inline[]
  credit?: string
  rights?: string
}

/** `position` is absent on generated nodes and after `stripPositions`. `data` belongs to plugins. */
interface Node extends UnistNode {
  position?: Position
}
interface Parent<Child> extends Node {
  children: Child[]
}

export type Block =
  | Paragraph
  | Heading
  | Quote
  | PullQuote
  | List
  | Figure
  | Table
  | Box
  | Embed
  | CodeBlock
  | Separator
  | RawBlock
  | Extension

export interface Paragraph extends Parent<Inline> {
  type: 'paragraph'
}
/** Section heading. The title is `meta.title`, so the outermost section has rank 1. */
export interface Heading extends Parent<Inline> {
  type: 'heading'
  rank: 1 | 2 | 3 | 4 | 5 | 6
  id: string
}
/** Direct speech or quoted text set apart from the copy. It is running text. */
export interface Quote extends Parent<Block> {
  type: 'quote'
  attribution?: Attribution
}
/** Display repeat of words found elsewhere. Not running text: feeds, counts and `articleBody` omit it. */
export interface PullQuote extends Parent<Inline> {
  type: 'pullQuote'
  attribution?: Attribution
}
/** Who said it. `text` is the line as the source prints it, where that is more than `name, role`. */
export interface Attribution {
  name: string
  role?: string
  url?: string
  text?: string
}
/** `start` of an ordered list, if not 1. A tight list has no space between its items. */
export interface List extends Parent<ListItem> {
  type: 'list'
  ordered: boolean
  start?: number
  tight?: boolean
}
/** `checked` makes it a task. */
export interface ListItem extends Parent<Block> {
  type: 'listItem'
  checked?: boolean
}
export interface Figure extends Node {
  type: 'figure'
  images: [Image, ...Image[]]
  caption?: Inline[]
  credit?: string
  rights?: string
}
/** Rows hold as many cells as `align` has entries. `alt` describes the table to who cannot see it. */
export interface Table extends Parent<TableRow> {
  type: 'table'
  caption?: Inline[]
  alt?: string
  align: Align[]
  headRows: 0 | 1
}
export type Align = 'left' | 'center' | 'right' | null
export interface TableRow extends Parent<TableCell> {
  type: 'tableRow'
}
export interface TableCell extends Parent<Inline> {
  type: 'tableCell'
}
/** Set-apart panel. `kind` is open: "key-points", "fact-box", "timeline". */
export interface Box extends Parent<Block> {
  type: 'box'
  kind: string
  title?: string
}
/** Third-party content by reference. Print formats show `title` and `url`. */
export interface Embed extends Node {
  type: 'embed'
  url: string
  title?: string
  provider?: string
}
export interface CodeBlock extends Node {
  type: 'code'
  value: string
  lang?: string
}
export interface Separator extends Node {
  type: 'separator'
}
/** Markup for one output format. Other renderers skip it and say so. */
export interface RawBlock extends Node {
  type: 'raw'
  format: string
  value: string
}
/** A plugin's own block, named `acme:poll`. Without a handler for `name`, renderers render `children`. */
export interface Extension extends Parent<Block> {
  type: 'extension'
  name: string
  attributes: { [key: string]: Json }
}

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Strike
  | Superscript
  | Subscript
  | InlineCode
  | Link
  | Note
  | LineBreak
  | InlineImage
  | Span
  | Insertion
  | Deletion
  | Comment

export interface Text extends Node {
  type: 'text'
  value: string
}
export interface Emphasis extends Parent<Inline> {
  type: 'emphasis'
}
export interface Strong extends Parent<Inline> {
  type: 'strong'
}
export interface Strike extends Parent<Inline> {
  type: 'strike'
}
export interface Superscript extends Parent<Inline> {
  type: 'superscript'
}
export interface Subscript extends Parent<Inline> {
  type: 'subscript'
}
export interface InlineCode extends Node {
  type: 'inlineCode'
  value: string
}
/** `url` was judged safe where the model was built: http, https, mailto, tel, or `#id` of a heading of this article. */
export interface Link extends Parent<Inline> {
  type: 'link'
  url: string
  title?: string
}
/** Footnote, held where it is cited. Renderers number and place it. */
export interface Note extends Parent<Block> {
  type: 'note'
  /** The same for each call of a note that is cited more than once: every call holds its text, which is set once. */
  label?: string
}
export interface LineBreak extends Node {
  type: 'lineBreak'
}
export interface InlineImage extends Node {
  type: 'inlineImage'
  url: string
  alt: string
  width?: number
  height?: number
}
/** A run in another language or direction. */
export interface Span extends Parent<Inline> {
  type: 'span'
  language?: string
  direction?: Direction
}
/** An editor's addition: part of the accepted text. */
export interface Insertion extends Parent<Inline> {
  type: 'insertion'
  author?: string
  date?: IsoDate
}
/** An editor's cut: not part of the accepted text. */
export interface Deletion extends Parent<Inline> {
  type: 'deletion'
  author?: string
  date?: IsoDate
}
/** An editor's remark `text` about the run in `children`, which may be empty. */
export interface Comment extends Parent<Inline> {
  type: 'comment'
  text: string
  author?: string
  date?: IsoDate
}

/** Nodes that stand only inside another: items, rows, cells. */
export type Part = ListItem | TableRow | TableCell
/** Every node of the body. */
export type ArticleNode = Block | Inline | Part
/** Any node type's name. */
export type NodeType = ArticleNode['type']
export type { Genre, Position }
