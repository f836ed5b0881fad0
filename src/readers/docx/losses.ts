import type { NodeType } from '../../article/article.js'

/** One thing of the model that a Word file does not bring back, and what comes in its place. */
export interface WordLoss {
  /** What it is called: "quote-place". */
  id: string
  node: NodeType | 'meta'
  what: string
  becomes: string
}

/**
 * Everything that does not come back from a Word file of ours as it was. All else does: a test brings every fixture and
 * random articles into the form that these rows describe, and expects the very same after Word.
 */
export const wordLosses = [
  {
    id: 'quote-place',
    node: 'quote',
    what: 'a quotation in a list, in a note, or deeper than three',
    becomes: 'its paragraphs',
  },
  {
    id: 'quote-speaker',
    node: 'quote',
    what: 'a line that leaves out the speaker’s name',
    becomes: 'the name that the line prints',
  },
  {
    id: 'pull-quote-place',
    node: 'pullQuote',
    what: 'one in a list, a quotation or a note',
    becomes: 'one after it, or a paragraph',
  },
  {
    id: 'list-tight',
    node: 'list',
    what: 'how close its items stand, in a box, a quotation or a note',
    becomes: 'a tight list',
  },
  {
    id: 'list-tasks',
    node: 'list',
    what: 'a list of tasks directly after one of bullets',
    becomes: 'items of the same list',
  },
  { id: 'list-depth', node: 'list', what: 'levels below the ninth', becomes: 'items of the ninth' },
  {
    id: 'item-blocks',
    node: 'listItem',
    what: 'blocks after the first but paragraphs, lists and code',
    becomes: 'blocks after the list',
  },
  { id: 'item-task', node: 'listItem', what: 'tasks in a numbered list', becomes: 'a list of tasks' },
  {
    id: 'box-nested',
    node: 'box',
    what: 'a box in a box',
    becomes: 'a box after it; the rest stands in a box of its own',
  },
  { id: 'box-place', node: 'box', what: 'one in a list, a quotation or a note', becomes: 'its content' },
  {
    id: 'box-kind',
    node: 'box',
    what: 'capitals and signs in its kind, and what is longer than sixty letters',
    becomes: 'small letters and hyphens',
  },
  {
    id: 'heading-place',
    node: 'heading',
    what: 'its id, and one in a list or a quotation',
    becomes: 'an id from its words; a heading after it',
  },
  {
    id: 'figure-fields',
    node: 'figure',
    what: 'rights, sizes, renditions and the addresses of pictures',
    becomes: 'addresses in the file',
  },
  {
    id: 'figure-lead',
    node: 'figure',
    what: 'one that is the first block of the text',
    becomes: 'the lead picture, where nothing numbers it',
  },
  {
    id: 'figure-missing',
    node: 'figure',
    what: 'a picture that could not be had',
    becomes: 'its description in emphasis',
  },
  { id: 'picture-alone', node: 'inlineImage', what: 'one alone in a paragraph', becomes: 'a figure' },
  {
    id: 'code-language',
    node: 'code',
    what: 'a language with capitals, blanks or brackets in its name',
    becomes: 'nothing',
  },
  {
    id: 'code-place',
    node: 'code',
    what: 'code without a letter or a figure in it, or in a quotation',
    becomes: 'nothing; code after it',
  },
  { id: 'raw', node: 'raw', what: 'all of it', becomes: 'nothing' },
  { id: 'extension', node: 'extension', what: 'its name and attributes', becomes: 'its content' },
  { id: 'note-nested', node: 'note', what: 'a note in a note', becomes: 'its words in brackets' },
  { id: 'link', node: 'link', what: 'a link in a link, and one to a place that is no heading', becomes: 'its words' },
  {
    id: 'span',
    node: 'span',
    what: 'a direction, and another variety of the article’s language',
    becomes: 'the words alone',
  },
  {
    id: 'marks-order',
    node: 'emphasis',
    what: 'the order in which marks stand in one another',
    becomes: 'the widest outermost',
  },
  { id: 'comment', node: 'comment', what: 'one in a note; an author called Desk', becomes: 'its words; no author' },
  {
    id: 'change-date',
    node: 'insertion',
    what: 'the zone of its date, an author called Desk',
    becomes: 'UTC; no author',
  },
  {
    id: 'meta-fields',
    node: 'meta',
    what: 'what is neither printed nor among the file’s properties',
    becomes: 'nothing',
  },
  {
    id: 'people',
    node: 'meta',
    what: 'job, affiliation and place of people, apart from one another',
    becomes: 'one line',
  },
  { id: 'figure-place', node: 'figure', what: 'one in a quotation or a note', becomes: 'a figure after it; its words' },
  {
    id: 'table-place',
    node: 'table',
    what: 'one in a quotation; one without rows or columns',
    becomes: 'a table after it; nothing',
  },
  {
    id: 'embed-place',
    node: 'embed',
    what: 'one in a quotation, and one whose address is not of the web',
    becomes: 'one after it; its words',
  },
  {
    id: 'separator-place',
    node: 'separator',
    what: 'one in a list, a quotation or a note',
    becomes: 'one after it; nothing',
  },
  {
    id: 'empty',
    node: 'paragraph',
    what: 'what shows nothing: a block, an item or a run without words',
    becomes: 'nothing',
  },
  {
    id: 'blanks',
    node: 'text',
    what: 'white space at the ends of a line of text, tabs, and characters that XML cannot hold',
    becomes: 'a blank, or nothing',
  },
] as const satisfies readonly WordLoss[]

/** The name of a row. */
export type WordLossId = (typeof wordLosses)[number]['id']
