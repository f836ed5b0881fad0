import type { ContentFacts } from '../content/content-facts.js'
import { isName, latin, type PdfDict, type PdfStream } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'

/** What an ICC profile's header says (ICC.1 7.2), as far as PDF/A asks. */
const spaces: { [signature: string]: { name: string; components: number } } = {
  'RGB ': { name: 'DeviceRGB', components: 3 },
  CMYK: { name: 'DeviceCMYK', components: 4 },
  GRAY: { name: 'DeviceGray', components: 1 },
}
const blendModes = new Set([
  ...[
    'Normal',
    'Compatible',
    'Multiply',
    'Screen',
    'Overlay',
    'Darken',
    'Lighten',
    'ColorDodge',
    'ColorBurn',
    'HardLight',
  ],
  ...['SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity'],
])

/** Checks that every colour means the same on every device (ISO 19005-2 6.2.3 to 6.2.10). */
export function checkColour(file: PdfFile, facts: ContentFacts, report: ReportFinding): void {
  const intent = readOutputIntent(file, report)
  for (const [device, path] of facts.colours) {
    if (!intent) report('pdf-output-intent', `\`${device}\` is used and no output intent says what it means`, path)
    else if (device !== 'DeviceGray' && device !== intent)
      report('pdf-colour', `\`${device}\` is used where the output intent is for \`${intent}\``, path)
  }
  for (const [dict, page] of facts.images) checkImage(file, dict, `page ${page}`, report)
  for (const [dict, page] of facts.states) {
    checkState(file, dict, `page ${page}`, report)
    if (!intent && isTransparent(file, dict))
      report(
        'pdf-output-intent',
        'transparency is used and no output intent says in which colours it is mixed',
        `page ${page}`,
      )
  }
}

/** ISO 32000-1 11.6: an opacity below 1, a soft mask, or a blend mode other than the plain one. */
function isTransparent(file: PdfFile, state: PdfDict): boolean {
  if (['ca', 'CA'].some(key => (file.number(state.get(key)) ?? 1) < 1)) return true
  const mode = file.name(state.get('BM'))
  return (
    file.dict(state.get('SMask')) !== undefined || (mode !== undefined && mode !== 'Normal' && mode !== 'Compatible')
  )
}

/** Returns the device space that the PDF/A output intent describes; undefined where there is none. */
function readOutputIntent(file: PdfFile, report: ReportFinding): string | undefined {
  const intents = (file.array(file.catalog.get('OutputIntents')) ?? [])
    .map(item => file.dict(item))
    .filter(item => item !== undefined)
  const profiles = new Set(
    intents.map(intent => file.stream(intent.get('DestOutputProfile'))).filter(item => item !== undefined),
  )
  if (profiles.size > 1) report('pdf-output-intent', 'output intents have different profiles')
  const intent = intents.find(item => file.name(item.get('S')) === 'GTS_PDFA1')
  // Colours that no device defines need none.
  if (!intent) return undefined
  const profile = file.stream(intent.get('DestOutputProfile'))
  if (profile) return readProfile(file, profile, report)
  report('pdf-output-intent', 'the output intent has no profile: `DestOutputProfile` is missing')
  return undefined
}

function readProfile(file: PdfFile, stream: PdfStream, report: ReportFinding): string | undefined {
  const { bytes } = file.data(stream)
  const at = (start: number) => latin(bytes.subarray(start, start + 4))
  const space = spaces[at(16)]
  const isOutput = at(12) === 'prtr' || at(12) === 'mntr'
  if (bytes.length < 132 || at(36) !== 'acsp')
    report('pdf-output-intent', 'the output intent’s profile is no ICC profile')
  else if (!isOutput || !space)
    report(
      'pdf-output-intent',
      `the output intent’s profile is of class \`${at(12)}\` for \`${at(16)}\`, not a printer’s or a screen’s`,
    )
  else if (bytes[8]! >= 5)
    report('pdf-output-intent', `the output intent’s profile is of ICC version ${bytes[8]}, and may be of 4 at most`)
  else if (file.number(stream.dict.get('N')) !== space.components)
    report('pdf-output-intent', `\`N\` of the output intent’s profile is not ${space.components}`)
  return space?.name
}

function checkImage(file: PdfFile, dict: PdfDict, path: string, report: ReportFinding): void {
  for (const key of ['Interpolate', 'I'])
    if (file.get(dict.get(key)) === true)
      report('pdf-image', 'a picture asks to be smoothed: `Interpolate` is true', path)
  for (const key of ['Alternates', 'OPI']) if (dict.has(key)) report('pdf-image', `a picture has \`${key}\``, path)
}

function checkState(file: PdfFile, dict: PdfDict, path: string, report: ReportFinding): void {
  for (const key of ['TR', 'HTP'])
    if (dict.has(key)) report('pdf-graphics-state', `a graphics state has \`${key}\``, path)
  if (dict.has('TR2') && file.name(dict.get('TR2')) !== 'Default')
    report('pdf-graphics-state', 'a graphics state has `TR2` other than `Default`', path)
  const modes = file.get(dict.get('BM'))
  for (const mode of Array.isArray(modes) ? modes.map(item => file.get(item)) : [modes])
    if (isName(mode) && !blendModes.has(mode.name))
      report('pdf-graphics-state', `\`${mode.name}\` is no blend mode`, path)
}
