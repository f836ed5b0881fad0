import { PDFHexString, PDFNumber, PDFString } from 'pdf-lib'
import { finish, key } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of file. */
export const fileFaults: readonly PdfFault[] = [
  {
    name: 'newer version',
    rule: 'pdf-header',
    judge: '6.1.2-1',
    change: parts => finish(parts, text => text.replace('%PDF-1.7', '%PDF-2.0')),
  },
  {
    name: 'data behind the end',
    rule: 'pdf-after-end',
    judge: '6.1.3-3',
    change: parts => finish(parts, text => `${text}\nmore`),
  },
  {
    name: 'wrong stream length',
    rule: 'pdf-stream',
    judge: '6.1.7.1-1',
    change: parts =>
      finish(parts, text =>
        text.replace(
          /\/Length (\d+)\n>>\nstream\n\/Artifact/,
          (_, length) => `/Length ${Number(length) - 9}\n>>\nstream\n/Artifact`,
        ),
      ),
  },
  {
    name: 'odd hexadecimal string',
    rule: 'pdf-string',
    judge: '6.1.6-1',
    change: ({ info }) => info.set(key('Note'), PDFHexString.of('ABC')),
  },
  {
    name: 'string too long',
    rule: 'pdf-limit',
    judge: '6.1.13-3',
    change: ({ info }) => info.set(key('Note'), PDFString.of('a'.repeat(40_000))),
  },
  {
    name: 'name too long',
    rule: 'pdf-limit',
    judge: '6.1.13-4',
    change: ({ info }) => info.set(key('a'.repeat(130)), PDFNumber.of(1)),
  },
  {
    name: 'LZW',
    rule: 'pdf-filter',
    judge: '6.1.7.2-1',
    change: ({ context }) =>
      void context.register(context.stream(Uint8Array.of(0x80, 0x40, 0x40), { Filter: 'LZWDecode' })),
  },
  {
    name: 'cross-reference that leads astray',
    rule: 'pdf-cross-reference',
    change: parts => finish(parts, text => text.replace(/startxref\n\d+/, 'startxref\n12')),
  },
  {
    name: 'encryption',
    rule: 'pdf-encrypted',
    judge: '6.1.3-2',
    change: parts =>
      finish(parts, text => text.replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 >>\n/Root')),
  },
]
