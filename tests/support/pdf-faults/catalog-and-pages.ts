import { PDFBool, PDFDict, PDFString } from 'pdf-lib'
import { element, key } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of catalog and pages. */
export const catalogFaults: readonly PdfFault[] = [
  {
    name: 'no structure tree',
    rule: 'pdfua-structure',
    judge: '7.1-11',
    change: ({ catalog }) => catalog.delete(key('StructTreeRoot')),
  },
  {
    name: 'suspect tags',
    rule: 'pdfua-marked',
    judge: '7.1-4',
    change: ({ catalog }) => catalog.lookup(key('MarkInfo'), PDFDict).set(key('Suspects'), PDFBool.True),
  },
  {
    name: 'language that is no tag',
    rule: 'pdfua-language',
    judge: '7.2-29',
    change: ({ catalog }) => catalog.set(key('Lang'), PDFString.of('English, British')),
  },
  {
    name: 'element language that is no tag',
    rule: 'pdfua-language',
    path: /\(BlockQuote\)$/,
    judge: '7.2-29',
    change: parts => element(parts, 'blockQuote').set(key('Lang'), PDFString.of('french_FR')),
  },
  {
    name: 'JavaScript on opening',
    rule: 'pdf-action',
    judge: '6.5.1-1',
    change: ({ catalog, context }) =>
      catalog.set(key('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
  },
  {
    name: 'Launch action',
    rule: 'pdf-action',
    judge: '6.5.1-1',
    change: ({ links, context }) => links[1]!.set(key('A'), context.obj({ S: 'Launch', F: PDFString.of('a.exe') })),
  },
  {
    name: 'additional actions of a page',
    rule: 'pdf-action',
    judge: '6.5.2-2',
    change: ({ pages, context }) => pages[0]!.set(key('AA'), context.obj({ O: { S: 'Named', N: 'NextPage' } })),
  },
  {
    name: 'layer without a name',
    rule: 'pdf-layer',
    judge: '7.10-1',
    change: ({ catalog, context }) => catalog.set(key('OCProperties'), context.obj({ OCGs: [], D: {} })),
  },
  {
    name: 'page of no size',
    rule: 'pdf-limit',
    judge: '6.1.13-11',
    change: ({ pages, context }) => pages[1]!.set(key('MediaBox'), context.obj([0, 0, 2, 2])),
  },
]
