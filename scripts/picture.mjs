/**
 * Makes the picture of the README from what `npm run demo` left in `out/`: `node scripts/picture.mjs`. Needs pdftoppm and
 * LibreOffice; run it when an example or a template changes.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, 'out', 'river-ports')
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-picture-'))

const page = { width: 470, height: 664 }
const gap = 34

execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', scratch, join(out, 'river-ports.docx')])
const pictures = [
  await paged(join(out, 'river-ports.pdf'), 1),
  await paged(join(out, 'river-ports.pdf'), 2),
  await paged(join(scratch, 'river-ports.pdf'), 1),
  await code('feed.xml'),
  await code('river-ports.jsonld'),
]
const labels = ['river-ports.pdf', '', 'river-ports.docx', 'feed.xml', 'river-ports.jsonld']

const width = 3 * page.width + 4 * gap
const small = { width: (width - 3 * gap) / 2, height: 268 }
const height = page.height + small.height + 3 * gap + 64
const boxes = [
  ...[0, 1, 2].map(index => ({ left: gap + index * (page.width + gap), top: gap + 30, ...page })),
  ...[0, 1].map(index => ({
    left: Math.round(gap + index * (small.width + gap)),
    top: page.height + 2 * gap + 64,
    width: Math.round(small.width),
    height: small.height,
  })),
]
const layers = await Promise.all(
  boxes.map(async (box, index) => ({
    input: await sharp(pictures[index])
      .resize(box.width, box.height, { fit: 'cover', position: 'left top' })
      .png()
      .toBuffer(),
    left: box.left,
    top: box.top,
  })),
)
const frames = boxes
  .map(
    (box, index) =>
      `<rect x="${box.left - 0.5}" y="${box.top - 0.5}" width="${box.width + 1}" height="${box.height + 1}" fill="none" stroke="#c9cbce"/>` +
      `<text x="${box.left}" y="${box.top - 12}" font-family="monospace" font-size="17" fill="#55585c">${labels[index]}</text>`,
  )
  .join('')
const over = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames}</svg>`)
await sharp({ create: { width, height, channels: 3, background: '#f4f1ec' } })
  .composite([...layers, { input: over, left: 0, top: 0 }])
  .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
  .toFile(join(root, 'docs', 'standfirst.png'))

/** One page as a picture. */
async function paged(file, number) {
  const stem = join(scratch, `page-${Math.random().toString(36).slice(2)}`)
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', '-f', String(number), '-l', String(number), file, stem])
  return readFileSync(`${stem}.png`)
}

/** The first lines of a text file as a picture. */
async function code(name) {
  const lines = readFileSync(join(out, name), 'utf8').split('\n').slice(0, 15)
  const text = lines
    .map(
      (line, index) => `<text x="18" y="${30 + index * 17}" xml:space="preserve">${escaped(line.slice(0, 96))}</text>`,
    )
    .join('')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${268}"><rect width="720" height="268" fill="#fff"/><g font-family="DejaVu Sans Mono, monospace" font-size="12" fill="#1b1b1d">${text}</g></svg>`,
  )
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
