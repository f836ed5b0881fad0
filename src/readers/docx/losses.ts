import type { NodeType } from '../../article/article.js'

/** One thing of the model that a Word file does not bring back, and what comes in its place. */
export interface WordLoss {
  node: NodeType | 'meta'
  what: string
  becomes: string
}

/** Everything that does not come back from a Word file of ours as it was. All else does. */
export const wordLosses: readonly WordLoss[] = [
  {
    node: 'quote',
    what: 'blocks other than paragraphs, lists and quotations',
    becomes: 'blocks after the words before them',
  },
  { node: 'quote', what: 'a quotation in a list, in a note, or deeper than three', becomes: 'its paragraphs' },
  { node: 'quote', what: 'a line that leaves out the speaker’s name', becomes: 'the name that the line prints' },
  { node: 'pullQuote', what: 'one in a list, a quotation or a note', becomes: 'paragraphs after it' },
  { node: 'list', what: 'how close its items stand, in a box, a quotation or a note', becomes: 'a tight list' },
  { node: 'list', what: 'a list of tasks directly after one of bullets', becomes: 'items of the same list' },
  { node: 'list', what: 'levels below the ninth', becomes: 'items of the ninth' },
  { node: 'listItem', what: 'blocks after the first but paragraphs, lists and code', becomes: 'blocks after the list' },
  { node: 'listItem', what: 'tasks in a numbered list', becomes: 'a list of tasks' },
  { node: 'box', what: 'a box in a box', becomes: 'a box after it; the rest stands in a box of its own' },
  { node: 'box', what: 'one in a list, a quotation or a note', becomes: 'its content' },
  {
    node: 'box',
    what: 'capitals and signs in its kind, and what is longer than sixty letters',
    becomes: 'small letters and hyphens',
  },
  {
    node: 'heading',
    what: 'its id, and one in a list or a quotation',
    becomes: 'an id from its words; a heading after it',
  },
  { node: 'figure', what: 'rights, sizes, renditions and the addresses of pictures', becomes: 'addresses in the file' },
  {
    node: 'figure',
    what: 'one that is the first block of the text',
    becomes: 'the lead picture, where nothing numbers it',
  },
  { node: 'figure', what: 'a picture that could not be had', becomes: 'its description in emphasis' },
  { node: 'inlineImage', what: 'one alone in a paragraph', becomes: 'a figure' },
  { node: 'code', what: 'its language', becomes: 'nothing' },
  { node: 'raw', what: 'all of it', becomes: 'nothing' },
  { node: 'extension', what: 'its name and attributes', becomes: 'its content' },
  { node: 'note', what: 'a note in a note', becomes: 'its words in brackets' },
  { node: 'link', what: 'a link in a link, and one to a place that is no heading', becomes: 'its words' },
  { node: 'span', what: 'a direction, and another variety of the article’s language', becomes: 'the words alone' },
  { node: 'emphasis', what: 'the order in which marks stand in one another', becomes: 'the widest outermost' },
  { node: 'comment', what: 'one in a note; an author called Desk', becomes: 'its words; no author' },
  { node: 'insertion', what: 'the zone of its date, an author called Desk', becomes: 'UTC; no author' },
  { node: 'meta', what: 'what is neither printed nor among the file’s properties', becomes: 'nothing' },
  { node: 'meta', what: 'job, affiliation and place of people, apart from one another', becomes: 'one line' },
]
