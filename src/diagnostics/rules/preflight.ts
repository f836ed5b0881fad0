import type { Rule } from '../rules.js'

/** Rules that a finished PDF is judged by. The help names the clause. */
export const preflightRules = {
  'pdf-unreadable': {
    severity: 'error',
    about: 'A file that is no PDF, or so damaged that nothing can be said about it.',
    help: 'ISO 32000-1 7.5: make the file again',
  },
  'pdf-not-judged': {
    severity: 'warning',
    about: 'A part of a PDF that this checker does not judge, or a file that goes beyond its bounds.',
    help: 'let veraPDF judge this part',
  },
  'pdf-encrypted': {
    severity: 'error',
    about: 'A PDF that is encrypted.',
    help: 'ISO 19005-2 6.1.3: save it without a password and without restrictions',
  },
  'pdf-header': {
    severity: 'error',
    about: 'The first two lines of a PDF.',
    help: 'ISO 19005-2 6.1.2: nothing stands before `%PDF-1.n`, and a comment of four bytes above 127 after it',
  },
  'pdf-trailer-id': {
    severity: 'error',
    about: 'The identifier in a PDF’s trailer.',
    help: 'ISO 19005-2 6.1.3: the trailer needs `ID`, two strings',
  },
  'pdf-after-end': {
    severity: 'error',
    about: 'Data behind the end of a PDF.',
    help: 'ISO 19005-2 6.1.3: nothing but one line end may follow `%%EOF`',
  },
  'pdf-cross-reference': {
    severity: 'error',
    about: 'The table that says where each object stands.',
    help: 'ISO 19005-2 6.1.4: make the file again, or repair it with a PDF tool',
  },
  'pdf-object': {
    severity: 'error',
    about: 'The lines between which an object stands.',
    help: 'ISO 19005-2 6.1.9: single spaces in `12 0 obj`, a line end after it, and one on either side of `endobj`',
  },
  'pdf-string': {
    severity: 'error',
    about: 'Strings written in hexadecimal digits.',
    help: 'ISO 19005-2 6.1.6: an even number of digits and white space, nothing else',
  },
  'pdf-stream': {
    severity: 'error',
    about: 'Streams: their length and the lines around them.',
    help: 'ISO 19005-2 6.1.7.1',
  },
  'pdf-filter': {
    severity: 'error',
    about: 'Ways of packing a stream that PDF/A does not allow.',
    help: 'ISO 19005-2 6.1.7.2: pack with `FlateDecode`',
  },
  'pdf-limit': {
    severity: 'error',
    about: 'Sizes beyond those that every reader handles.',
    help: 'ISO 19005-2 6.1.13',
  },
  'pdf-content': {
    severity: 'error',
    about: 'Errors in the content of a page: unknown operators, unbalanced states, missing resources.',
    help: 'ISO 19005-2 6.2.2, ISO 32000-1 7.8',
  },
  'pdf-marked-content': {
    severity: 'error',
    about: 'Marked content that is not opened and closed in pairs.',
    help: 'ISO 32000-1 14.6: each `BDC` and `BMC` needs its `EMC` in the same content stream',
  },
  'pdf-off-page': {
    severity: 'warning',
    about: 'Text that is set where no page is: it cannot be seen.',
    help: 'ISO 32000-1 14.11.2: move the text into the `MediaBox`, or take it out',
  },
  'pdf-mcid-gap': {
    severity: 'warning',
    about: 'Numbers of marked content that leave gaps.',
    help: 'ISO 32000-1 14.7.4.4: number the marked content of a page from 0 without gaps',
  },
  'pdf-catalog': {
    severity: 'error',
    about: 'Entries of the catalog and of pages that PDF/A forbids.',
    help: 'ISO 19005-2 6.1.12, 6.4.2, 6.10, 6.11: take the entry out',
  },
  'pdf-layer': {
    severity: 'error',
    about: 'Layers (optional content) without a name, or that switch themselves.',
    help: 'ISO 19005-2 6.9, ISO 14289-1 7.10',
  },
  'pdf-form': {
    severity: 'error',
    about: 'Interactive forms that a reader would have to draw.',
    help: 'ISO 19005-2 6.4.1, 6.4.2: give each field its looks',
  },
  'pdf-action': {
    severity: 'error',
    about: 'Actions that run, play or change something: JavaScript, Launch and the like.',
    help: 'ISO 19005-2 6.5: only actions that lead somewhere are allowed',
  },
  'pdf-metadata': {
    severity: 'error',
    about: 'The XMP metadata of a PDF: there, in UTF-8, well-formed.',
    help: 'ISO 19005-2 6.6.2.1, ISO 14289-1 7.1',
  },
  'pdf-extension-schema': {
    severity: 'error',
    about: 'XMP properties that PDF/A does not know and that the file does not describe.',
    help: 'ISO 19005-2 6.6.2.3: describe the property in `pdfaExtension:schemas`',
  },
  'pdf-identification': {
    severity: 'error',
    about: 'Whether a PDF says which part and level of PDF/A it keeps to.',
    help: 'ISO 19005-2 6.6.4: write `pdfaid:part` 2 (3 with attachments) and `pdfaid:conformance` A',
  },
  'pdf-information': {
    severity: 'warning',
    about: 'The Info dictionary and the XMP metadata that do not say the same.',
    help: 'ISO 19005-1 6.7.3: readers show now the one, now the other',
  },
  'pdf-output-intent': {
    severity: 'error',
    about: 'The profile that says what a PDF’s colours mean.',
    help: 'ISO 19005-2 6.2.3, 6.2.4.3: write an output intent `GTS_PDFA1` with an ICC profile for a screen or printer',
  },
  'pdf-colour': {
    severity: 'error',
    about: 'Device colours that no output intent defines.',
    help: 'ISO 19005-2 6.2.4.3: convert the colours to the space of the output intent',
  },
  'pdf-image': {
    severity: 'error',
    about: 'Entries of pictures that PDF/A forbids.',
    help: 'ISO 19005-2 6.2.8',
  },
  'pdf-graphics-state': {
    severity: 'error',
    about: 'Entries of graphics states that PDF/A forbids.',
    help: 'ISO 19005-2 6.2.5, 6.2.10',
  },
  'pdf-font-table': {
    severity: 'error',
    about: 'Fonts whose tables are missing or do not fit together.',
    help: 'ISO 14289-1 7.21.3, 7.21.6; ISO 19005-2 6.2.11.2, 6.2.11.3',
  },
  'pdf-font-embedded': {
    severity: 'error',
    about: 'Fonts that are not in the file.',
    help: 'ISO 14289-1 7.21.4.1, ISO 19005-2 6.2.11.4.1: embed every font, those of page numbers too',
  },
  'pdf-font-width': {
    severity: 'error',
    about: 'Widths in the PDF that differ from those of the embedded font.',
    help: 'ISO 14289-1 7.21.5, ISO 19005-2 6.2.11.5: write each width as the font has it, in thousandths',
  },
  'pdf-glyph': {
    severity: 'error',
    about: 'Characters that are shown and that the embedded font does not have.',
    help: 'ISO 14289-1 7.21.4.1, ISO 19005-2 6.2.11.4.1: embed every glyph that is used',
  },
  'pdf-notdef': {
    severity: 'error',
    about: 'Text that shows the sign for a missing character.',
    help: 'ISO 14289-1 7.21.8, ISO 19005-2 6.2.11.8: use a font that has the character',
  },
  'pdf-unicode': {
    severity: 'error',
    about: 'Text of which nobody can tell the characters.',
    help: 'ISO 14289-1 7.21.7, ISO 19005-2 6.2.11.7: map each code by `ToUnicode`',
  },
  'pdf-annotation': {
    severity: 'error',
    about: 'Annotations that PDF/A does not allow or that have no looks.',
    help: 'ISO 19005-2 6.3.1, 6.3.3; ISO 14289-1 7.18.2',
  },
  'pdf-annotation-flags': {
    severity: 'error',
    about: 'Annotations that would not print or are hidden.',
    help: 'ISO 19005-2 6.3.2: write `F` 4',
  },
  'pdf-destination': {
    severity: 'warning',
    about: 'Links and outline entries that lead nowhere.',
    help: 'ISO 32000-1 12.3.2, 12.3.3, 7.9.6',
  },
  'pdf-attachment': {
    severity: 'error',
    about: 'Attached files that do not say what they are, or that PDF/A-2 does not allow.',
    help: 'ISO 19005-3 6.8: name, media type, relationship, and an `AF` entry; PDF/A-2 takes PDF/A files alone',
  },
  'pdf-attachment-description': {
    severity: 'warning',
    about: 'Attached files without a description.',
    help: 'ISO 14289-1 7.11: say in `Desc` what the file is',
  },
  'pdfua-marked': {
    severity: 'error',
    about: 'Whether a PDF says that it is tagged.',
    help: 'ISO 14289-1 6.2, 7.1; ISO 19005-2 6.7.2.2: write `MarkInfo` with `Marked` true',
  },
  'pdfua-structure': {
    severity: 'error',
    about: 'The structure tree: there, and sound.',
    help: 'ISO 14289-1 7.1, ISO 19005-2 6.7.3: export the document as tagged PDF',
  },
  'pdfua-display-title': {
    severity: 'error',
    about: 'Whether a reader’s window shows the title.',
    help: 'ISO 14289-1 7.1: write `ViewerPreferences` with `DisplayDocTitle` true',
  },
  'pdfua-title': {
    severity: 'error',
    about: 'The title in the XMP metadata.',
    help: 'ISO 14289-1 7.1: write `dc:title`',
  },
  'pdfua-identification': {
    severity: 'error',
    about: 'Whether a PDF says that it keeps to PDF/UA.',
    help: 'ISO 14289-1 5: write `pdfuaid:part` 1',
  },
  'pdfua-language': {
    severity: 'error',
    about: 'Text whose language is not known.',
    help: 'ISO 14289-1 7.2, ISO 19005-2 6.7.4: write `Lang` in the catalog, as in `en-GB`',
  },
  'pdfua-untagged-content': {
    severity: 'error',
    about: 'Content that is neither tagged nor marked as an artifact.',
    help: 'ISO 14289-1 7.1: what matters gets an element, what is furniture is an `Artifact`',
  },
  'pdfua-artifact': {
    severity: 'error',
    about: 'Artifacts inside tagged content, and the reverse.',
    help: 'ISO 14289-1 7.1: close the one before the other begins',
  },
  'pdfua-form': {
    severity: 'error',
    about: 'Forms (reused content) that are tagged and painted more than once.',
    help: 'ISO 14289-1 7.20: content with tags may be painted once',
  },
  'pdfua-role': {
    severity: 'error',
    about: 'Structure types that nobody knows, and role maps that mislead.',
    help: 'ISO 14289-1 7.1, ISO 19005-2 6.7.3.4: map every own type to a standard one, and no standard one',
  },
  'pdfua-nesting': {
    severity: 'error',
    about: 'Elements that stand where they may not: rows outside tables, list items outside lists.',
    help: 'ISO 14289-1 7.2, ISO 32000-1 14.8.4',
  },
  'pdfua-heading': {
    severity: 'error',
    about: 'Headings that skip a level.',
    help: 'ISO 14289-1 7.4: begin with `H1` and go down one level at a time',
  },
  'pdfua-alternative': {
    severity: 'error',
    about: 'Pictures and formulas without words that stand for them.',
    help: 'ISO 14289-1 7.3, 7.7: write `Alt`',
  },
  'pdfua-note': {
    severity: 'error',
    about: 'Notes without an identifier of their own.',
    help: 'ISO 14289-1 7.9: give each `Note` a unique `ID`',
  },
  'pdfua-table': {
    severity: 'error',
    about: 'Tables that are no regular grid.',
    help: 'ISO 14289-1 7.2: with `RowSpan` and `ColSpan` counted, each row has as many columns as the others',
  },
  'pdfua-table-header': {
    severity: 'error',
    about: 'Header cells of which nobody can tell what they head.',
    help: 'ISO 14289-1 7.5: write `Scope` Row, Column or Both, or name the cell by `Headers`',
  },
  'pdfua-mcid': {
    severity: 'error',
    about: 'Marked content and structure elements that do not find one another.',
    help: 'ISO 14289-1 7.1, ISO 32000-1 14.7.4: each MCID stands once on its page and in one element',
  },
  'pdfua-parent-tree': {
    severity: 'error',
    about: 'The way from content and annotations back to their elements.',
    help: 'ISO 32000-1 14.7.4.4: `StructParents` and `StructParent` lead through the `ParentTree` to the element',
  },
  'pdfua-tabs': {
    severity: 'error',
    about: 'The order in which the tab key goes through a page’s links.',
    help: 'ISO 14289-1 7.18.3: write `Tabs` S on each page with annotations',
  },
  'pdfua-link': {
    severity: 'error',
    about: 'Links that are not tagged or do not say where they lead.',
    help: 'ISO 14289-1 7.18.5: a `Link` element refers to the annotation, `Contents` says where it leads',
  },
  'pdfua-annotation': {
    severity: 'error',
    about: 'Annotations and form fields that are not tagged or have no words.',
    help: 'ISO 14289-1 7.18.1, 7.18.4',
  },
} satisfies { [id: string]: Rule }
