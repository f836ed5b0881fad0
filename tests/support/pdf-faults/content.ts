import { PDFArray, PDFNumber } from 'pdf-lib'
import { append, element, key, kids, replace } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of content. */
export const contentFaults: readonly PdfFault[] = [
  {
    name: 'mark never closed',
    rule: 'pdf-marked-content',
    judge: '7.1-3',
    change: parts => replace(parts, 0, /EMC\n$/, ''),
  },
  { name: 'mark never opened', rule: 'pdf-marked-content', change: parts => append(parts, 0, 'EMC\n') },
  {
    name: 'artifact in tagged content',
    rule: 'pdfua-artifact',
    judge: '7.1-1',
    change: parts => replace(parts, 1, '60 300 100 40 re f', '/Artifact BMC 60 300 100 40 re f EMC'),
  },
  {
    name: 'tagged content in an artifact',
    rule: 'pdfua-artifact',
    judge: '7.1-2',
    change: parts => {
      replace(parts, 1, /\/Figure <<\/MCID/, '/Artifact BMC\n/Figure <</MCID')
      replace(parts, 1, 're f\nEMC', 're f\nEMC EMC')
    },
  },
  { name: 'MCID twice on a page', rule: 'pdfua-mcid', change: parts => replace(parts, 0, 'MCID 1>>', 'MCID 0>>') },
  {
    name: 'MCID of no element',
    rule: 'pdfua-mcid',
    judge: '7.1-3',
    change: parts => append(parts, 0, '/P <</MCID 77>> BDC 0 0 5 5 re f EMC\n'),
  },
  {
    name: 'gap in the MCIDs',
    rule: 'pdf-mcid-gap',
    judge: '7.1-3',
    change: parts => append(parts, 0, '/P <</MCID 77>> BDC 0 0 5 5 re f EMC\n'),
  },
  {
    name: 'element with content that is not there',
    rule: 'pdfua-mcid',
    change: parts => kids(element(parts, 'h1')).push(PDFNumber.of(55)),
  },
  {
    name: 'content in two elements',
    rule: 'pdfua-mcid',
    change: parts => kids(element(parts, 'h2')).push(kids(element(parts, 'h1')).get(0)),
  },
  {
    name: 'parent tree that leads astray',
    rule: 'pdfua-parent-tree',
    change: parts => {
      const row = parts.parentTree.lookup(1, PDFArray)
      row.set(0, row.get(1))
    },
  },
  {
    name: 'parent tree without a page',
    rule: 'pdfua-parent-tree',
    judge: '7.1-3',
    change: ({ pages }) => pages[1]!.set(key('StructParents'), PDFNumber.of(9)),
  },
  {
    name: 'two pages with one key',
    rule: 'pdfua-parent-tree',
    judge: '7.1-3',
    change: ({ pages }) => pages[1]!.set(key('StructParents'), PDFNumber.of(0)),
  },
  {
    name: 'unknown operator',
    rule: 'pdf-content',
    judge: '6.2.2-1',
    change: parts => append(parts, 0, '/Artifact BMC 1 2 frob EMC\n'),
  },
  { name: 'state saved and not restored', rule: 'pdf-content', change: parts => append(parts, 0, 'q\n') },
  {
    name: 'state saved too deeply',
    rule: 'pdf-limit',
    judge: '6.1.13-8',
    change: parts => append(parts, 0, `${'q '.repeat(30)}${'Q '.repeat(30)}\n`),
  },
  {
    name: 'kerning numbers run together',
    rule: 'pdf-off-page',
    path: /^page 1$/,
    change: parts => replace(parts, 0, /<([0-9A-F]{8})([0-9A-F]+)> Tj/, '[<$1> -227539 <$2>] TJ'),
  },
  { name: 'text above the page', rule: 'pdf-off-page', change: parts => replace(parts, 1, '60 30 Td', '60 3000 Td') },
]
