import { PDFArray, PDFDict } from 'pdf-lib'
import { key, replace } from './change.js'
import type { PdfFault } from './fault.js'

/** Faults of colour. */
export const colourFaults: readonly PdfFault[] = [
  {
    name: 'CMYK',
    rule: 'pdf-colour',
    path: /^page 2$/,
    judge: '6.2.4.3-3',
    change: parts => replace(parts, 1, '0.2 0.4 0.6 rg', '0 0 0 1 k'),
  },
  {
    name: 'transparency mixed in CMYK',
    rule: 'pdf-colour',
    path: /^page 2$/,
    judge: '6.2.4.3-3',
    change: ({ pages, context }) => {
      pages[1]!.set(key('Group'), context.obj({ S: 'Transparency', CS: 'DeviceCMYK' }))
    },
  },
  {
    name: 'profile that is none',
    rule: 'pdf-output-intent',
    judge: '6.2.3-1',
    change: ({ catalog, context }) => {
      catalog
        .lookup(key('OutputIntents'), PDFArray)
        .lookup(0, PDFDict)
        .set(key('DestOutputProfile'), context.register(context.stream('no profile', { N: 3 })))
    },
  },
  {
    name: 'blend mode that is none',
    rule: 'pdf-graphics-state',
    judge: '6.2.10-1',
    change: parts => {
      const resources = parts.pages[0]!.lookup(key('Resources'), PDFDict)
      resources.set(key('ExtGState'), parts.context.obj({ G1: { BM: 'Glow' } }))
      parts.content[0] += '/G1 gs\n'
    },
  },
  {
    name: 'smoothed picture',
    rule: 'pdf-image',
    judge: '6.2.8-3',
    change: parts => {
      const image = parts.context.stream(Uint8Array.of(0), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 1,
        Height: 1,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
        Interpolate: true,
      })
      parts.pages[0]!.lookup(key('Resources'), PDFDict).set(
        key('XObject'),
        parts.context.obj({ I1: parts.context.register(image) }),
      )
      parts.content[0] += '/Artifact BMC /I1 Do EMC\n'
    },
  },
]
