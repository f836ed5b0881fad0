import { describe, expect, test } from 'vitest'
import { article, figure, paragraph } from '../../../src/article/build.js'
import { withShippedFamilies } from '../../../src/assets/svg/families.js'
import { withFontsNamed } from '../../../src/assets/svg/fonts.js'
import { isDict, isName, isStream, type PdfDict } from '../../../src/preflight/pdf/file/objects.js'
import { PdfFile } from '../../../src/preflight/pdf/file/pdf-file.js'
import { preflightPdf } from '../../../src/preflight/pdf/preflight-pdf.js'
import { fitInto } from '../../../src/renderers/pdf/drawing/fit-into.js'
import { makePdf } from '../../support/pdf-context.js'

const svg = (content: string, attributes = 'width="200" height="100"') =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  )}`
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Sets a drawing as a figure; what its file holds, by the subtype of each object, and the operators of all its forms. */
async function set(url: string) {
  const { bytes, messages } = await makePdf(
    article({ title: 'Drawings' }, [paragraph('Text.'), figure({ url, alt: 'A drawing' })]),
  )
  expect(await preflightPdf(bytes)).toEqual([])
  const file = new PdfFile(bytes)
  const kinds: string[] = []
  let operators = ''
  let masks = 0
  for (const number of file.objectNumbers()) {
    const value = file.object(number)
    const dict: PdfDict | undefined = isStream(value) ? value.dict : isDict(value) ? value : undefined
    const kind = dict?.get('Subtype')
    if (isName(kind)) kinds.push(kind.name)
    if (isStream(value) && isName(kind) && kind.name === 'Form') {
      operators += Buffer.from(file.data(value).bytes).toString('latin1')
      const states = file.dict(file.dict(value.dict.get('Resources'))?.get('ExtGState'))
      for (const state of states?.values() ?? []) if (file.dict(state)?.has('SMask')) masks++
    }
  }
  return {
    messages,
    operators,
    masks,
    forms: kinds.filter(kind => kind === 'Form').length,
    images: kinds.filter(kind => kind === 'Image').length,
  }
}

const naskh = {
  program: new Uint8Array(),
  family: 'Naskh',
  characters: new Set('\u0645\u0646'),
  lags: () => [],
  joins: () => false,
  covers: () => true,
}

describe('an SVG is set as vectors', () => {
  test('its shapes with their colours, strokes and places', async () => {
    const { operators, forms, images } = await set(
      svg(
        '<style>.a{fill:#ff0000}</style><g transform="translate(10 20)"><rect class="a" width="40" height="30"/></g><path d="M0 0Q50 50 100 0" fill="none" stroke="blue" stroke-width="3" stroke-dasharray="4 2"/>',
      ),
    )
    expect({ forms, images }).toEqual({ forms: 1, images: 0 })
    expect(operators).toMatch(/1 0 0 1 10 20 cm\n/)
    expect(operators).toMatch(/1 0 0 rg\n/)
    expect(operators).toMatch(/3 w 0 J 0 j 4 M \[4 2\] 0 d\n0 0 m\n33\.33333 33\.33333 66\.66667 33\.33333 100 0 c\nS/)
  })

  test('text of every script in the fonts that stories are set in, and says what no font has', async () => {
    const { operators, messages } = await set(
      svg('<title>\u{1e900}</title><text y="50">\u0645\u064a\u0646\u0627\u0621</text>'),
    )
    expect(messages).toEqual([])
    // Boxes are straight; the letters of Arabic are not.
    expect(operators).toMatch(/ c\n/)
    const { messages: lacking } = await set(svg('<text y="50">&#x1E900;</text>'))
    expect(lacking).toMatchObject([{ rule: 'pdf-character', reason: expect.stringMatching(/U\+1E900.*Adlam.*boxes/) }])
  })

  test('text that is shaped together as runs of one font', () => {
    const named = withFontsNamed('<a:svg><a:text>A \u0645\u064e &#x646; 7</a:text><b>\u0645</b></a:svg>', [naskh])
    expect(named).toBe(
      `<a:svg><a:text>A <a:tspan style="font-family:'Naskh'">\u0645\u064e \u0646 </a:tspan>7</a:text><b>\u0645</b></a:svg>`,
    )
  })

  test('letters that are put together at their full width, wherever the text is anchored', () => {
    const text = (piece: string) => `<g text-anchor="middle"><text>${piece}</text></g>`
    const wide = { ...naskh, joins: () => true, lags: (): [number, number][] => [[2, 0.5]] }
    expect(withFontsNamed(text('\u0645\u0646\u0645'), [wide])).toBe(
      text(
        `<tspan style="font-family:'Naskh'" dx="-0.25em">\u0645\u0646</tspan><tspan style="font-family:'Naskh'" dx="0.5em">\u0645</tspan>`,
      ),
    )
  })

  test('and says of which texts the letters may come apart', async () => {
    const { messages } = await set(
      svg('<text y="20">\u0b95 Port</text><text y="40">Port \u0b95\u0bc1</text><text y="60">\u0b95 \u0915</text>'),
    )
    expect(messages.map(({ reason }) => /“(.*)”/.exec(reason)?.[1])).toEqual(['Port \u0b95\u0bc1', '\u0b95 \u0915'])
  })

  test('text as outlines of the fonts that ship', async () => {
    const { operators, images } = await set(svg('<text y="50" font-family="Georgia">Rates</text>'))
    expect(images).toBe(0)
    expect(operators.split(' c\n').length + operators.split(' l\n').length).toBeGreaterThan(40)
  })

  test('gradients; where their stops are clear, through a mask', async () => {
    const gradient = (opacity: string) =>
      svg(
        `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity="${opacity}"/></linearGradient><rect width="100" height="50" fill="url(#g)"/>`,
      )
    const solid = await set(gradient('1'))
    expect(solid.operators).toMatch(/\/Pattern cs \/P1 scn/)
    expect([solid.masks, solid.images]).toEqual([0, 0])
    expect((await set(gradient('.2'))).masks).toBe(1)
  })

  test('clips, groups, masks, patterns and pictures', async () => {
    const { operators, masks, images } = await set(
      svg(`<clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath><mask id="m"><rect width="50" height="50" fill="white"/></mask>
        <pattern id="p" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="2" height="5"/></pattern>
        <rect width="100" height="100" clip-path="url(#c)" fill="teal"/><g opacity=".5"><rect width="9" height="9"/></g>
        <rect width="60" height="60" mask="url(#m)"/><rect x="100" width="50" height="50" fill="url(#p)"/>
        <image width="20" height="20" xlink:href="${pixel}"/>`),
    )
    expect(operators).toMatch(/W n\n/)
    expect(masks).toBe(1)
    expect(images).toBeGreaterThan(0)
  })

  test('the unit of a drawing may be as large as the whole of it', async () => {
    const { operators } = await set(
      svg('<path d="M.125 .0625L.5 .25" stroke="red" stroke-width=".01"/>', 'viewBox="0 0 1 .5"'),
    )
    expect(operators).toContain('0.125 0.0625 m\n0.5 0.25 l')
  })
})

test('a drawing stands in its frame as it says, and is cut by it', async () => {
  const { forms, images } = await set(
    svg(
      '<circle cx="50" cy="50" r="40"/>',
      'width="200" height="50" viewBox="0 0 100 100" preserveAspectRatio="xMinYMax slice"',
    ),
  )
  expect({ forms, images }).toEqual({ forms: 1, images: 0 })
})

// A square of ten in a frame of forty by twenty (SVG 1.1 7.8).
test.each<[aspect: string | undefined, matrix: number[]]>([
  [undefined, [2, 0, 0, 2, 10, 0]],
  ['xMinYMin', [2, 0, 0, 2, 0, 0]],
  ['xMaxYMid meet', [2, 0, 0, 2, 20, 0]],
  ['xMidYMin slice', [4, 0, 0, 4, 0, 0]],
  ['xMidYMax slice', [4, 0, 0, 4, 0, -20]],
  ['none', [4, 0, 0, 2, 0, 0]],
])('%s sets content into a frame', (aspect, matrix) => {
  expect(fitInto([0, 0, 10, 10], [0, 0, 40, 20], aspect).map(value => value + 0)).toEqual(matrix)
  const [a, , , d, x, y] = matrix as [number, number, number, number, number, number]
  const moved = fitInto([3, 5, 13, 15], [100, 200, 140, 220], aspect)
  expect(moved).toEqual([a, 0, 0, d, x + 100 - 3 * a, y + 200 - 5 * d])
})

test('what PDF cannot draw becomes pixels', async () => {
  const { images, forms } = await set(
    svg('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="50" height="50" filter="url(#f)"/>'),
  )
  expect(images).toBeGreaterThan(0)
  expect(forms).toBe(0)
})

test.each<[string, string]>([
  ['is broken', svg('<rect')],
  [
    'grows without end',
    svg(
      `<g id="a0"><path d="M0 0h1"/></g>${Array.from({ length: 12 }, (_, i) => `<g id="a${i + 1}">${`<use xlink:href="#a${i}"/>`.repeat(10)}</g>`).join('')}`,
    ),
  ],
  [
    'asks for hours of work',
    svg('<filter id="f"><feTurbulence numOctaves="1000000"/></filter><rect width="50" height="50" filter="url(#f)"/>'),
  ],
])('a drawing that %s is reported, and its description stands in its place', async (_, url) => {
  const { messages, forms, images } = await set(url)
  expect(messages).toMatchObject([{ rule: 'pdf-picture', severity: 'loss' }])
  expect([forms, images]).toEqual([0, 0])
})

test('words that are HTML are told of, but for those that have another form beside them', async () => {
  const html =
    '<foreignObject width="99" height="9"><div><style>p{}</style><p>Start &amp; end</p></div></foreignObject>'
  const { messages } = await set(svg(`<rect width="9" height="9"/>${html}`))
  expect(messages).toMatchObject([
    { rule: 'drawing-html', severity: 'loss', reason: expect.stringMatching(/Start & end”$/) },
  ])
  const both = await set(svg(`<switch>${html}<text y="9">Start &amp; end</text></switch>`))
  expect(both.messages).toEqual([])
})

test('a colour stands in for a paint from another file', async () => {
  const { operators } = await set(svg('<rect width="9" height="9" fill="url(other.svg#g) #f00"/>'))
  expect(operators).toContain('1 0 0 rg')
})

test('nothing outside a drawing is asked for', async () => {
  const { images, operators, messages } = await set(
    svg(
      '<image xlink:href="/etc/hostname" width="9" height="9"/><image xlink:href="http://localhost/x.png" width="9" height="9"/><rect width="5" height="5"/>',
    ),
  )
  expect(images).toBe(0)
  expect(messages).toMatchObject([{ rule: 'pdf-drawing', severity: 'loss' }])
  expect(operators).toContain('5 0 l')
})

test.each([
  ['font-family="Arial, Helvetica, sans-serif"', 'font-family="Source Sans 3"'],
  ["font-family='Times New Roman'", 'font-family="Source Serif 4"'],
  ['style="font-family:Menlo;fill:red"', 'style="font-family:Source Code Pro;fill:red"'],
  ['.a{font-family: \'Open Sans\', "Noto Serif", serif}', '.a{font-family:Source Serif 4}'],
  ['style="font-family:&quot;PT Serif&quot;" x="1"', 'style="font-family:Source Serif 4" x="1"'],
  ['font-family="Source Code Pro, serif"', 'font-family="Source Code Pro"'],
])('a family that is not there gives way to one of its kind: %s', (written, expected) => {
  expect(withShippedFamilies(written)).toBe(expected)
})
