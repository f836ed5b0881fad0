import { attachmentsFaults } from './attachments.js'
import { catalogFaults } from './catalog-and-pages.js'
import { colourFaults } from './colour.js'
import { contentFaults } from './content.js'
import type { PdfFault } from './fault.js'
import { fileFaults } from './file.js'
import { fontsFaults } from './fonts.js'
import { linksFaults } from './links.js'
import { metadataFaults } from './metadata.js'
import { structureFaults } from './structure.js'

/** Faults by the part of the file that they are in. */
export const moreFaults: readonly PdfFault[] = [
  ...catalogFaults,
  ...metadataFaults,
  ...contentFaults,
  ...fontsFaults,
  ...structureFaults,
  ...linksFaults,
  ...colourFaults,
  ...attachmentsFaults,
  ...fileFaults,
]
