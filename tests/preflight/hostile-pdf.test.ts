import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { PDFArray, PDFDict, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/diagnostics/message.js'
import { preflightPdf } from '../../src/preflight/pdf/preflight-pdf.js'
import { taggedPdf } from '../support/tagged-pdf.js'

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const key = (name: string) => PDFName.of(name)

/** Judges bytes; what never ends, the runner's own limit ends. */
const judge = (bytes: Uint8Array): Promise<Message[]> => preflightPdf(bytes)

/** A file of the objects given, from number 1, without any cross-reference. */
function fileOf(objects: readonly string[], trailer = '<< /Root 1 0 R >>'): Uint8Array {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return ascii(`%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n${body}trailer\n${trailer}\nstartxref\n0\n%%EOF\n`)
}

describe('says what it cannot read', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'the file is empty'],
    ['something else', ascii('# A story\n'), 'this is no PDF'],
    ['a header alone', ascii('%PDF-1.7\n'), 'no document catalog'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'this is no PDF'],
  ])('%s', async (_, bytes, reason) => {
    const messages = await judge(bytes)
    expect(messages.filter(message => message.rule === 'pdf-unreadable')).toMatchObject([
      { reason: expect.stringContaining(reason) },
    ])
  })

  test('an encrypted file, and judges nothing more of it', async () => {
    const messages = await judge(
      fileOf(['<< /Type /Catalog >>'], '<< /Root 1 0 R /Encrypt << /Filter /Standard >> /ID [<00><00>] >>'),
    )
    expect(messages.some(message => message.rule === 'pdf-encrypted')).toBe(true)
    expect(messages.some(message => message.rule.startsWith('pdfua'))).toBe(false)
  })

  test('a file cut off anywhere', async () => {
    const whole = await taggedPdf(() => {}, true)
    for (let part = 1; part < 12; part += 1) {
      const messages = await judge(whole.slice(0, Math.floor((whole.length * part) / 12)))
      expect(messages.some(message => message.severity === 'error')).toBe(true)
    }
  })
})

describe('stays within bounds', () => {
  test('for a stream that unpacks twice, and to far more than any font has', async () => {
    const zeros = deflateSync(Buffer.alloc(2 ** 27, 32), { level: 9 })
    const nested = deflateSync(zeros)
    const bytes = await taggedPdf(parts => {
      const stream = parts.context.stream(new Uint8Array(nested), { Filter: ['FlateDecode', 'FlateDecode'] })
      parts.font.dict.set(key('ToUnicode'), parts.context.register(stream))
    })
    expect((await judge(bytes)).some(message => message.rule === 'pdf-not-judged')).toBe(true)
  })

  test.each(['[', '<</A '])('for %s within one another, a hundred thousand deep', async opening => {
    const messages = await judge(fileOf(['<< /Type /Catalog /Pages 2 0 R >>', opening.repeat(100_000)]))
    expect(messages.some(message => message.rule === 'pdf-not-judged' || message.rule === 'pdf-unreadable')).toBe(true)
  })

  test('for objects that begin inside one another', async () => {
    let body = ''
    for (let number = 3; number < 4000; number += 1) body += `${number} 0 obj [ `
    await judge(fileOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${body}] >>`]))
  })

  test('for streams without an end', async () => {
    const stream = '<< /Length 99999999 >>\nstream\n'
    expect((await judge(fileOf(['<< /Type /Catalog >>', ...new Array(5000).fill(stream)]))).length).toBeGreaterThan(0)
  })

  test('for an array of a million operands and unclosed states', async () => {
    const messages = await judge(
      await taggedPdf(parts => {
        parts.content[1] += `${'q '.repeat(300_000)}[${'1 '.repeat(1_000_000)}] TJ`
      }),
    )
    expect(messages.some(message => message.rule === 'pdf-limit')).toBe(true)
  })
})

describe('follows no circle', () => {
  test('of pages', async () => {
    const messages = await judge(
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] >>',
        '<< /Type /Pages /Kids [2 0 R] >>',
      ]),
    )
    expect(messages.some(message => message.reason === 'it has no page')).toBe(true)
  })

  test('of references and of lengths', async () => {
    await judge(
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R /Lang 3 0 R >>',
        '2 0 R',
        '4 0 R',
        '3 0 R',
        '<< /Length 5 0 R >>\nstream\nx\nendstream',
      ]),
    )
  })

  test('of elements', async () => {
    const bytes = await taggedPdf(parts => {
      const root = parts.catalog.lookup(key('StructTreeRoot'), PDFDict)
      const document = parts.elements.get('document')!
      parts.elements
        .get('blockQuote')!
        .lookup(key('K'), PDFArray)
        .push(root.lookup(key('K'), PDFArray).get(0))
      expect(document).toBeDefined()
    })
    expect((await judge(bytes)).some(message => message.reason.includes('stands in the structure tree twice'))).toBe(
      true,
    )
  })

  test('of forms that paint one another, twice each', async () => {
    const bytes = await taggedPdf(parts => {
      const { context } = parts
      const forms = Array.from({ length: 14 }, () => context.nextRef())
      for (const [index, ref] of forms.entries()) {
        const next = forms[(index + 1) % forms.length]!
        context.assign(
          ref,
          context.stream('/F Do /F Do', {
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 9, 9],
            Resources: { XObject: { F: next } },
          }),
        )
      }
      parts.pages[0]!.lookup(key('Resources'), PDFDict).set(key('XObject'), context.obj({ F: forms[0]! }))
      parts.content[0] += '/Artifact BMC /F Do EMC\n'
    })
    expect((await judge(bytes)).some(message => message.rule === 'pdf-not-judged')).toBe(true)
  })

  test('of outline entries', async () => {
    const bytes = await taggedPdf(parts => {
      const outlines = parts.catalog.lookup(key('Outlines'), PDFDict)
      const first = outlines.lookup(key('First'), PDFDict)
      first.set(key('Next'), outlines.get(key('First'))!)
      first.set(key('Title'), PDFString.of('again'))
    })
    expect((await judge(bytes)).some(message => message.reason === 'the outline runs in a circle')).toBe(true)
  })
})

test('never rejects, whatever bytes are changed', async () => {
  const packed = await taggedPdf(() => {}, true)
  const plain = (await taggedPdf()).slice()
  // The font fills most of the file: changes go to the rest, where the structure is.
  const places = (bytes: Uint8Array) =>
    fc
      .integer({ min: 0, max: bytes.length - 1 })
      .map(at => (at % 3 === 0 ? at : Math.max(0, bytes.length - 1 - (at % 40_000))))
  const damaged = fc.boolean().chain(isPacked => {
    const base = isPacked ? packed : plain
    return fc
      .array(fc.tuple(places(base), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 })
      .map(changes => {
        const bytes = base.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        return bytes
      })
  })
  await fc.assert(
    fc.asyncProperty(damaged, async bytes => {
      for (const message of await preflightPdf(bytes)) expect(message.reason).not.toBe('')
    }),
    { numRuns: 100, seed: 7 },
  )
}, 60_000)
