import type { Definition, FootnoteDefinition, Nodes, PhrasingContent } from 'mdast'
import type { Block, Inline, Note, Position } from '../../article/article.js'
import type { Report } from '../../diagnostics/message.js'
import type { FlowNode } from './blocks.js'
import type { Signs } from './signs.js'

/** What the parts of the Markdown reader share while one document is read. */
export interface Reading {
  /** The source as it was parsed: offsets in the tree count in it. */
  source: string
  signs: Signs
  report: Report
  /** Address that relative links are resolved against. */
  base: string | undefined
  /** BCP 47 language of the article. */
  language: string
  /** Names of extension nodes that plugins have registered. */
  extensionNames: readonly string[]
  /** Link definitions by identifier; the first of a name counts (CommonMark 4.7). */
  definitions: Map<string, Definition>
  notes: Map<string, NoteDefinition>
  /** How many notes stand around the node that is being read. */
  noteDepth: number
  /** Nodes that repeated notes may still add, so that notes that cite notes cannot grow without end. */
  noteBudget: number
  /** Elements of HTML that were taken apart, with how often and where first. */
  unwrapped: Map<string, { times: number; position: Position | undefined }>
  /** The first paragraph that is to be taken as it stands: no dateline is read from it. */
  literalLede?: Block | undefined
  /** Every character of the source is one that a text may hold, and stands for itself: texts need no cleaning. */
  clean?: boolean
  /** How many headings have been read, wherever they stand. */
  headings: number
  /** A link leads to a place in the article. */
  leadsInside?: boolean
  /** Pictures that stand in the source, by their `data:` addresses: the address that the article has for each, and its bytes. */
  held?: Map<string, { url: string; bytes: Uint8Array }>
  /** The source holds an editor's signs (CriticMarkup). */
  editorsMarks?: boolean
  /** Reads the HTML in the source; absent where there is none, so that its tokenizer need not be loaded. */
  html?: HtmlReader
}

/** What reads HTML among Markdown: `src/readers/html/index.ts`. */
export interface HtmlReader {
  readBlockHtml(nodes: readonly FlowNode[], reading: Reading): Block[]
  readInlineHtml(nodes: readonly PhrasingContent[], reading: Reading): Inline[]
  reportHtml(reading: Reading): void
}

/** A note's text, and whether anything cites it. */
export interface NoteDefinition {
  node: FootnoteDefinition
  cited: boolean
  /** Its first call. */
  first?: Note
  /** Set while its text is being read: a note that cites itself has no end. */
  open: boolean
}

/** Gives an article's node the place of the source's node; for those of which every story has many, by no second object. */
export function placedAt<Made extends { position?: Position }>(
  made: Made,
  { position }: Pick<Nodes, 'position'>,
): Made {
  if (position) made.position = position
  return made
}

/** Returns what of a source node's place the article keeps. */
export function placed(node: Pick<Nodes, 'position'>): { position?: Position } {
  return node.position ? { position: node.position } : {}
}
