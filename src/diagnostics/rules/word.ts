import type { Rule } from '../rules.js'

/** Rules that a finished Word file is judged by, whoever made it. */
const judgedRules = {
  'docx-unreadable': {
    severity: 'error',
    about: 'A file that is no Word file, or so damaged that nothing can be said about it.',
    help: 'open it in Word or LibreOffice and save it again as .docx',
  },
  'docx-part': {
    severity: 'error',
    about: 'A part of the package that is named and missing, or of no kind.',
    help: 'ISO/IEC 29500-2, 6.2 and 6.5: make the file again',
  },
  'docx-order': {
    severity: 'error',
    about: 'An element out of its order, or twice where it may stand once.',
    help: 'ISO/IEC 29500-4, annex A: write it where the schema has it',
  },
  'docx-value': {
    severity: 'error',
    about: 'A value that an attribute cannot have.',
    help: 'ISO/IEC 29500-1, 17.18',
  },
  'docx-style': {
    severity: 'error',
    about: 'A style that is used, or based on, and nowhere defined.',
    help: 'define the style, or use one that is there',
  },
  'docx-list': {
    severity: 'error',
    about: 'A list that is used and nowhere defined.',
    help: 'ISO/IEC 29500-1, 17.9.15: define it by `w:num`',
  },
  'docx-cell': {
    severity: 'error',
    about: 'A table’s cell without a paragraph at its end: Word calls such a file corrupt.',
    help: 'ISO/IEC 29500-1, 17.4.65: end each cell in a paragraph',
  },
  'docx-bookmark': {
    severity: 'error',
    about: 'Bookmarks that share a name or do not end, and links to none.',
    help: 'ISO/IEC 29500-1, 17.13.6',
  },
  'docx-drawing': {
    severity: 'error',
    about: 'Drawings that share a number.',
    help: 'ISO/IEC 29500-1, 20.4.2.5: number them through',
  },
  'docx-note': {
    severity: 'error',
    about: 'Notes and comments that are cited and missing, cited twice, or not cited.',
    help: 'ISO/IEC 29500-1, 17.11 and 17.13.4',
  },
  'docx-note-order': {
    severity: 'warning',
    about: 'Notes that stand in another order than they are cited in: LibreOffice shows them under the wrong marks.',
    help: 'write the notes in the order of their marks',
  },
  'docx-field': {
    severity: 'warning',
    about: 'Fields that show nothing, or make Word ask on opening.',
    help: 'write the result beside the instruction, and mark no field for an update',
  },
  'docx-compatibility': {
    severity: 'warning',
    about: 'A file that Word opens in “Compatibility Mode”.',
    help: 'set `compatibilityMode` to 15 in the settings',
  },
  'docx-title': {
    severity: 'warning',
    about: 'A file that names no title in its properties.',
    help: 'fill in the title in the file’s properties',
  },
  'docx-language': {
    severity: 'warning',
    about: 'Text whose language is not known.',
    help: 'set the language for proofing',
  },
  'docx-alt': {
    severity: 'warning',
    about: 'Pictures without a description.',
    help: 'describe the picture, or mark it as decoration',
  },
  'docx-floating': {
    severity: 'warning',
    about: 'Pictures that float beside the text.',
    help: 'set the picture in line with the text',
  },
  'docx-table-head': {
    severity: 'warning',
    about: 'Tables without a head row.',
    help: 'mark the first row: “Repeat as header row”',
  },
  'docx-heading-order': {
    severity: 'warning',
    about: 'Headings that skip a level.',
    help: 'begin with level 1 and go down one level at a time',
  },
  'docx-blank': {
    severity: 'warning',
    about: 'Blank paragraphs that make space.',
    help: 'take them out, and set the space in the style',
  },
} satisfies { [id: string]: Rule }

/** Rules about what a Word file can hold, and those that one is judged by. */
export const wordRules = {
  ...judgedRules,
  'word-picture': {
    severity: 'loss',
    about: 'A picture that Word does not show, or not upright, and nothing at hand to convert it.',
    help: 'save the picture upright as PNG or JPEG, or install `sharp`',
  },
  'word-drawing': {
    severity: 'loss',
    about: 'An SVG with text in a script that the shipped fonts lack: programs that show its pixels show boxes there.',
    help: 'turn the text of the drawing into outlines, or save it as PNG',
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
  'word-editor': {
    severity: 'loss',
    about: 'The name of an editor that is longer than Word takes.',
    help: 'sign changes and comments with a shorter name',
  },
  'word-letterhead': {
    severity: 'warning',
    about: 'Something of a letterhead that a Word file made on it does not have, or a style that it was said to have.',
  },
  'word-raw': {
    severity: 'loss',
    about: 'Markup for another format, which a Word file cannot hold.',
  },
} satisfies { [id: string]: Rule }
