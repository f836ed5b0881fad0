/** Builders for tests and plugins: short ways to write nodes. A string among children is a text node. */
import type {
  Align,
  Article,
  Attribution,
  Block,
  Box,
  CodeBlock,
  Comment,
  Deletion,
  Embed,
  Emphasis,
  Extension,
  Figure,
  Heading,
  Image,
  Inline,
  InlineCode,
  InlineImage,
  Insertion,
  Json,
  LineBreak,
  Link,
  List,
  ListItem,
  Meta,
  Note,
  Paragraph,
  PullQuote,
  Quote,
  RawBlock,
  Separator,
  Span,
  Strike,
  Strong,
  Subscript,
  Superscript,
  Table,
  Text,
} from './article.js'
import { MODEL_VERSION } from './article.js'

type Words = string | readonly (Inline | string)[]

/** Returns inline nodes from a string or from a mixture of strings and nodes. */
export function inlines(words: Words): Inline[] {
  return typeof words === 'string' ? [text(words)] : words.map(word => (typeof word === 'string' ? text(word) : word))
}

/** Returns an article; title "Untitled", no authors and English where `meta` does not say. */
export function article(meta: Partial<Meta>, children: Block[]): Article {
  return {
    type: 'article',
    version: MODEL_VERSION,
    meta: { title: 'Untitled', authors: [], language: 'en', ...meta },
    children,
  }
}

export const paragraph = (words: Words): Paragraph => ({ type: 'paragraph', children: inlines(words) })
export const heading = (rank: Heading['rank'], words: Words, id: string): Heading => ({
  type: 'heading',
  rank,
  id,
  children: inlines(words),
})
export const quote = (children: Block[], attribution?: Attribution): Quote => ({
  type: 'quote',
  ...(attribution && { attribution }),
  children,
})
export const pullQuote = (words: Words, attribution?: Attribution): PullQuote => ({
  type: 'pullQuote',
  ...(attribution && { attribution }),
  children: inlines(words),
})
export const listItem = (children: Block[], checked?: boolean): ListItem => ({
  type: 'listItem',
  ...(checked !== undefined && { checked }),
  children,
})
export const bulletList = (items: ListItem[]): List => ({ type: 'list', ordered: false, tight: true, children: items })
export const numberedList = (items: ListItem[], start?: number): List => ({
  type: 'list',
  ordered: true,
  ...(start !== undefined && { start }),
  tight: true,
  children: items,
})
export const figure = (image: Image, details: Pick<Partial<Figure>, 'caption' | 'credit' | 'rights'> = {}): Figure => ({
  type: 'figure',
  images: [image],
  ...details,
})
export const box = (kind: string, title: string | undefined, children: Block[]): Box => ({
  type: 'box',
  kind,
  ...(title !== undefined && { title }),
  children,
})
export const embed = (url: string, title?: string): Embed => ({
  type: 'embed',
  url,
  ...(title !== undefined && { title }),
})
export const code = (value: string, lang?: string): CodeBlock => ({
  type: 'code',
  value,
  ...(lang !== undefined && { lang }),
})
export const separator = (): Separator => ({ type: 'separator' })
export const raw = (format: string, value: string): RawBlock => ({ type: 'raw', format, value })
export const extension = (name: string, attributes: { [key: string]: Json }, children: Block[]): Extension => ({
  type: 'extension',
  name,
  attributes,
  children,
})

/** Returns a table whose first row is its head. */
export function table(
  rows: Words[][],
  details: Partial<Pick<Table, 'align' | 'caption' | 'alt' | 'headRows'>> = {},
): Table {
  const columns = rows[0]?.length ?? 0
  return {
    type: 'table',
    ...details,
    align: details.align ?? new Array<Align>(columns).fill(null),
    headRows: details.headRows ?? 1,
    children: rows.map(row => ({
      type: 'tableRow',
      children: row.map(cell => ({ type: 'tableCell', children: inlines(cell) })),
    })),
  }
}

export const text = (value: string): Text => ({ type: 'text', value })
export const emphasis = (words: Words): Emphasis => ({ type: 'emphasis', children: inlines(words) })
export const strong = (words: Words): Strong => ({ type: 'strong', children: inlines(words) })
export const strike = (words: Words): Strike => ({ type: 'strike', children: inlines(words) })
export const superscript = (words: Words): Superscript => ({ type: 'superscript', children: inlines(words) })
export const subscript = (words: Words): Subscript => ({ type: 'subscript', children: inlines(words) })
export const inlineCode = (value: string): InlineCode => ({ type: 'inlineCode', value })
export const link = (url: string, words: Words): Link => ({ type: 'link', url, children: inlines(words) })
export const note = (children: Block[]): Note => ({ type: 'note', children })
export const lineBreak = (): LineBreak => ({ type: 'lineBreak' })
export const inlineImage = (url: string, alt: string): InlineImage => ({ type: 'inlineImage', url, alt })
export const span = (words: Words, how: Pick<Span, 'language' | 'direction'>): Span => ({
  type: 'span',
  ...how,
  children: inlines(words),
})
export const insertion = (words: Words, author?: string): Insertion => ({
  type: 'insertion',
  ...(author !== undefined && { author }),
  children: inlines(words),
})
export const deletion = (words: Words, author?: string): Deletion => ({
  type: 'deletion',
  ...(author !== undefined && { author }),
  children: inlines(words),
})
export const comment = (words: Words, remark: string, author?: string): Comment => ({
  type: 'comment',
  text: remark,
  ...(author !== undefined && { author }),
  children: inlines(words),
})
