import { key, replace, replaceStream } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of fonts. */
export const fontsFaults: readonly PdfFault[] = [
  {
    name: 'font not embedded',
    rule: 'pdf-font-embedded',
    judge: '7.21.4.1-1',
    change: ({ font }) => font.descriptor.delete(key('FontFile2')),
  },
  {
    name: 'wrong widths',
    rule: 'pdf-font-width',
    judge: '7.21.5-1',
    change: ({ font }) => font.descendant.delete(key('W')),
  },
  {
    name: 'missing character shown',
    rule: 'pdf-notdef',
    judge: '7.21.8-1',
    change: parts => replace(parts, 0, /<([0-9A-F]{4})/, '<0000'),
  },
  {
    name: 'glyph that the font does not have',
    rule: 'pdf-glyph',
    judge: '7.21.4.1-2',
    change: parts => replace(parts, 0, /<([0-9A-F]{4})/, '<FF00'),
  },
  {
    name: 'ToUnicode to nothing',
    rule: 'pdf-unicode',
    judge: '7.21.7-2',
    change: parts => replaceStream(parts, parts.font.dict, 'ToUnicode', text => text.replace(/> <0065>/, '> <0000>')),
  },
  {
    name: 'ToUnicode to private use',
    rule: 'pdf-unicode',
    judge: '6.2.11.7.3-1',
    change: parts => replaceStream(parts, parts.font.dict, 'ToUnicode', text => text.replace(/> <0065>/, '> <E001>')),
  },
  {
    name: 'ToUnicode with a hole',
    rule: 'pdf-unicode',
    judge: '7.21.7-1',
    change: parts =>
      replaceStream(parts, parts.font.dict, 'ToUnicode', text => text.replace(/<[0-9A-F]+> <0065>\n/, '')),
  },
  {
    name: 'no CIDSystemInfo',
    rule: 'pdf-font-table',
    change: ({ font }) => font.descendant.delete(key('CIDSystemInfo')),
  },
  {
    name: 'unknown encoding',
    rule: 'pdf-font-table',
    judge: '7.21.3.3-1',
    change: ({ font }) => font.dict.set(key('Encoding'), key('Private-H')),
  },
]
