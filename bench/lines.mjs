import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { englishWriter } from './corpus/english.mjs'
import { germanParagraphs } from './corpus/german.mjs'
import { seeded } from './corpus/random.mjs'

const root = join(import.meta.dirname, '..')

/** Measures in points, with the size that is set in them, and what loose, hyphenated and ragged may come to, per cent. */
const measures = [
  { width: 430, size: 10.5, most: [1.5, 10, 0] },
  { width: 250, size: 9.8, most: [8, 22, 5] },
  { width: 160, size: 8.8, most: [25, 30, 25] },
]

/** Texts of about 50,000 words: reporting, one full of names and figures, and German with its long words. */
const texts = {
  reporting: { language: 'en-GB', paragraphs: () => english(1, {}) },
  'names, figures, quotations': {
    language: 'en-GB',
    paragraphs: () => english(11, { names: 0.8, figures: 0.4, quotes: 0.4 }),
  },
  German: { language: 'de', paragraphs: () => germanParagraphs(850) },
}

function english(seed, wish) {
  const writer = englishWriter(seeded(seed), wish)
  return Array.from({ length: 850 }, () => writer.paragraph())
}

/** Returns the quality of justified lines as a Markdown section. */
export async function lineQuality() {
  const pdf = await layoutOf(root)
  const rows = []
  for (const [name, { language, paragraphs }] of Object.entries(texts)) {
    const all = paragraphs()
    for (const measure of measures) rows.push(row(name, measure, await judge(pdf, all, language, measure)))
  }
  return [
    '## Lines',
    '',
    'Justified paragraphs in three measures. Loose: lines whose spaces give more than they offer (r > 1), among the justified ones;',
    'seen loose: those in which the gap between two words is over one and a half spaces wide, what letters moved apart and all;',
    'hyphenated: among all lines; ragged: paragraphs that are set so because justifying would be worse.',
    '',
    '| text | measure | lines | loose | seen loose | hyphenated | ragged | most hyphens in a row | hyphen before the last line | last line under 12 pt |',
    '|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
  ].join('\n')
}

function row(
  name,
  { width, size, most },
  { lines, justified, loose, seen, hyphens, ragged, paragraphs, inARow, last, lost },
) {
  const percent = (some, of) => `${((100 * some) / of).toFixed(1)} %`
  const part = (some, of, limit) => `${percent(some, of)} (at most ${limit})`
  return `| ${[
    name,
    `${size} on ${width} pt`,
    lines,
    part(loose, justified, most[0]),
    percent(seen, justified),
    part(hyphens, lines, most[1]),
    part(ragged, paragraphs, most[2]),
    inARow,
    last,
    lost,
  ].join(' | ')} |`
}

/** Sets paragraphs and counts what an editor would mark. */
export async function judge(pdf, paragraphs, language, { width, size }) {
  const { shaper, hyphenator, style } = await pdf.setUp(paragraphs, language, size)
  const found = {
    lines: 0,
    justified: 0,
    loose: 0,
    seen: 0,
    hyphens: 0,
    ragged: 0,
    paragraphs: 0,
    inARow: 0,
    last: 0,
    lost: 0,
  }
  for (const text of paragraphs) {
    const tokens = pdf.shapeSpans([{ text, style, tag: 'Layout' }], shaper)
    const lines = pdf.setParagraph(tokens, {
      width,
      align: 'justify',
      rtl: false,
      firstLine: 0,
      balance: false,
      hyphenator,
    })
    const filled = lines.slice(0, -1)
    const ragged = filled.some(line => line.width < width - 0.5)
    found.paragraphs += 1
    found.lines += lines.length
    if (ragged) found.ragged += 1
    else {
      found.justified += filled.length
      found.loose += filled.filter(line => line.ratio > 1.0001).length
      found.seen += filled.filter(line => widestGap(line) > 1.5).length
    }
    let row = 0
    for (const line of lines) {
      row = line.hyphenated ? row + 1 : 0
      found.inARow = Math.max(found.inARow, row)
      if (line.hyphenated) found.hyphens += 1
    }
    if (lines.at(-2)?.hyphenated) found.last += 1
    if (lines.length > 1 && lines.at(-1).width < 12) found.lost += 1
  }
  return found
}

/** Returns how wide the widest gap between two words of a line is, in spaces as the font has them. */
function widestGap({ placed: { rows, from, to } }) {
  let widest = 0
  for (let i = from + 1; i < to - 1; i++) {
    const { source, glyphs, setting } = rows.fragment[i]
    if (source !== ' ') continue
    widest = Math.max(widest, (rows.width[i] + rows.spacing[i - 1]) / (glyphs.width * setting.scale))
  }
  return widest
}

/** Bundles the layout of paragraphs, which the package does not export. */
async function layoutOf(folder) {
  const out = mkdtempSync(join(folder, '.cache-lines-'))
  const file = join(out, 'lines.mjs')
  try {
    await build({
      stdin: { contents: entry, resolveDir: join(folder, 'src'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: file,
      external: ['sharp', 'satteri'],
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      logLevel: 'error',
    })
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const entry = `
import { nodeHost } from './host/node.js'
import { fontEngine } from './renderers/pdf/fonts/engine.js'
import { FontNeeds, openFaces } from './renderers/pdf/fonts/font-set.js'
import { loadHyphenator } from './renderers/pdf/text/hyphenate.js'
import { StyleSheet } from './renderers/pdf/text/text-style.js'
import { findTemplate } from './templates/find-template.js'
import { templateFolder } from './templates/template-folder.js'
export { setParagraph } from './renderers/pdf/layout/paragraph.js'
export { shapeSpans } from './renderers/pdf/text/shape-spans.js'
export async function setUp(texts, language, size) {
  const sheet = new StyleSheet(await findTemplate('briefing', templateFolder('.', [])))
  const style = { ...sheet.text(sheet.style('body'), language), size }
  const needs = new FontNeeds()
  for (const text of texts) needs.add(text, style)
  const faces = await openFaces(await fontEngine(nodeHost()), sheet, needs)
  return { style, shaper: { faces, direction: 'ltr', missing: () => undefined }, hyphenator: await loadHyphenator(language) }
}
`
