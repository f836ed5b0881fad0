import { PDFDict, PDFString } from 'pdf-lib'
import { element, key, setRole } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of structure. */
export const structureFaults: readonly PdfFault[] = [
  {
    name: 'type that nobody knows',
    rule: 'pdfua-role',
    judge: '7.1-5',
    change: parts => setRole(element(parts, 'blockQuote'), 'Aside'),
  },
  {
    name: 'role map in a circle',
    rule: 'pdfua-role',
    judge: '7.1-6',
    change: parts => {
      setRole(element(parts, 'blockQuote'), 'Aside')
      parts.catalog
        .lookup(key('StructTreeRoot'), PDFDict)
        .set(key('RoleMap'), parts.context.obj({ Aside: 'Beside', Beside: 'Aside' }))
    },
  },
  {
    name: 'standard type remapped',
    rule: 'pdfua-role',
    judge: '7.1-7',
    change: parts =>
      parts.catalog.lookup(key('StructTreeRoot'), PDFDict).set(key('RoleMap'), parts.context.obj({ BlockQuote: 'P' })),
  },
  {
    name: 'element without a parent',
    rule: 'pdfua-structure',
    judge: '7.1-3',
    change: parts => element(parts, 'h2').delete(key('P')),
  },
  {
    name: 'first heading below H1',
    rule: 'pdfua-heading',
    judge: '7.4.2-1',
    change: parts => setRole(element(parts, 'h1'), 'H2'),
  },
  { name: 'H beside H1', rule: 'pdfua-heading', judge: '7.4.4-2', change: parts => setRole(element(parts, 'h2'), 'H') },
  {
    name: 'row outside a table',
    rule: 'pdfua-nesting',
    judge: '7.2-5',
    change: parts => setRole(element(parts, 'table'), 'Div'),
  },
  {
    name: 'paragraph in a table',
    rule: 'pdfua-nesting',
    judge: '7.2-3',
    change: parts => setRole(element(parts, 'tableCaption'), 'P'),
  },
  {
    name: 'cell outside a row',
    rule: 'pdfua-nesting',
    judge: '7.2-9',
    change: parts => setRole(element(parts, 'row-2'), 'P'),
  },
  {
    name: 'head without body',
    rule: 'pdfua-nesting',
    judge: '7.2-14',
    change: parts => setRole(element(parts, 'tbody'), 'TFoot'),
  },
  {
    name: 'item outside a list',
    rule: 'pdfua-nesting',
    judge: '7.2-17',
    change: parts => setRole(element(parts, 'list'), 'Sect'),
  },
  {
    name: 'paragraph in a list',
    rule: 'pdfua-nesting',
    judge: '7.2-19',
    change: parts => setRole(element(parts, 'item-two'), 'P'),
  },
  {
    name: 'paragraph in a list item',
    rule: 'pdfua-nesting',
    judge: '7.2-20',
    change: parts => setRole(element(parts, 'label-one'), 'P'),
  },
  {
    name: 'entry outside a table of contents',
    rule: 'pdfua-nesting',
    judge: '7.2-26',
    change: parts => setRole(element(parts, 'toc'), 'Sect'),
  },
  {
    name: 'row with too many cells',
    rule: 'pdfua-table',
    judge: '7.2-42',
    change: parts => element(parts, 'td-3').set(key('A'), parts.context.obj({ O: 'Table', ColSpan: 3 })),
  },
  {
    name: 'row with too few cells',
    rule: 'pdfua-table',
    judge: '7.2-43',
    change: parts => element(parts, 'td-3').delete(key('A')),
  },
  {
    name: 'cell that spans past the table',
    rule: 'pdfua-table',
    judge: '7.2-43',
    change: parts =>
      element(parts, 'th-row').set(key('A'), parts.context.obj({ O: 'Table', Scope: 'Row', RowSpan: 4 })),
  },
  {
    name: 'scope of its own making',
    rule: 'pdfua-table-header',
    change: parts => element(parts, 'th-0').set(key('A'), parts.context.obj({ O: 'Table', Scope: 'Col' })),
  },
  {
    name: 'headers that do not exist',
    rule: 'pdfua-table-header',
    change: parts =>
      element(parts, 'td-1').set(key('A'), parts.context.obj({ O: 'Table', Headers: [PDFString.of('nowhere')] })),
  },
  {
    name: 'two notes with one ID',
    rule: 'pdfua-note',
    judge: '7.9-2',
    change: parts => {
      setRole(element(parts, 'blockQuote'), 'Note')
      element(parts, 'blockQuote').set(key('ID'), PDFString.of('note-1'))
    },
  },
]
