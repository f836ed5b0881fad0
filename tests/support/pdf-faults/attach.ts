import { PDFDict, PDFString } from 'pdf-lib'
import type { TaggedPdf } from '../tagged-pdf.js'
import { key } from './change.js'

/** Attaches a text with all that PDF/A-3 asks for, but for what `without` names. */
export function attach({ context, catalog }: TaggedPdf, without: { AFRelationship?: undefined }): void {
  const stream = context.register(
    context.stream('# Ferry talks', {
      Type: 'EmbeddedFile',
      Subtype: 'text/markdown',
      Params: { ModDate: PDFString.of('D:20261123080000Z') } as never,
    }),
  )
  const name = PDFString.of('ferry.md')
  const specification = context.obj({
    Type: 'Filespec',
    F: name,
    UF: name,
    Desc: PDFString.of('The source'),
    EF: { F: stream, UF: stream },
    AFRelationship: 'Source',
  } as never) as unknown as PDFDict
  if ('AFRelationship' in without) specification.delete(key('AFRelationship'))
  const ref = context.register(specification)
  catalog.set(key('AF'), context.obj([ref]))
  catalog.lookup(key('Names'), PDFDict).set(key('EmbeddedFiles'), context.obj({ Names: [name, ref] } as never))
}
