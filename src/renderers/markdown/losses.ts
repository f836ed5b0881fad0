import type { NodeType } from '../../article/article.js'
import type { KnownRuleId } from '../../diagnostics/rules.js'

/** One thing of the model that Markdown cannot hold, and what becomes of it. */
export interface MarkdownLoss {
  node: NodeType | 'meta'
  /** What of the node is concerned. */
  what: string
  /** What stands in its place. */
  becomes: string
  /** The rule under which every case is reported. */
  rule: KnownRuleId
}

/** Everything that does not come back from Markdown as it was. All else does. */
export const markdownLosses: readonly MarkdownLoss[] = [
  {
    node: 'figure',
    what: 'renditions of its pictures',
    becomes: 'nothing',
    rule: 'markdown-picture',
  },
  { node: 'inlineImage', what: 'a picture alone on a line of text', becomes: 'a figure', rule: 'markdown-picture' },
  {
    node: 'heading',
    what: 'rank 6, and a rank below one that is missing',
    becomes: 'the rank that fits',
    rule: 'markdown-heading',
  },
  {
    node: 'heading',
    what: 'an id that its words do not make',
    becomes: 'the id that they make',
    rule: 'markdown-heading-id',
  },
  { node: 'list', what: 'tightness around items of several blocks', becomes: 'a loose list', rule: 'markdown-spacing' },
  { node: 'listItem', what: 'the box of a task without a first paragraph', becomes: 'nothing', rule: 'markdown-task' },
  {
    node: 'emphasis',
    what: 'marked words that look like a credit, a dateline or a speaker',
    becomes: 'that',
    rule: 'markdown-likeness',
  },
  { node: 'code', what: 'a language of more than one word', becomes: 'its first word', rule: 'markdown-code' },
  { node: 'link', what: 'a link to a place that is no heading', becomes: 'its words', rule: 'markdown-link' },
  { node: 'link', what: 'a link within a link', becomes: 'its words', rule: 'markdown-nesting' },
  { node: 'note', what: 'a note within a link', becomes: 'a note after the link', rule: 'markdown-nesting' },
  { node: 'note', what: 'a note within a note', becomes: 'its words in brackets', rule: 'markdown-nesting' },
  { node: 'raw', what: 'markup for another format than HTML', becomes: 'nothing', rule: 'markdown-raw' },
  { node: 'raw', what: 'HTML', becomes: 'what the reader’s allow-list makes of it', rule: 'markdown-raw' },
  { node: 'extension', what: 'attributes that are no text', becomes: 'JSON as text', rule: 'markdown-extension' },
  { node: 'extension', what: 'a name that no directive can have', becomes: 'its content', rule: 'markdown-extension' },
  {
    node: 'quote',
    what: 'a speaker under a quotation without words',
    becomes: 'a line of text',
    rule: 'markdown-empty',
  },
  { node: 'text', what: 'control characters, halves of characters', becomes: 'nothing', rule: 'markdown-characters' },
  { node: 'meta', what: 'an author whose role is a contributor’s', becomes: 'a contributor', rule: 'markdown-field' },
  {
    node: 'meta',
    what: 'a field of `extra` with the name of another field',
    becomes: 'that field',
    rule: 'markdown-field',
  },
]
