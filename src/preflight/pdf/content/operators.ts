import { isDict, isName, isString, type PdfDict, type PdfValue } from '../file/objects.js'
import { spaceEntry } from './colour-space.js'
import { readSequence } from './marked-stack.js'
import { identity, type Matrix, multiply } from './matrix.js'
import type { PageRun, Scope } from './page-run.js'
import { showText } from './show-text.js'

type Handler = (run: PageRun, operands: PdfValue[], scope: Scope) => void

const nothing: Handler = () => {}
const number = (value: PdfValue | undefined) => (typeof value === 'number' ? value : 0)

function matrixOf(operands: PdfValue[]): Matrix {
  const [a, b, c, d, e, f] = operands.map(number)
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0]
}

const paint =
  (uses: 'fill' | 'stroke' | 'both'): Handler =>
  (run, _, scope) => {
    run.paint('path')
    if (uses !== 'stroke') useDefault(run, scope, 'hasFill')
    if (uses !== 'fill') useDefault(run, scope, 'hasStroke')
  }

/** Where no colour was chosen, black in DeviceGray paints (ISO 32000-1 8.4.1). */
function useDefault(run: PageRun, scope: Scope, which: 'hasFill' | 'hasStroke'): void {
  if (!run.state[which]) run.useColour({ kind: 'name', name: 'DeviceGray' }, scope.resources)
}

const colour =
  (device: string, which: 'hasFill' | 'hasStroke'): Handler =>
  (run, _, scope) => {
    run.state[which] = true
    run.useColour({ kind: 'name', name: device }, scope.resources)
  }

const space =
  (which: 'hasFill' | 'hasStroke'): Handler =>
  (run, [name], scope) => {
    run.state[which] = true
    run.useColour(name, scope.resources)
  }

const setNumber =
  (key: 'charSpace' | 'wordSpace' | 'scale' | 'leading' | 'rise' | 'mode', factor = 1): Handler =>
  (run, [value]) => {
    run.state[key] = number(value) * factor
  }

function transform(run: PageRun, operands: PdfValue[]): void {
  run.state.matrix = multiply(matrixOf(operands), run.state.matrix)
}

function nextLine(run: PageRun, x: number, y: number): void {
  run.lineMatrix = multiply([1, 0, 0, 1, x, y], run.lineMatrix)
  run.textMatrix = run.lineMatrix
}

const show: Handler = (run, [string], scope) => {
  if (isString(string)) showText(run, scope, string.bytes)
}

function beginMarked(run: PageRun, operands: PdfValue[], scope: Scope): void {
  const sequence = readSequence(run.file, operands, scope.resources)
  const { id, tag, language } = sequence
  if (tag === 'Artifact' && run.marks.id() !== undefined)
    run.findings('pdfua-artifact', 'an artifact stands inside tagged content', run.path)
  if (id !== undefined && run.marks.isArtifact())
    run.findings('pdfua-artifact', `tagged content (MCID ${id}) stands inside an artifact`, run.path)
  if (id !== undefined) scope.marked.ids.set(id, (scope.marked.ids.get(id) ?? 0) + 1)
  if (language !== undefined) run.facts.languages.push({ language, page: run.page.number })
  run.marks.push(sequence)
}

function endMarked(run: PageRun): void {
  if (!run.marks.pop())
    run.findings('pdf-marked-content', '`EMC` closes a marked-content sequence that was never opened', run.path)
}

function paintObject(run: PageRun, [name]: PdfValue[], scope: Scope): void {
  const stream = run.file.stream(run.resource(scope, 'XObject', name))
  if (!stream) return
  const subtype = run.file.name(stream.dict.get('Subtype'))
  if (subtype === 'Form') return run.runForm(stream, scope)
  if (subtype === 'PS') return run.findings('pdf-content', 'an external object holds PostScript', run.path)
  paintImage(run, stream.dict, scope)
}

function paintImage(run: PageRun, dict: PdfDict, scope: Scope): void {
  run.paint('picture')
  if (!run.facts.images.has(dict)) run.facts.images.set(dict, run.page.number)
  const isMask = run.file.get(dict.get('ImageMask') ?? dict.get('IM')) === true
  if (isMask) useDefault(run, scope, 'hasFill')
  else run.useColour(spaceEntry(dict), scope.resources)
}

function setState(run: PageRun, [name]: PdfValue[], scope: Scope): void {
  const dict = run.file.dict(run.resource(scope, 'ExtGState', name))
  if (!dict) return
  if (!run.facts.states.has(dict)) run.facts.states.set(dict, run.page.number)
  const font = run.file.array(dict.get('Font'))
  if (!font) return
  run.setFont(font[0])
  run.state.size = run.file.number(font[1]) ?? 0
}

function paintShading(run: PageRun, [name]: PdfValue[], scope: Scope): void {
  run.paint('shading')
  const shading = run.file.get(run.resource(scope, 'Shading', name))
  run.useColour(spaceEntry(shading), scope.resources)
}

/** Every operator of ISO 32000-1 Annex A. */
export const operators = new Map<string, Handler>([
  ['q', run => run.save()],
  ['Q', run => run.restore()],
  ['cm', transform],
  ['gs', setState],
  ['Do', paintObject],
  ['sh', paintShading],
  ['BI', (run, [dict], scope) => isDict(dict) && paintImage(run, dict, scope)],

  ['f', paint('fill')],
  ['F', paint('fill')],
  ['f*', paint('fill')],
  ['S', paint('stroke')],
  ['s', paint('stroke')],
  ['B', paint('both')],
  ['B*', paint('both')],
  ['b', paint('both')],
  ['b*', paint('both')],

  ['g', colour('DeviceGray', 'hasFill')],
  ['G', colour('DeviceGray', 'hasStroke')],
  ['rg', colour('DeviceRGB', 'hasFill')],
  ['RG', colour('DeviceRGB', 'hasStroke')],
  ['k', colour('DeviceCMYK', 'hasFill')],
  ['K', colour('DeviceCMYK', 'hasStroke')],
  ['cs', space('hasFill')],
  ['CS', space('hasStroke')],

  ['BMC', beginMarked],
  ['BDC', beginMarked],
  ['EMC', endMarked],

  ['BT', beginText],
  ['ET', endText],
  ['Tf', setFont],
  ['Tc', setNumber('charSpace')],
  ['Tw', setNumber('wordSpace')],
  ['Tz', setNumber('scale', 0.01)],
  ['TL', setNumber('leading')],
  ['Ts', setNumber('rise')],
  ['Tr', setNumber('mode')],
  ['Td', (run, [x, y]) => nextLine(run, number(x), number(y))],
  [
    'TD',
    (run, [x, y]) => {
      run.state.leading = -number(y)
      nextLine(run, number(x), number(y))
    },
  ],
  [
    'Tm',
    (run, operands) => {
      run.lineMatrix = matrixOf(operands)
      run.textMatrix = run.lineMatrix
    },
  ],
  ['T*', run => nextLine(run, 0, -run.state.leading)],
  ['Tj', show],
  ['TJ', showArray],
  [
    "'",
    (run, operands, scope) => {
      nextLine(run, 0, -run.state.leading)
      show(run, operands, scope)
    },
  ],
  [
    '"',
    (run, [word, character, string], scope) => {
      run.state.wordSpace = number(word)
      run.state.charSpace = number(character)
      nextLine(run, 0, -run.state.leading)
      show(run, string === undefined ? [] : [string], scope)
    },
  ],

  // What changes nothing that is judged here.
  ...[
    'w',
    'J',
    'j',
    'M',
    'd',
    'ri',
    'i',
    'm',
    'l',
    'c',
    'v',
    'y',
    'h',
    're',
    'n',
    'W',
    'W*',
    'sc',
    'SC',
    'd0',
    'd1',
    'MP',
    'DP',
    'BX',
    'EX',
  ].map((operator): [string, Handler] => [operator, nothing]),
  ['scn', nothing],
  ['SCN', nothing],
])

function beginText(run: PageRun): void {
  if (run.isInText) run.findings('pdf-content', '`BT` stands inside another `BT`', run.path)
  run.isInText = true
  run.lineMatrix = identity
  run.textMatrix = identity
}

function endText(run: PageRun): void {
  if (!run.isInText) run.findings('pdf-content', '`ET` ends text that no `BT` began', run.path)
  run.isInText = false
}

function setFont(run: PageRun, [name, size]: PdfValue[], scope: Scope): void {
  run.state.size = number(size)
  const font = run.resource(scope, 'Font', name)
  if (isName(name)) run.setFont(font)
}

function showArray(run: PageRun, [items]: PdfValue[], scope: Scope): void {
  for (const item of Array.isArray(items) ? items : []) {
    if (isString(item)) showText(run, scope, item.bytes)
    else if (typeof item === 'number') {
      const { size, scale, font } = run.state
      const shift = (-item / 1000) * size
      run.textMatrix = multiply(
        font?.isVertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * scale, 0],
        run.textMatrix,
      )
    }
  }
}
