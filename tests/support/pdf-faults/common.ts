import { PDFNumber } from 'pdf-lib'
import { append, cutXmp, element, key, setRole } from './change.js'
import type { PdfFault } from './fault.js'

/** The eighteen faults that a writer of PDF/UA and PDF/A makes most easily. */
export const commonFaults: readonly PdfFault[] = [
  {
    name: 'no language',
    rule: 'pdfua-language',
    judge: '7.2-34',
    change: ({ catalog }) => catalog.delete(key('Lang')),
  },
  {
    name: 'title not displayed',
    rule: 'pdfua-display-title',
    judge: '7.1-10',
    change: ({ catalog }) => catalog.delete(key('ViewerPreferences')),
  },
  {
    name: 'not marked',
    rule: 'pdfua-marked',
    judge: '6.2-1',
    change: ({ catalog }) => catalog.delete(key('MarkInfo')),
  },
  {
    name: 'figure without alternative',
    rule: 'pdfua-alternative',
    judge: '7.3-1',
    change: parts => element(parts, 'figure').delete(key('Alt')),
  },
  {
    name: 'note without ID',
    rule: 'pdfua-note',
    judge: '7.9-1',
    change: parts => element(parts, 'note').delete(key('ID')),
  },
  {
    name: 'tab order not by structure',
    rule: 'pdfua-tabs',
    path: /^page 1$/,
    judge: '7.18.3-1',
    change: ({ pages }) => pages[0]!.delete(key('Tabs')),
  },
  {
    name: 'skipped heading level',
    rule: 'pdfua-heading',
    judge: '7.4.2-1',
    change: parts => setRole(element(parts, 'h2'), 'H3'),
  },
  {
    name: 'content without a mark',
    rule: 'pdfua-untagged-content',
    path: /^page 2/,
    judge: '7.1-3',
    change: parts => append(parts, 1, '0 0 1 1 re f\n'),
  },
  {
    name: 'no output intent',
    rule: 'pdf-output-intent',
    judge: '6.2.4.3-2',
    change: ({ catalog }) => catalog.delete(key('OutputIntents')),
  },
  {
    name: 'no ToUnicode',
    rule: 'pdf-unicode',
    judge: '7.21.7-1',
    change: ({ font }) => font.dict.delete(key('ToUnicode')),
  },
  {
    name: 'link without Contents',
    rule: 'pdfua-link',
    judge: '7.18.5-2',
    change: ({ links }) => links[0]!.delete(key('Contents')),
  },
  {
    name: 'no identifier',
    rule: 'pdf-trailer-id',
    judge: '6.1.3-1',
    change: ({ context }) => void delete context.trailerInfo.ID,
  },
  {
    name: 'no CIDToGIDMap',
    rule: 'pdf-font-table',
    judge: '7.21.3.2-1',
    change: ({ font }) => font.descendant.delete(key('CIDToGIDMap')),
  },
  {
    name: 'annotation that does not print',
    rule: 'pdf-annotation-flags',
    path: /^page 1, object \d+$/,
    judge: '6.3.2-2',
    change: ({ links }) => links[0]!.set(key('F'), PDFNumber.of(0)),
  },
  {
    name: 'no PDF/UA identification',
    rule: 'pdfua-identification',
    judge: '5-1',
    change: parts => cutXmp(parts, /<pdfuaid:part>1<\/pdfuaid:part>/),
  },
  {
    name: 'no extension schema',
    rule: 'pdf-extension-schema',
    judge: '6.6.2.3.1-1',
    change: parts => cutXmp(parts, /<pdfaExtension:schemas>.*<\/pdfaExtension:schemas>/s),
  },
  {
    name: 'link without StructParent',
    rule: 'pdfua-link',
    judge: '7.18.5-1',
    change: ({ links }) => links[1]!.delete(key('StructParent')),
  },
  {
    name: 'header cell without scope',
    rule: 'pdfua-table-header',
    path: /\(TH\)$/,
    change: parts => element(parts, 'th-1').delete(key('A')),
  },
]
