import type { Rule } from '../rules.js'

/** Rules about reading Word files. */
export const wordReaderRules = {
  'word-file': {
    severity: 'error',
    about:
      'A file that is no Word document, or one that is not opened: encrypted, with macros, strict, or built to do harm.',
    help: 'open the file in Word or LibreOffice and save it again as .docx',
  },
  'word-style': {
    severity: 'info',
    about: 'A paragraph style that has no meaning for an article.',
    help: 'name what it stands for in the option `styles`, for example `"House Pull": "Pull Quote"`',
  },
  'word-left-out': {
    severity: 'loss',
    about:
      'Something in a Word file that an article has no place for: a chart, an embedded object, hidden text, the merging of cells.',
  },
  'word-running': {
    severity: 'info',
    about: 'Words in the head or the foot of a Word file’s pages: every format sets its own from the metadata.',
  },
  'word-target': {
    severity: 'warning',
    about: 'A link to a place in the file that is no heading, or to an address that may not be followed.',
  },
  'word-title': {
    severity: 'warning',
    about: 'A Word file that names no title.',
    help: 'give the title the style `Title`, or fill in the title in the file’s properties',
  },
} satisfies { [id: string]: Rule }
