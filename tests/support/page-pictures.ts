import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect } from 'vitest'
import { root } from './corpus.js'
import { readPdf } from './pdf-text.js'

/**
 * Pages of a file beside stored pictures. Rasterisers differ by a shade, so two pages count as equal where few
 * pixels differ much. A page that differs is drawn into `store/`, which Git ignores: the new page, and both laid over each
 * other. `STORE_PAGES=1` writes the stored pictures anew: look at them before you commit them.
 */
const pages = join(root, 'tests/visual/pages')
const store = join(root, 'tests/visual/store')
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-pages-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const resolution = 64
/** Shares of a page's pixels that may differ by more than `step` of 255. */
const tolerated = { share: 0.004, step: 80 }
const hasRasteriser = spawnSync('pdftoppm', ['-v']).status === 0

/** Fails where the pages of a file, or so many of its first, do not look as they were stored under a name. */
export async function expectStoredPages(pdf: Uint8Array, name: string, first?: number): Promise<void> {
  if (hasRasteriser && process.env.STORE_PAGES) await storePages(rasterise(pdf, name, first), name)
  const stored = readdirSync(pages).filter(file => isPageOf(file, name))
  const count = (await readPdf(pdf)).pages
  expect(first === undefined ? count : Math.min(count, first)).toBe(stored.length)
  // Without a rasteriser there is nothing to look at; the number of pages is compared all the same.
  if (!hasRasteriser) return
  const differing: string[] = []
  for (const file of rasterise(pdf, name, first)) if (await differs(file)) differing.push(file)
  expect(differing, `see ${store}`).toEqual([])
}

/** `contents-1.png` is a page of `contents`, `contents-long-1.png` is none. */
function isPageOf(file: string, name: string): boolean {
  return file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1))
}

/** Writes the pages as grey PNG files into the scratch folder and returns their names. */
function rasterise(pdf: Uint8Array, name: string, first?: number): string[] {
  const file = join(scratch, `${name}.pdf`)
  writeFileSync(file, pdf)
  const some = first === undefined ? [] : ['-l', String(first)]
  const done = spawnSync('pdftoppm', ['-r', String(resolution), ...some, '-gray', '-png', file, join(scratch, name)])
  expect(done.status, String(done.stderr)).toBe(0)
  return readdirSync(scratch).filter(each => isPageOf(each, name))
}

/** Sixteen greys are enough to tell pages apart, and small. */
async function storePages(files: string[], name: string): Promise<void> {
  mkdirSync(pages, { recursive: true })
  for (const old of readdirSync(pages)) if (isPageOf(old, name)) rmSync(join(pages, old))
  for (const file of files)
    await sharp(join(scratch, file)).png({ palette: true, colours: 16, effort: 10 }).toFile(join(pages, file))
}

async function differs(file: string): Promise<boolean> {
  if (!existsSync(join(pages, file))) return true
  const [now, then] = await Promise.all([pixels(join(scratch, file)), pixels(join(pages, file))])
  const sameSize = now.info.width === then.info.width && now.info.height === then.info.height
  const count = now.data.reduce(
    (sum, value, at) => sum + (Math.abs(value - (then.data[at] ?? 0)) > tolerated.step ? 1 : 0),
    0,
  )
  if (sameSize && count / now.data.length <= tolerated.share) return false
  mkdirSync(store, { recursive: true })
  writeFileSync(join(store, file), readFileSync(join(scratch, file)))
  if (sameSize) await drawDifference(now, then, join(store, file.replace('.png', '-difference.png')))
  return true
}

async function pixels(file: string): Promise<{ data: Uint8Array; info: { width: number; height: number } }> {
  // A slight blur, so that a line which another rasteriser snaps to the next pixel does not count.
  return sharp(file).greyscale().blur(0.6).raw().toBuffer({ resolveWithObject: true })
}

/** What is new is drawn in red, what is gone in blue, what stayed in grey. */
async function drawDifference(
  now: { data: Uint8Array; info: { width: number; height: number } },
  then: { data: Uint8Array },
  file: string,
): Promise<void> {
  const colours = new Uint8Array(now.data.length * 3)
  now.data.forEach((value, at) => {
    const before = then.data[at] ?? 255
    const light = 255 - (255 - Math.max(value, before)) / 2
    // Darker now: blue and green fade. Darker before: red and green fade.
    const [gained, lost] = [Math.max(0, before - value), Math.max(0, value - before)]
    colours.set(
      [light - lost, light - gained - lost, light - gained].map(each => Math.max(0, each)),
      at * 3,
    )
  })
  await sharp(colours, { raw: { width: now.info.width, height: now.info.height, channels: 3 } })
    .png()
    .toFile(file)
}
