import type { Rule } from '../rules.js'

/** Rules about what a PDF can hold. */
export const pdfRules = {
  'pdf-character': {
    severity: 'loss',
    about: 'A character that no available font has: it is set as its code, `U+210B`, and read back as itself.',
    help: 'install the font package named beside this program, or give a font file with `--font`',
  },
  'pdf-font': {
    severity: 'error',
    about: 'A text of which so much is in a script without a font that nobody could read the PDF.',
    help: 'install the font package named beside this program, give a font file with `--font`, or leave the PDF out with `--to`',
  },
  'pdf-family': {
    severity: 'warning',
    about:
      'A font family that a template names, or the form of Han characters that a language has, is not at hand: the text is set in another.',
    help: 'give its files with `--font` or as `fonts` of the configuration, or install its package beside this program',
  },
  'pdf-font-rights': {
    severity: 'warning',
    about: 'A font whose maker does not allow it to be embedded, which every PDF needs: another is used.',
    help: 'give a font that may be embedded',
  },
  'pdf-alt': {
    severity: 'loss',
    about: 'A picture’s description that is longer than a PDF can hold.',
    help: 'say in a few sentences what the picture shows, and the rest in the text',
  },
  'pdf-picture': {
    severity: 'loss',
    about:
      'A picture in a form that a PDF cannot hold and that could not be converted: its description stands in its place.',
    help: 'save the picture as JPEG or PNG; WebP, AVIF, GIF and pictures for print (CMYK) need the package `sharp` installed',
  },
  'pdf-attach': {
    severity: 'loss',
    about:
      'Something that the PDF was to carry and that is not to be had, such as the text of an article saved as data.',
    help: 'export from the Markdown, or leave it out of `pdf.attach`',
  },
  'pdf-drawing': {
    severity: 'loss',
    about: 'An SVG with pictures that lie outside it: it is set without them.',
    help: 'put the pictures into the SVG itself, as `data:` addresses',
  },
  'pdf-moving': {
    severity: 'loss',
    about: 'A picture of several frames: a PDF shows the first.',
  },
  'pdf-raw': {
    severity: 'loss',
    about: 'Markup for another format, which a PDF cannot hold.',
    help: 'write the same in Markdown, if the PDF should have it',
  },
  'pdf-link': {
    severity: 'warning',
    about: 'A link to a heading that the article does not have, or to an address longer than a PDF can hold.',
    help: 'name the id of a heading, as `standfirst inspect` shows it, or a shorter address',
  },
  'pdf-table-wide': {
    severity: 'info',
    about: 'A table too wide for the page even in small letters: it was turned, or set in parts below each other.',
    help: 'leave out columns, or swap rows and columns',
  },
  'pdf-comment': {
    severity: 'info',
    about: 'An editor’s comment, which is not for readers.',
  },
} satisfies { [id: string]: Rule }
