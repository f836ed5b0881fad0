import { PDFString } from 'pdf-lib'
import { cutXmp, key } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of metadata. */
export const metadataFaults: readonly PdfFault[] = [
  { name: 'no metadata', rule: 'pdf-metadata', judge: '7.1-8', change: parts => cutXmp(parts, /^.*$/s) },
  { name: 'broken metadata', rule: 'pdf-metadata', judge: '6.6.2.1-4', change: parts => cutXmp(parts, /<\/rdf:RDF>/) },
  { name: 'no title', rule: 'pdfua-title', judge: '7.1-9', change: parts => cutXmp(parts, /<dc:title>.*<\/dc:title>/) },
  {
    name: 'no PDF/A part',
    rule: 'pdf-identification',
    judge: '6.6.4-1',
    change: parts => cutXmp(parts, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/),
  },
  {
    name: 'PDF/A level that is not tagged',
    rule: 'pdf-identification',
    judge: '6.6.4-3',
    change: parts => cutXmp(parts, /conformance>A</, 'conformance>B<'),
  },
  {
    name: 'unknown property',
    rule: 'pdf-extension-schema',
    judge: '6.6.2.3.1-1',
    change: parts =>
      cutXmp(
        parts,
        /<pdf:Producer>/,
        '<desk:slug xmlns:desk="https://example.org/desk">ferry</desk:slug><pdf:Producer>',
      ),
  },
  {
    name: 'two titles',
    rule: 'pdf-information',
    change: ({ info }) => info.set(key('Title'), PDFString.of('Something else')),
  },
  {
    name: 'two dates',
    rule: 'pdf-information',
    change: ({ info }) => info.set(key('CreationDate'), PDFString.of("D:20261123080000+01'00'")),
  },
  {
    name: 'packet header with encoding',
    rule: 'pdf-metadata',
    judge: '6.6.2.1-3',
    change: parts => cutXmp(parts, / id="W5M0/, ' encoding="UTF-8" id="W5M0'),
  },
]
