import type { Rule } from '../rules.js'

/** Rules about articles written as Markdown: what does not come back from it as it was. */
export const markdownRules = {
  'markdown-nesting': {
    severity: 'loss',
    about: 'A note in a link or in another note, or a link in a link, which Markdown cannot nest.',
  },
  'markdown-speaker': {
    severity: 'loss',
    about: 'A speaker’s line that is printed otherwise than its name and role, where only those can be written.',
  },
  'markdown-empty': {
    severity: 'info',
    about: 'A block with nothing in it, which Markdown cannot write.',
  },
  'markdown-spacing': {
    severity: 'loss',
    about: 'A list whose items Markdown sets closer together or further apart than the article says.',
  },
  'markdown-task': {
    severity: 'loss',
    about: 'A task whose item does not begin with a paragraph, which alone can carry the box.',
  },
  'markdown-picture': {
    severity: 'loss',
    about: 'Sizes and renditions of a picture, or a picture alone in a paragraph of text.',
  },
  'markdown-heading': {
    severity: 'loss',
    about: 'A heading whose rank Markdown cannot keep: deeper than five, or below a rank that is missing.',
  },
  'markdown-heading-id': {
    severity: 'info',
    about: 'A heading whose id differs from the one that its words make; links inside the article follow it.',
  },
  'markdown-link': {
    severity: 'loss',
    about: 'A link to a place in the article that is no heading.',
  },
  'markdown-likeness': {
    severity: 'loss',
    about:
      'Words in emphasis that look like a credit, a dateline or a speaker’s line, which the reader would take them for.',
  },
  'markdown-code': {
    severity: 'loss',
    about: 'The name of a code block’s language, where it is more than one word.',
  },
  'markdown-raw': {
    severity: 'loss',
    about: 'Markup for one output format, of which Markdown keeps only HTML, read again through an allow-list.',
  },
  'markdown-extension': {
    severity: 'loss',
    about: 'A plugin’s node whose name or attributes a directive cannot carry.',
  },
  'markdown-characters': {
    severity: 'loss',
    about: 'Control characters and halves of characters, which no text file can hold.',
    help: 'take the characters out of the source',
  },
  'markdown-field': {
    severity: 'loss',
    about: 'A field of the metadata that front matter cannot carry as it is.',
  },
} satisfies { [id: string]: Rule }
