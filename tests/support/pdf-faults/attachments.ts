import { attach } from './attach.js'
import { cutXmp, key } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of attachments. */
export const attachmentsFaults: readonly PdfFault[] = [
  { name: 'text attached to PDF/A-2', rule: 'pdf-attachment', judge: '6.8-5', change: parts => attach(parts, {}) },
  {
    name: 'attachment without a relationship',
    rule: 'pdf-attachment',
    change: parts => {
      cutXmp(parts, /part>2</, 'part>3<')
      attach(parts, { AFRelationship: undefined })
    },
  },
  {
    name: 'attachment that belongs to nothing',
    rule: 'pdf-attachment',
    change: parts => {
      cutXmp(parts, /part>2</, 'part>3<')
      attach(parts, {})
      parts.catalog.delete(key('AF'))
    },
  },
]
