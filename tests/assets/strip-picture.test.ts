import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { article, figure } from '../../src/article/build.js'
import { judge } from '../../src/assets/load-asset.js'
import type { PictureType } from '../../src/assets/media-type.js'
import { pngChunk } from '../../src/assets/png/png-file.js'
import { riffChunk, riffChunks } from '../../src/assets/riff-chunks.js'
import { stripPicture } from '../../src/assets/strip-picture.js'
import { replaceDrawingText } from '../../src/assets/svg/drawing-text.js'
import type { Asset } from '../../src/host/host.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { textContext, textOf } from '../support/text-context.js'

const mark = 'SECRETPLACE'
const text = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'))
const has = (bytes: Uint8Array, value: string) => Buffer.from(bytes).includes(value)

/** Red beside blue, so that a turn is seen. */
function photo() {
  const blue = { create: { width: 20, height: 20, channels: 3, background: '#1133cc' } } as const
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#cc3311' } }).composite([
    { input: blue, left: 20, top: 0 },
  ])
}

const meant = (orientation: number) =>
  photo()
    .withExif({ IFD0: { ImageDescription: mark }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 0/1' } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${mark}</note></x:xmpmeta>`)
    .withMetadata({ orientation, exif: { IFD0: { ImageDescription: mark } } })

/** A GIF of two frames that goes on for ever, with a comment, a plain text and an application's data between them. */
async function gif(): Promise<Uint8Array> {
  const frames = await sharp(Buffer.alloc(20 * 20 * 3, 90), { raw: { width: 20, height: 20, channels: 3 } })
    .gif()
    .toBuffer()
  const head = 13 + 3 * 2 ** ((frames[10]! & 7) + 1)
  const frame = frames.subarray(frames.indexOf(0x2c, head), -1)
  const block = (value: string) => Buffer.concat([Buffer.of(value.length), text(value)])
  return Buffer.concat([
    frames.subarray(0, head),
    ...[Buffer.of(0x21, 0xff), block('NETSCAPE2.0'), Buffer.of(3, 1, 0, 0, 0)],
    ...[Buffer.of(0x21, 0xfe), block(mark), Buffer.of(0)],
    ...[Buffer.of(0x21, 0xff), block('XMP DataXMP'), block(mark), Buffer.of(0)],
    ...[Buffer.of(0x21, 0xf9, 4, 4, 9, 0, 0, 0), frame],
    ...[Buffer.of(0x21, 0x01), block('            '), block(mark), Buffer.of(0)],
    ...[frame, Buffer.of(0x3b), text(mark)],
  ])
}

const avifBox = (type: string) => Buffer.concat([Buffer.of(0, 0, 0, 8 + mark.length), text(type), text(mark)])

/** Everything that programs write into a drawing of their own, the mark in each place. */
function drawing(photograph: Buffer): string {
  const inside = `<svg xmlns="http://www.w3.org/2000/svg"><title>${mark}</title></svg>`
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Drawn by ${mark} -->
<?xpacket ${mark}?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/"> <!-- ]> ${mark} -->
]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="&ns_extend;"
  xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  inkscape:export-filename="/home/${mark}/a > b.png" x:extends='${mark}' width="40" height="20" viewBox="0 0 40 20">
  <title>${mark}</title><desc>${mark}</desc>
  <metadata><rdf:RDF><rdf:Description><title>${mark}</title></rdf:Description></rdf:RDF></metadata>
  <style>@import "C:\\${mark}.css"; /* ${mark} */ .a { fill: #1133cc; } <![CDATA[ .b { fill: #cc3311 } /* ${mark} */ ]]></style>
  <linearGradient id="g"><stop stop-color="#fff"/></linearGradient>
  <g id="${mark}" class="${mark}" data-name="${mark}" style="clip-path:url(&quot;file:///home/${mark}.svg#a&quot;)"><path fill="url(#g)" d="M0 0h1v1z"/></g>
  <inkscape:page><rect width="40" height="20" id="${mark}"/></inkscape:page>
  <rect class="a" inkscape:label="${mark}" width="20" height="20"/><rect class="b" x="20" width="12" height="20"/>
  <image xlink:href="data:image/jpeg;base64,${photograph.toString('base64')}" x="32" width="8" height="8"/>
  <image xlink:href="data:image/svg+xml,${encodeURIComponent(inside)}" x="32" y="9" width="8" height="8"/>
  <image xlink:href="file:///home/${mark}.png" width="1" height="1"/><script>${mark}</script>
</svg><!-- ${mark} -->`
}

async function marked(type: PictureType, orientation = 1): Promise<Uint8Array> {
  switch (type) {
    case 'image/jpeg':
      return Buffer.concat([await meant(orientation).jpeg().toBuffer(), text(mark)])
    case 'image/webp':
      return meant(orientation).webp({ lossless: true }).toBuffer()
    case 'image/png': {
      const png = await meant(orientation).png().toBuffer()
      const notes = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map(kind => pngChunk(kind, text(`Comment\0${mark}`)))
      return Buffer.concat([png.subarray(0, 33), ...notes, png.subarray(33), text(mark)])
    }
    case 'image/avif':
      return Buffer.concat([
        await meant(1).avif({ lossless: true, effort: 0 }).toBuffer(),
        avifBox('uuid'),
        avifBox('free'),
        text(mark),
      ])
    case 'image/svg+xml':
      return text(drawing((await marked('image/jpeg')) as Buffer))
    default:
      return gif()
  }
}

const kinds: PictureType[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml']
const pixels = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer()
const assetOf = (bytes: Uint8Array): Asset => {
  const judged = judge('x', bytes)
  if ('refused' in judged) throw new Error(judged.refused)
  return judged.asset
}

describe.each(kinds)('%s', type => {
  test('keeps its pixels, and nothing that was written beside them', async () => {
    const source = await marked(type)
    expect(has(source, mark)).toBe(true)
    const stripped = stripPicture(source, type)!
    expect(has(stripped, mark)).toBe(false)
    // An AVIF still names the items that it held.
    if (type !== 'image/avif') expect([has(stripped, 'Exif'), has(stripped, 'EXIF')]).toEqual([false, false])
    expect(Buffer.compare(await pixels(stripped), await pixels(source))).toBe(0)
    expect(stripPicture(stripped, type)).toEqual(stripped)
    expect(assetOf(stripped).moves).toBe(assetOf(source).moves)
  })

  test('is without them in a page that it is written into', async () => {
    const source = await marked(type)
    const { context } = textContext(htmlRenderer, { options: { images: 'embed' } })
    const load = async () => assetOf(source)
    const page = await textOf(
      await htmlRenderer.render(article({}, [figure({ url: 'x', alt: 'A' })]), { ...context, load }),
    )
    const written = Buffer.from(/base64,([^"]+)/.exec(page)![1]!, 'base64')
    expect(has(written, mark)).toBe(false)
    expect(Buffer.compare(await pixels(written), await pixels(source))).toBe(0)
  })

  test('that is broken gives a broken one or nothing, and never its mark', async () => {
    const source = await marked(type)
    for (let at = 0; at < source.length; at += 3) {
      const cut = stripPicture(source.slice(0, at), type)
      expect(cut === undefined || !has(cut, mark)).toBe(true)
      const changed = source.slice()
      changed[at] = 0xff - changed[at]!
      expect(() => stripPicture(changed, type)).not.toThrow()
    }
  })
})

describe.each(['image/jpeg', 'image/png', 'image/webp'] as const)('a turned %s', type => {
  test.each([3, 6, 8])('keeps orientation %i and nothing else of its EXIF', async orientation => {
    const source = await marked(type, orientation)
    const stripped = stripPicture(source, type, orientation)!
    expect(has(stripped, mark)).toBe(false)
    const { width, height } = assetOf(source)
    expect(assetOf(stripped)).toMatchObject({ orientation, width, height })
    expect((await sharp(stripped).metadata()).orientation).toBe(orientation)
    const upright = (bytes: Uint8Array) => sharp(bytes).rotate().raw().toBuffer()
    expect(Buffer.compare(await upright(stripped), await upright(source))).toBe(0)
  })
})

test('a WebP announces what it holds, and its size', async () => {
  const source = await marked('image/webp', 6)
  const head = (bytes: Uint8Array) => [...riffChunks(bytes)].find(({ type }) => type === 'VP8X')!.chunk[0]! & 0x0c
  const whole = (bytes: Uint8Array) => Buffer.from(bytes).readUInt32LE(4) + 8 === bytes.length
  expect(head(source)).toBe(0x0c)
  expect(head(stripPicture(source, 'image/webp')!)).toBe(0)
  const turned = stripPicture(source, 'image/webp', 6)!
  expect([head(turned), whole(turned)]).toEqual([0x08, true])
  expect(riffChunk('ABCD', Uint8Array.of(1))).toHaveLength(10)
})

test('a GIF is repeated as before', async () => {
  const stripped = stripPicture(await gif(), 'image/gif')!
  expect(await sharp(stripped, { animated: true }).metadata()).toMatchObject({ pages: 2, loop: 0 })
})

test('an AVIF says no more where, when and how it was taken, and is opened as before', async () => {
  const { exif, xmp } = await sharp(stripPicture(await marked('image/avif'), 'image/avif')!).metadata()
  expect([exif?.includes('GPS') ?? false, exif?.includes(mark) ?? false, xmp?.includes(mark) ?? false]).toEqual([
    false,
    false,
    false,
  ])
})

test('a drawing keeps what is seen as it is written, and its pictures lose what theirs said', async () => {
  const stripped = Buffer.from(stripPicture(await marked('image/svg+xml'), 'image/svg+xml')!).toString()
  expect(stripped).toContain('<rect class="a" width="20" height="20"/><rect class="b" x="20" width="12" height="20"/>')
  expect(stripped).toContain('<g style="clip-path:none"><path fill="url(#g)" d="M0 0h1v1z"/></g>')
  expect(stripped).toContain('<linearGradient id="g">')
  expect(stripped).toMatch(/<!DOCTYPE.*ns_extend/s)
  const [photograph, inside] = [...stripped.matchAll(/base64,([^"]*)/g)].map(([, data]) => Buffer.from(data!, 'base64'))
  expect([has(photograph!, mark), has(photograph!, 'Exif')]).toEqual([false, false])
  expect(await pixels(photograph!)).toEqual(await pixels(await marked('image/jpeg')))
  expect(inside!.toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
})

test.each([
  `<style>#lo.big{fill:red}</style><g id="lo" class="big"/>`,
  `<style>#grün{fill:red}.--a{fill:red}</style><g id="grün"/><g class="--a"/>`,
  `<style>.md\\:x{fill:red}</style><rect class="md:x"/>`,
  `<g id="caf&#233;"/><use href="#café"/>`,
  `<g id="café"/><use href="#caf&#233;"/>`,
  `<g id="g"/><rect style="fill:url(&apos;#g&apos;)"/><rect style="fill:url(&#34;#g&#34;)"/>`,
])('what something in a drawing goes by stays: %s', inside => {
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
  expect(Buffer.from(stripPicture(Buffer.from(source), 'image/svg+xml')!).toString()).toBe(source)
})

test('what stands in for an address that is taken out of a drawing stays', () => {
  const drawn = (paint: string) => `<svg xmlns="http://www.w3.org/2000/svg"><path fill="${paint}" d="M0 0h1v1z"/></svg>`
  const after = (paint: string) => Buffer.from(stripPicture(text(drawn(paint)), 'image/svg+xml')!).toString()
  expect(after('url(other.svg#g) red')).toBe(drawn('red'))
  expect(after('url(&quot;other.svg#g&quot;) #f00')).toBe(drawn('#f00'))
  expect(after('url(other.svg#g)')).toBe(drawn('none'))
  expect(after('url(#g) red')).toBe(drawn('url(#g) red'))
})

test.each([
  `@import url('https://fonts.example/css2?family=A:wght@400;700&amp;display=swap');`,
  `@import "a;b.css" print;`,
  `@import url(https://fonts.example/?a=1&amp;b=2);`,
])('a style sheet goes on behind what it names by its address: %s', imported => {
  const drawn = (style: string) => `<svg xmlns="http://www.w3.org/2000/svg"><style>${style}</style><g class="a"/></svg>`
  const stripped = stripPicture(text(drawn(`${imported}.a{fill:red}`)), 'image/svg+xml')!
  expect(Buffer.from(stripped).toString()).toBe(drawn('.a{fill:red}'))
})

test.each([
  ['addresses', `<style>${'url('.repeat(50_000)}</style>`],
  ['names', `<style>${'#'.repeat(200_000)}</style>`],
  ['spaces', `<text text-anchor=${' '.repeat(100_000)}"x">a</text>`],
])('a drawing with very many %s is read in a moment', (_, inside) => {
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
  expect(stripPicture(text(source), 'image/svg+xml')).toBeDefined()
  expect(replaceDrawingText(source, piece => piece)).toHaveLength(source.length)
})

test.each(['<svg><g></svg>', '<svg', '<svg><!-- a', '<svg a="1></svg>', '<svg></svg></svg>', '<svg><![CDATA[</svg>'])(
  'a drawing whose tags do not match is none: %s',
  source => expect(stripPicture(text(source), 'image/svg+xml')).toBeUndefined(),
)

test('a drawing in another encoding is written in UTF-8', () => {
  const source = '<?xml version="1.0" encoding="iso-8859-1"?><svg><text>caf\u00e9</text></svg>'
  expect(Buffer.from(stripPicture(text(source), 'image/svg+xml')!).toString()).toBe('<svg><text>café</text></svg>')
})

test.each([
  `<use fill="url(&apos;#2a&apos;)"/>`,
  `<use fill='url( "#2a" )'/>`,
  `<use href=" #2a"/>`,
  `<style>[id="2a"]{fill:red}</style>`,
  `<set begin="2a.click"/>`,
])('what a drawing goes by keeps its name: %s', use => {
  const source = `<svg><g id="2a"></g><g id="Layer"></g>${use}</svg>`
  expect(Buffer.from(stripPicture(text(source), 'image/svg+xml')!).toString()).toContain('<g id="2a"></g>')
})
