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
  await code(join(root, 'examples', 'river-ports.md'), { width: 470, height: 664, size: 10.6, leading: 15.4 }),
  await paged(join(out, 'river-ports.pdf'), 1),
  await paged(join(scratch, 'river-ports.pdf'), 2),
  await code(join(out, 'feed.xml'), { width: 720, height: 268, size: 12, leading: 17, from: '<item>' }),
  await code(join(out, 'river-ports.jsonld'), { width: 720, height: 268, size: 12, leading: 17, from: '"@type"' }),
]
const labels = ['river-ports.md', 'river-ports.pdf', 'river-ports.docx', 'feed.xml', 'river-ports.jsonld']

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

/** Lines of a text file as a picture, from the first that holds `from`; long ones are broken. */
async function code(file, { width, height, size, leading, from = '' }) {
  const all = readFileSync(file, 'utf8').split('\n')
  const letters = Math.floor((width - 36) / (size * 0.602))
  const lines = all
    .slice(all.findIndex(line => line.includes(from)))
    .flatMap(line => line.match(new RegExp(`.{1,${letters}}(?:\\s|$)|.{1,${letters}}`, 'g')) ?? [''])
    .slice(0, Math.floor((height - 24) / leading))
  const text = lines
    .map((line, index) => `<text x="18" y="${26 + index * leading}" xml:space="preserve">${escaped(line)}</text>`)
    .join('')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><g font-family="DejaVu Sans Mono, monospace" font-size="${size}" fill="#1b1b1d">${text}</g></svg>`,
  )
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
