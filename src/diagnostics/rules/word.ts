import type { Rule } from '../rules.js'

/** Rules about what a Word file can hold. */
export const wordRules = {
  'word-picture': {
    severity: 'loss',
    about: 'A picture of a kind that Word does not show, and nothing at hand to convert it.',
    help: 'save the picture as PNG or JPEG, or install `sharp`',
  },
  'word-link': {
    severity: 'warning',
    about: 'A link to a place that the article does not have: its words stay, the link goes.',
    help: 'link to the id of a heading of this article',
  },
  'word-note': {
    severity: 'loss',
    about: 'A footnote inside a footnote, which Word does not have.',
    help: 'bring the inner note into the text of the outer one',
  },
  'word-comment': {
    severity: 'loss',
    about: 'A comment where Word keeps none.',
    help: 'move the comment into the running text',
  },
  'word-raw': {
    severity: 'loss',
    about: 'Markup for another format, which a Word file cannot hold.',
  },
} satisfies { [id: string]: Rule }
