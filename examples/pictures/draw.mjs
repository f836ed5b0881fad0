/**
 * Draws the pictures of the examples: `node examples/pictures/draw.mjs`.
 *
 * Each is written as SVG, which is the source, and rendered to what the articles use. Lettering is turned into outlines of
 * Source Sans 3, so that the result does not depend on the fonts of the machine.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as harfbuzz from 'harfbuzzjs'
import sharp from 'sharp'

const require = createRequire(import.meta.url)
const ink = '#1b1b1d'
const grey = '#55585c'
const hairline = '#d3d5d8'
const accent = '#9b2d20'

const faces = {
  regular: face('400Regular/SourceSans3_400Regular'),
  semibold: face('600SemiBold/SourceSans3_600SemiBold'),
}

await write('freight-rates', freightChart(), 'png')
await write('harbour', harbour([0, 150, 1600, 730]), 'jpg')
await write('../newsroom/lighthouse', harbour([1030, 384, 490, 216]), 'jpg')
await write('ice-road', iceRoad(), 'jpg')
await write('ice-days', iceDays())

async function write(name, svg, type) {
  const at = new URL(`${name}.`, import.meta.url)
  if (!name.startsWith('..')) writeFileSync(new URL(`${at.href}svg`), svg)
  if (!type) return
  const image = sharp(Buffer.from(svg))
  const bytes =
    type === 'jpg'
      ? await image.flatten({ background: '#10243a' }).jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer()
      : await image
          .flatten({ background: '#ffffff' })
          .png({ compressionLevel: 9, palette: true, quality: 100 })
          .toBuffer()
  writeFileSync(new URL(`${at.href}${type}`), bytes)
}

/** A line chart, 391 pt wide in print at 4 px a point. */
function freightChart() {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct']
  const series = [
    { name: 'River', values: [100, 98, 99, 97, 101, 112, 129, 150, 171, 168], colour: accent, width: 7.5, dash: '' },
    { name: 'Rail', values: [100, 100, 101, 102, 102, 104, 105, 106, 108, 109], colour: grey, width: 6, dash: '4 15' },
  ]
  const [width, height, left, right, top, bottom] = [1564, 450, 2, 190, 46, 66]
  const x = index => left + 76 + (index * (width - left - 76 - right)) / (months.length - 1)
  const y = value => top + ((180 - value) * (height - top - bottom)) / 100
  const parts = []
  for (const value of [80, 100, 120, 140, 160, 180]) {
    const base = value === 80
    parts.push(
      `<path d="M${left} ${y(value)}H${width - right + 30}" stroke="${base ? ink : hairline}" stroke-width="${base ? 3 : 2}"/>`,
      base ? '' : lettering(String(value), left, y(value) - 9, 33, grey),
    )
  }
  months.forEach((month, index) => {
    parts.push(
      `<path d="M${x(index)} ${y(80)}v10" stroke="${ink}" stroke-width="2"/>`,
      lettering(month, x(index), y(80) + 50, 33, grey, 'middle'),
    )
  })
  for (const { name, values, colour, width: stroke, dash } of series) {
    const points = values.map((value, index) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join('L')
    const last = values.at(-1)
    parts.push(
      `<path d="M${points}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="${dash}"/>`,
      `<circle cx="${x(values.length - 1)}" cy="${y(last)}" r="9" fill="${colour}"/>`,
      lettering(`${name} ${last}`, x(values.length - 1) + 24, y(last) + 12, 36, colour, 'start', faces.semibold),
    )
  }
  return svgFile('Freight rates, January to October 2026', width, height, parts)
}

/** A bar chart for a column of 232 pt, 4 px a point: days in a winter on which a road over ice was open. */
function iceDays() {
  const decades = ['1930s', '', '50s', '', '70s', '', '90s', '', '2010s', '']
  const days = [94, 97, 91, 99, 88, 83, 71, 62, 44, 23]
  const [width, height, bottom, step] = [930, 660, 60, 93]
  const y = value => height - bottom - value * 5.4
  const parts = days.map((value, index) => {
    const last = index === days.length - 1
    const x = 6 + index * step
    const label =
      index === 0 || last
        ? lettering(String(value), x + 33, y(value) - 14, 36, last ? accent : ink, 'middle', faces.semibold)
        : ''
    return `<rect x="${x}" y="${y(value)}" width="66" height="${(value * 5.4).toFixed(1)}" fill="${last ? accent : '#8c9298'}"/>${label}${lettering(decades[index], x + 33, height - 14, 33, grey, 'middle')}`
  })
  parts.push(`<path d="M0 ${height - bottom}H${width}" stroke="${ink}" stroke-width="3"/>`)
  // Shown at a third: 310 px are the 232 pt of a column.
  return svgFile('Days with an open road over the ice', 310, 220, parts, [0, 0, width, height])
}

/** A frozen lake before sunrise: a far shore, a line of stakes that runs to it, and one walker. */
function iceRoad() {
  const [width, height, shore] = [1950, 1000, 430]
  const ridge = (base, rise, seed, colour) => {
    const points = []
    for (let x = 0; x <= width; x += 10) {
      const wave =
        Math.sin(x / 310 + seed) + 0.5 * Math.sin(x / 121 + seed * 2.3) + 0.22 * Math.sin(x / 47 + seed * 4.1)
      points.push(`${x} ${(base - rise * (wave + 1.4) * 0.45).toFixed(1)}`)
    }
    return `<path d="M0 ${shore + 6}V${base}L${points.join('L')}V${shore + 6}Z" fill="${colour}"/>`
  }
  const spruces = Array.from({ length: 210 }, (_, index) => {
    const x = (width * ((index * 0.7548776662) % 1)).toFixed(0)
    const tall = 16 + 30 * ((index * 0.5698402909) % 1)
    return `<path d="M${x - tall * 0.22} ${shore + 3}L${x} ${(shore - tall).toFixed(1)}l${(tall * 0.22).toFixed(1)} ${(tall + 3).toFixed(1)}z" fill="#2b3a42"/>`
  })
  // Each stake is nearer by the same part: so they stand in a line that runs away from the eye.
  const stakes = Array.from({ length: 15 }, (_, index) => {
    const near = 0.72 ** index
    const [x, y] = [1250 - 980 * near, shore + 8 + 620 * near]
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}v${(-250 * near - 5).toFixed(1)}" stroke="#3a3431" stroke-width="${(11 * near + 1).toFixed(1)}"/><path d="M${(x - 10 * near).toFixed(1)} ${y.toFixed(1)}q${(120 * near).toFixed(1)} ${(16 * near).toFixed(1)} ${(330 * near).toFixed(1)} ${(5 * near).toFixed(1)}" stroke="#8fa2ac" stroke-opacity=".5" stroke-width="${(8 * near + 0.6).toFixed(1)}" fill="none"/>`
  })
  const cracks = Array.from({ length: 26 }, (_, index) => {
    const depth = ((index * 0.5698402909) % 1) ** 1.6
    const x = width * ((index * 0.7548776662 + 0.2) % 1)
    const y = shore + 24 + depth * 520
    const reach = 60 + 360 * depth
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)}l${(reach * 0.4).toFixed(0)} ${(6 * depth + 2).toFixed(1)}l${(reach * 0.35).toFixed(0)} ${(-9 * depth).toFixed(1)}l${(reach * 0.5).toFixed(0)} ${(14 * depth).toFixed(1)}" stroke="#fbfdfd" stroke-opacity="${(0.2 + 0.4 * depth).toFixed(2)}" stroke-width="${(0.8 + 3 * depth).toFixed(1)}" fill="none"/>`
  })
  const parts = [
    `<defs>
<linearGradient id="dawn" x2="0" y2="1"><stop offset="0" stop-color="#9fb3c2"/><stop offset=".55" stop-color="#cfd6d6"/><stop offset="1" stop-color="#eddcc6"/></linearGradient>
<linearGradient id="ice" x2="0" y2="1"><stop offset="0" stop-color="#d8dcd8"/><stop offset=".3" stop-color="#b4c3ca"/><stop offset="1" stop-color="#6f8b99"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff1d6" stop-opacity=".9"/><stop offset="1" stop-color="#fff1d6" stop-opacity="0"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="11"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .5 -.2"/></filter>
</defs>`,
    `<rect width="${width}" height="${shore + 6}" fill="url(#dawn)"/>`,
    `<ellipse cx="1430" cy="${shore}" rx="760" ry="210" fill="url(#glow)"/>`,
    ridge(400, 150, 0.9, '#a9b8c0'),
    ridge(418, 92, 2.6, '#7f929c'),
    ridge(426, 44, 4.4, '#4c606a'),
    ...spruces,
    `<rect y="${shore}" width="${width}" height="${height - shore}" fill="url(#ice)"/>`,
    `<ellipse cx="1430" cy="${shore + 30}" rx="560" ry="90" fill="url(#glow)" opacity=".55"/>`,
    ...cracks,
    ...stakes,
    '<g fill="#1f262b"><path d="M1014 686q-2-44 14-52 14 8 13 52l-3 62h-8l-3-44-4 44h-8z"/><circle cx="1028" cy="622" r="11"/><path d="M1016 616q12-14 24 0l-1 5h-22z"/></g><path d="M1002 758l58-176" stroke="#1f262b" stroke-width="4"/><path d="M1012 750q60 12 150 2" stroke="#5d7683" stroke-opacity=".6" stroke-width="9" fill="none"/>',
    `<rect width="${width}" height="${height}" filter="url(#grain)" opacity=".3"/>`,
  ]
  return svgFile('A road over ice', width, 920, parts, [0, 40, width, 920])
}

/** A harbour at dusk, or a part of it: hills in layers, a lighthouse, a ferry and a broken pier, with a little grain. */
function harbour([left, top, shownWidth, shownHeight]) {
  const [width, height] = [1600, 900]
  const hill = (base, rise, seed, colour) => {
    const points = []
    for (let x = 0; x <= width; x += 20) {
      const wave =
        Math.sin(x / 190 + seed) + 0.55 * Math.sin(x / 83 + seed * 2.1) + 0.25 * Math.sin(x / 37 + seed * 3.7)
      points.push(`${x} ${(base - rise * (wave + 1.2) * 0.5).toFixed(1)}`)
    }
    return `<path d="M0 ${height}L${points.join('L')}L${width} ${height}Z" fill="${colour}"/>`
  }
  const glints = Array.from({ length: 90 }, (_, index) => {
    const x = Math.round(width * ((index * 0.7548776662) % 1)) - 60
    const depth = (index * 0.5698402909) % 1
    const y = 610 + depth * 270
    return `<path d="M${x} ${y.toFixed(1)}h${(30 + 130 * depth).toFixed(1)}" stroke="#f4cfa0" stroke-opacity="${(0.05 + 0.1 * (1 - depth)).toFixed(3)}" stroke-width="${(1.5 + 3 * depth).toFixed(2)}" stroke-linecap="round"/>`
  })
  const windows = (x, y, count, step) =>
    Array.from(
      { length: count },
      (_, index) => `<rect x="${x + index * step}" y="${y}" width="13" height="11" rx="2" fill="#ffd993"/>`,
    ).join('')
  const piles = Array.from(
    { length: 9 },
    (_, index) => `<path d="M${40 + index * 74} 690v${88 - index * 2}" stroke="#0a141f" stroke-width="15"/>`,
  )
  const parts = [
    `<defs>
<linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#16314d"/><stop offset=".34" stop-color="#55607f"/><stop offset=".55" stop-color="#c98a72"/><stop offset=".68" stop-color="#f0bd84"/></linearGradient>
<linearGradient id="sea" x2="0" y2="1"><stop offset="0" stop-color="#a98078"/><stop offset=".22" stop-color="#5f6377"/><stop offset="1" stop-color="#14283c"/></linearGradient>
<radialGradient id="lamp"><stop offset="0" stop-color="#fff3d0"/><stop offset=".2" stop-color="#ffe3a3" stop-opacity=".6"/><stop offset="1" stop-color="#ffe3a3" stop-opacity="0"/></radialGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#ffe9b8" stop-opacity=".9"/><stop offset=".5" stop-color="#ffd9a0" stop-opacity=".35"/><stop offset="1" stop-color="#ffd9a0" stop-opacity="0"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".85" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .55 -.2"/></filter>
</defs>`,
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>`,
    '<ellipse cx="1010" cy="600" rx="620" ry="210" fill="url(#sun)"/>',
    hill(585, 150, 0.4, '#7b7286'),
    hill(596, 96, 2.2, '#565b74'),
    hill(604, 52, 4.1, '#36435c'),
    '<path d="M1236 560l10-118h26l10 118z" fill="#e9e2d8"/><path d="M1241 505l3-32h30l3 32z" fill="#9b2d20"/><rect x="1240" y="418" width="38" height="26" fill="#1c2a3b"/><path d="M1236 418h46l-23-20z" fill="#1c2a3b"/>',
    '<circle cx="1259" cy="431" r="120" fill="url(#lamp)"/>',
    `<rect y="592" width="${width}" height="${height - 592}" fill="url(#sea)"/>`,
    '<path d="M1140 600q30-34 74-38 50-10 92 4 40 8 66 34z" fill="#1c2a3b"/><path d="M1244 604h30l22 130h-74z" fill="#ffe3a3" fill-opacity=".13"/>',
    ...glints,
    '<path d="M650 640h560l-46 74H706z" fill="#101c29"/><path d="M650 640h560l-7 12H657z" fill="#9b2d20"/><rect x="720" y="584" width="410" height="56" fill="#e6e0d6"/><rect x="772" y="540" width="270" height="44" fill="#d8d2c8"/><rect x="800" y="508" width="96" height="32" fill="#c9c3ba"/><rect x="944" y="470" width="52" height="70" fill="#9b2d20"/><rect x="944" y="470" width="52" height="14" fill="#101c29"/>',
    windows(740, 602, 19, 20),
    windows(790, 556, 12, 20),
    '<path d="M706 716h458l-70 46H770z" fill="#0d1823" fill-opacity=".35"/>',
    '<path d="M0 672h640l-14 24H0z" fill="#16222f"/><path d="M0 668h648v8H0z" fill="#2a394a"/>',
    ...piles,
    '<path d="M640 672l44 40-14 12-52-36z" fill="#16222f"/><path d="M700 770l46-92" stroke="#0a141f" stroke-width="13"/><path d="M792 800l14-66" stroke="#0a141f" stroke-width="12"/>',
    '<path d="M120 668V560" stroke="#16222f" stroke-width="9"/><circle cx="120" cy="556" r="11" fill="#ffe9bd"/><circle cx="120" cy="556" r="80" fill="url(#lamp)"/><path d="M420 668V566" stroke="#16222f" stroke-width="8"/><circle cx="420" cy="562" r="9" fill="#ffe9bd"/><circle cx="420" cy="562" r="66" fill="url(#lamp)"/>',
    `<rect width="${width}" height="${height}" filter="url(#grain)" opacity=".35"/>`,
  ]
  const scale = 1600 / shownWidth
  return svgFile('A harbour at dusk', 1600, Math.round(shownHeight * scale), parts, [
    left,
    top,
    shownWidth,
    shownHeight,
  ])
}

function svgFile(title, width, height, parts, shown = [0, 0, width, height]) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${shown.join(' ')}">\n<title>${title}</title>\n${parts.filter(Boolean).join('\n')}\n</svg>\n`
}

function face(path) {
  const file = readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${path}.ttf`))
  return new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(file)))
}

/** Returns text as outlines, its baseline at x, y. */
function lettering(text, x, y, size, colour, anchor = 'start', font = faces.regular) {
  const buffer = new harfbuzz.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  harfbuzz.shape(font, buffer)
  const scale = size / 1000
  let pen = 0
  const glyphs = buffer.getGlyphInfosAndPositions().map(glyph => {
    const outline = `<path transform="translate(${pen} 0)" d="${font.glyphToPath(glyph.codepoint)}"/>`
    pen += glyph.xAdvance
    return outline
  })
  const shift = anchor === 'middle' ? pen / 2 : 0
  return `<g fill="${colour}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale} ${-scale}) translate(${-shift} 0)">${glyphs.join('')}</g>`
}
