import { PDFNumber, PDFString } from 'pdf-lib'
import { element, key, kids, setRole } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of links. */
export const linksFaults: readonly PdfFault[] = [
  {
    name: 'link that no element refers to',
    rule: 'pdfua-link',
    change: parts => kids(element(parts, 'link')).remove(1),
  },
  {
    name: 'link in a paragraph',
    rule: 'pdfua-link',
    judge: '7.18.5-1',
    change: parts => setRole(element(parts, 'link'), 'Span'),
  },
  {
    name: 'link with the key of a page',
    rule: 'pdfua-parent-tree',
    judge: '7.18.5-1',
    change: ({ links }) => links[1]!.set(key('StructParent'), PDFNumber.of(0)),
  },
  {
    name: 'link to a place that is not there',
    rule: 'pdf-destination',
    change: ({ links }) => links[0]!.set(key('Dest'), PDFString.of('nowhere')),
  },
  {
    name: 'sound',
    rule: 'pdf-annotation',
    judge: '6.3.1-1',
    change: ({ links }) => links[1]!.set(key('Subtype'), key('Sound')),
  },
]
